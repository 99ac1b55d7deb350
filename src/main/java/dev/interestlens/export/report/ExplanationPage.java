package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.EffectWords;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.view.CurvesPicture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An explanation as a document: the sentence first, then Look and Effect, then the views, then the checks. */
public final class ExplanationPage {
    private static final int DIGITS = 3;

    private final Explanation explanation;
    private final Document page;

    private ExplanationPage(Explanation explanation) {
        this.explanation = explanation;
        page = new Document(ReportWords.of(
                "title", "item", explanation.impression().candidate().title()));
    }

    public static Document of(Explanation explanation, Provenance provenance, Optional<MeasuredFidelity> model) {
        return new ExplanationPage(explanation).write(provenance, model);
    }

    /** Several explanations of one model, with a table of contents. */
    static Document of(List<ExplanationFile.Sourced> all, Optional<MeasuredFidelity> model) {
        ExplanationFile.Sourced last = all.get(all.size() - 1);
        return new Document(ReportWords.filled("batch.title")
                        .with("count", String.valueOf(all.size()))
                        .text("run", last.source().run()))
                .parts(
                        all.stream().map(each -> line(each.explanation())).toList(),
                        all.stream()
                                .map(each ->
                                        of(each.explanation(), each.source(), each == last ? model : Optional.empty()))
                                .toList());
    }

    private static Text line(Explanation of) {
        Text title = of.impression().candidate().title();
        Text sentence = of.sentence().text();
        String score = " · " + Numerals.plain(of.score(), DIGITS) + " · ";
        return new Text(title.en() + score + sentence.en(), title.zh() + score + sentence.zh());
    }

    private Document write(Provenance provenance, Optional<MeasuredFidelity> model) {
        answer();
        history();
        explanation.panels().stream()
                .filter(panel -> !panel.name().equals("traces"))
                .forEach(page::view);
        if (!explanation.history().isEmpty()) {
            view(CurvesPicture.of(explanation.curves()));
        }
        figures();
        model.ifPresent(measured -> page.folded(model(measured)));
        return page.footer(Figures.footer(provenance, explanation.impression().userKey()));
    }

    private void view(Picture picture) {
        page.view(new Panel(picture.name(), picture.title(), List.of(picture), 0));
    }

    /** The fidelity of the model over many predictions. */
    private static Document model(MeasuredFidelity measured) {
        Document inside = new Document(ReportWords.filled("modelFidelity")
                .with("run", measured.source().run())
                .text("created", ReportWords.time(measured.source().created())));
        if (measured.older()) {
            inside.paragraph(ReportWords.of("modelFidelity.older"));
        }
        return FidelityPage.sections(inside, measured);
    }

    private void answer() {
        Item candidate = explanation.impression().candidate();
        float label = explanation.impression().label();
        Text score = ReportWords.of("score", "score", Numerals.plain(explanation.score(), 2));
        Text chosen = ReportWords.of(label > 0.5 ? "chosen" : "notChosen");
        page.answer(
                beside(candidate.title(), candidate.category()),
                explanation.sentence().text(),
                Float.isNaN(label) ? score : beside(score, chosen),
                beside(Wording.of("badge.title"), EffectWords.badge(explanation.agreement())));
    }

    private static Text beside(Text one, Text other) {
        return new Text(beside(one.en(), other.en()), beside(one.zh(), other.zh()));
    }

    private static String beside(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " · " + other;
    }

    private void history() {
        List<HistoryRow> rows = Arrays.stream(explanation.read().steps())
                .mapToObj(explanation.history()::get)
                .toList();
        Text title = ReportWords.of("history");
        if (rows.isEmpty()) {
            page.heading(title).paragraph(ReportWords.of("empty"));
            return;
        }
        Text order = ReportWords.of("order", "count", String.valueOf(rows.size()));
        page.view(new Panel("history", title, List.of(HistoryPicture.of(explanation)), 0, order));
        List<Phrase> heads = new ArrayList<>(List.of(
                ReportWords.of("behaviour"),
                Phrase.EMPTY,
                ReportWords.of("look"),
                ReportWords.of("effect"),
                ReportWords.of("effect.points")));
        if (isSplit()) {
            heads.add(ReportWords.of("effect.byTable"));
        }
        page.table(new Table(title, heads, rows.stream().map(this::row).toList()));
        if (!explanation.sentence().named().isEmpty()) {
            page.paragraph(ReportWords.of("named.star"));
        }
    }

    private boolean isSplit() {
        return explanation.effects().byTable().isKnown();
    }

    private List<Cell> row(HistoryRow row) {
        Behaviour behaviour = row.behaviour();
        String time = behaviour.time() == Behaviour.UNTIMED ? "" : ReportWords.time(behaviour.time());
        Text number = Text.same((behaviour.position() + 1) + ".");
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.words(number.then(behaviour.item().title()))
                        .best(explanation.sentence().named().contains(behaviour.position())),
                Cell.words(beside(behaviour.item().category(), Text.same(time))),
                Cell.number(row.look(), DIGITS),
                Cell.written(Numerals.plainSigned(row.effect(), 2), row.effect()),
                Cell.written(Numerals.plainSigned(100 * row.points(), 1), 100 * row.points())));
        if (isSplit()) {
            cells.add(Cell.written(Numerals.plainSigned(row.byTable(), 2), row.byTable()));
        }
        return cells;
    }

    private void figures() {
        Agreement agreement = explanation.agreement();
        Text random = Text.same(Numerals.plain(agreement.randomOverlap(), 2));
        page.heading(ReportWords.of("figures")).paragraph(EffectWords.badgeHelp(agreement));
        RemovalCurves.Order look = explanation.curves().look();
        Map<Text, Double> figures = new LinkedHashMap<>();
        figures.put(Wording.of("agreement.found"), agreement.found().share());
        figures.put(Wording.of("agreement.tau"), agreement.tau());
        figures.put(Wording.of("agreement.untrainedTau"), agreement.untrainedTau());
        figures.put(Wording.of("agreement.topOverlap", Map.of("random", random)), agreement.topOverlap());
        figures.put(Wording.of("agreement.topAgainst"), agreement.topAgainst());
        figures.put(Wording.of("agreement.orderSkill"), agreement.orderSkill());
        figures.put(ReportWords.of("comprehensiveness"), look.comprehensiveness());
        figures.put(ReportWords.of("sufficiency"), look.sufficiency());
        figures.put(ReportWords.of("historyEffect"), explanation.effects().historyEffect());
        page.table(Table.pairs(
                ReportWords.of("figures"),
                Phrase.EMPTY,
                Phrase.EMPTY,
                figures.entrySet().stream()
                        .map(each -> List.of(Cell.words(each.getKey()), Cell.number(each.getValue(), DIGITS)))
                        .toList()));
        Text deviation = Text.same(Numerals.plain(agreement.nullDeviation(), 2));
        page.paragraph(Wording.of("agreement.found.help"))
                .paragraph(Wording.of("agreement.tau.help", Map.of("deviation", deviation)))
                .paragraph(Wording.of("agreement.orderSkill.help"));
    }
}
