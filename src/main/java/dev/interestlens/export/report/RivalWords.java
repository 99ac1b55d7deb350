package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.JournalEntry;

/** Words of how a trained model stands to simpler scorers. */
public final class RivalWords {
    private static final int DIGITS = 4;

    private RivalWords() {}

    /** One line: the paired differences with their intervals, and what they mean. */
    public static Text line(JournalEntry.Compared compared) {
        return ReportWords.filled("rivals.line")
                .with("users", Wording.number(compared.users()))
                .with("ndcg", Numerals.plain(compared.ndcg10(), DIGITS))
                .text(
                        "each",
                        Text.joined(
                                compared.rivals().stream()
                                        .map(RivalWords::rival)
                                        .toList(),
                                ReportWords.of("rivals.between")));
    }

    private static Text rival(JournalEntry.Rival rival) {
        return ReportWords.filled("rivals.one")
                .with("name", ReportWords.of("rivals." + rival.name()))
                .with("difference", Numerals.plainSigned(rival.difference(), DIGITS))
                .with("low", Numerals.plainSigned(rival.low(), DIGITS))
                .with("high", Numerals.plainSigned(rival.high(), DIGITS))
                .text("lead", ReportWords.of("rivals.lead." + EnumNames.lower(rival.lead())));
    }
}
