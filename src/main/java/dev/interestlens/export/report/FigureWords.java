package dev.interestlens.export.report;

import dev.interestlens.data.protocol.NegativeKind;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleCounts;
import dev.interestlens.explain.Text;
import dev.interestlens.metric.CatalogueRanking;
import java.util.Locale;
import java.util.Optional;

/** What figures of a ranking are called and what they mean, the same in window, files and command line; and what was left out of them. */
public final class FigureWords {
    private FigureWords() {}

    /** Name of a figure of {@link CatalogueRanking}, with how many items are ranked where that decides what it means. */
    public static Text name(String figure, int items) {
        return Words.of("catalogue." + figure)
                .with("items", RunTables.count(items))
                .text();
    }

    /** What it says, in one line. */
    public static Text help(String figure) {
        return RunTables.word("catalogue." + figure + ".help");
    }

    /** What was ranked for whom. */
    public static Text ranked(CatalogueRanking of) {
        return Words.of(of.users() == of.ofUsers() ? "catalogue.help" : "catalogue.helpSome")
                .with("items", RunTables.count(of.items()))
                .with("users", RunTables.count(of.users()))
                .with("ofUsers", RunTables.count(of.ofUsers()))
                .text();
    }

    /** How the negatives of the measured part were drawn. */
    public static Text negatives(NegativeKind kind) {
        return RunTables.word("sampled.negatives." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Which of the users' positions did not train; empty where all did. */
    public static Optional<Text> cap(ProtocolConfig protocol, SampleCounts counts) {
        return counts.capped() == 0
                ? Optional.empty()
                : Optional.of(Words.of("cap.positions")
                        .with("most", RunTables.count(protocol.training().positionsPerUser()))
                        .with("left", RunTables.count(counts.capped()))
                        .text());
    }

    /** Which rows were not measured. */
    public static Text firstRows(int rows, int all) {
        return Words.of("cap.rows")
                .with("rows", RunTables.count(rows))
                .with("all", RunTables.count(all))
                .text();
    }
}
