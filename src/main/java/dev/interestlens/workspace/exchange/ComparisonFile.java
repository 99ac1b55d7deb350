package dev.interestlens.workspace.exchange;

import dev.interestlens.export.report.ComparisonTables;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Target;
import dev.interestlens.workspace.compare.PairedFigure;
import dev.interestlens.workspace.compare.RunComparison;
import dev.interestlens.workspace.compare.Spread;
import dev.interestlens.workspace.compare.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A comparison of runs as tables in a file: LaTeX, Markdown, CSV, or a picture. */
public final class ComparisonFile {
    private ComparisonFile() {}

    /** Figures of the runs, of configurations over seeds, and paired differences. */
    public static List<Table> tables(RunComparison found) {
        return ComparisonTables.of(
                found.entries().stream().map(ComparisonFile::run).toList(),
                Verdict.groups(found.entries(), PairedFigure.NDCG10).stream()
                        .map(ComparisonFile::seeds)
                        .toList(),
                found.pairs().stream().map(ComparisonFile::difference).toList());
    }

    private static ComparisonTables.Run run(Verdict.Entry entry) {
        return new ComparisonTables.Run(
                entry.run().name(),
                entry.run().description().config().training().seed(),
                entry.scores().ranking(),
                entry.scores().figures().auc(),
                entry.scores().figures().interval());
    }

    private static ComparisonTables.Seeds seeds(Verdict.Group group) {
        return new ComparisonTables.Seeds(
                group.entries().get(0).run().name(),
                group.spread().count(),
                mean(group.spread()),
                mean(group.spread(PairedFigure.AUC)));
    }

    private static ComparisonTables.Mean mean(Spread spread) {
        return new ComparisonTables.Mean(spread.mean(), spread.interval().orElse(null));
    }

    private static ComparisonTables.Difference difference(RunComparison.Pair pair) {
        return new ComparisonTables.Difference(
                pair.a(),
                pair.b(),
                pair.figure() == PairedFigure.NDCG10 ? CatalogueRanking.NDCG : "auc",
                pair.by() == RunComparison.By.SEEDS,
                pair.seeds(),
                pair.difference(),
                pair.interval());
    }

    /** A usage problem for an unknown ending, before any work. */
    public static void requireKnown(Path target) {
        if (!TableFile.knows(Target.ending(target))) {
            throw Problem.usage(ComparisonFile.class, "tableEnding", target).exception();
        }
    }

    /** Writes tables of a comparison in the format of the target's ending. */
    public static void write(List<Table> tables, Target target, Locale language) {
        byte[] bytes = new TableFile(language)
                .of(Target.ending(target.path()), tables, tables.get(0).title().in(language));
        target.write(Disk.real(), out -> out.write(bytes));
    }
}
