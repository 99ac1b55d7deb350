package dev.interestlens.export.report;

import dev.interestlens.explain.fidelity.FidelityReport.Outside;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.List;

/** What is said of explanations that another program made. */
public final class OutsideWords {
    private static final int DIGITS = 3;

    private OutsideWords() {}

    /** How many samples were measured, and what was left out. */
    public static Text about(Outside of) {
        return ReportWords.filled("outside.about")
                .with("name", of.name())
                .with("rows", Wording.number(of.rows()))
                .with("missing", Wording.number(of.missing()))
                .text("leftOut", Wording.number((int) Math.min(Integer.MAX_VALUE, of.leftOut())));
    }

    static Table table(List<Outside> all) {
        List<Phrase> heads = List.of(
                Phrase.EMPTY,
                ReportWords.of("outside.agreement"),
                ReportWords.of("outside.comprehensiveness"),
                ReportWords.of("outside.sufficiency"));
        return new Table(
                Phrase.EMPTY,
                heads,
                all.stream()
                        .map(each -> List.of(
                                Cell.words(Phrase.same(each.name())),
                                cell(each.agreement()),
                                cell(each.comprehensiveness()),
                                cell(each.sufficiency())))
                        .toList());
    }

    private static Cell cell(Figure figure) {
        return Cell.number(figure.mean(), DIGITS).within(figure.low(), figure.high());
    }
}
