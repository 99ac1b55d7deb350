package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Stacked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An explanation as one picture: the sentence, Look and Effect over the history, a view into the model, and a foot with the fidelity line, run and sample. For
 * papers and slides.
 */
public final class ExplanationFigure {
    private static final double GAP = 14;
    private static final double SENTENCE = 19;

    private ExplanationFigure() {}

    /**
     * @param shown the view below the history; if empty, the first picture of the first view
     * @param model fidelity over many predictions, for the foot
     */
    public static Drawing of(
            Explanation explanation,
            Provenance provenance,
            Optional<? extends Drawing> shown,
            Optional<MeasuredFidelity> model) {
        List<Drawing> parts = new ArrayList<>();
        Text item = explanation.impression().candidate().title();
        parts.add(Paragraph.note(ReportWords.of("title", "item", item)));
        parts.add(
                new Paragraph(explanation.sentence().text(), new Letters(SENTENCE, Letters.Cut.REGULAR), Ink.Role.INK));
        if (explanation.history().isEmpty()) {
            parts.add(Paragraph.note(ReportWords.of("empty")));
        } else {
            Chart history = HistoryPicture.of(explanation);
            parts.add(history.drawing());
            parts.add(Paragraph.note(inFull(Arrays.stream(explanation.read().steps())
                    .mapToObj(explanation.history()::get)
                    .toList())));
            if (!explanation.sentence().named().isEmpty()) {
                parts.add(Paragraph.note(ReportWords.of("named")));
            }
            parts.add(Paragraph.note(history.note()));
        }
        shown.map(Drawing.class::cast).or(() -> first(explanation)).ifPresent(parts::add);
        parts.add(Paragraph.note(EffectWords.line(explanation.agreement())));
        if (!Double.isNaN(explanation.effects().attentionMatters())) {
            parts.add(Paragraph.note(EffectWords.attention(explanation.effects())));
        }
        model.ifPresent(measured -> parts.add(Paragraph.note(FidelityWords.line(measured))));
        parts.add(Paragraph.note(
                Figures.footer(provenance, explanation.impression().userKey())));
        return new Stacked(parts, GAP);
    }

    private static Optional<Drawing> first(Explanation explanation) {
        return explanation.panels().stream()
                .filter(panel -> !panel.pictures().isEmpty())
                .findFirst()
                .map(panel -> panel.captioned(panel.pictures().get(0)));
    }

    /** All titles in full, since there is no room for them below the bars. */
    private static Text inFull(List<HistoryRow> rows) {
        return new Text(joined(rows, Text::en), joined(rows, Text::zh));
    }

    private static String joined(List<HistoryRow> rows, Function<Text, String> language) {
        return rows.stream()
                .map(row -> (row.behaviour().position() + 1) + " "
                        + language.apply(row.behaviour().item().title()))
                .collect(Collectors.joining("  ·  "));
    }
}
