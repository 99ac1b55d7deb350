package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Surface;
import java.util.Comparator;
import java.util.List;

/** One slide, 16:9: the sentence, the score, and the effects of the strongest behaviours on it. */
public record ExplanationSlide(Explanation explanation, Provenance provenance) implements Drawing {
    @Override
    public double width(Surface ruler) {
        return slide().width(ruler);
    }

    @Override
    public double height(Surface ruler, double width) {
        return slide().height(ruler, width);
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        slide().paint(surface, width, height);
    }

    private ReasonsSlide slide() {
        boolean beside = explanation.effects().byTable().beside();
        List<ReasonsSlide.Reason> reasons = strongest(explanation.history()).stream()
                .map(row -> new ReasonsSlide.Reason(
                        row.behaviour().item().title(), row.effect(), row.points(), beside ? row.byTable() : 0))
                .toList();
        return new ReasonsSlide(
                ReportWords.of(
                        "title", "item", explanation.impression().candidate().title()),
                explanation.sentence().text(),
                beside
                        ? ReasonsSlide.splitCaption(
                                reasons.size(), explanation.history().size())
                        : ReasonsSlide.caption(
                                reasons.size(), explanation.history().size()),
                reasons,
                Figures.footer(provenance, explanation.impression().userKey()));
    }

    /** The behaviours whose removal changes the logit most, the strongest first. */
    static List<HistoryRow> strongest(List<HistoryRow> history) {
        return history.stream()
                .filter(row -> Double.isFinite(row.effect()))
                .sorted(Comparator.comparingDouble((HistoryRow row) -> -Math.abs(row.effect())))
                .limit(ReasonsSlide.MOST)
                .toList();
    }
}
