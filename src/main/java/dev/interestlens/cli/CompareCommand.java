package dev.interestlens.cli;

import dev.interestlens.cli.console.GateCodes;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.cli.document.GateJson;
import dev.interestlens.cli.text.GateText;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.compare.RunComparison;
import dev.interestlens.workspace.compare.RunScores;
import dev.interestlens.workspace.compare.Verdict;
import dev.interestlens.workspace.exchange.ComparisonFile;
import dev.interestlens.workspace.gate.Gate;
import dev.interestlens.workspace.gate.GateTables;
import dev.interestlens.workspace.gate.RunGate;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares runs: differences paired by user, and by seed where configurations share seeds. */
@Command(name = "compare")
final class CompareCommand extends MeasuringCommand implements Callable<Integer> {
    @Option(names = "--run", required = true)
    private List<Path> runs;

    @Option(names = "--negatives")
    @Needs(not = GateCodes.OPTION)
    private NegativeKind negatives;

    @Option(names = GateCodes.OPTION)
    private boolean gate;

    @Option(names = "--loss")
    @Needs(GateCodes.OPTION)
    @Allowed(min = 0, max = 1)
    private Double loss;

    @Option(names = "--null")
    @Needs(GateCodes.OPTION)
    private List<Path> nulls;

    @Option(names = "--metric", converter = RankingMetricNames.class)
    @Needs(GateCodes.OPTION)
    @Allowed(known = RankingMetricNames.class)
    private String metric;

    @Option(names = "--out")
    private Path out;

    @Override
    public Integer call() {
        if (runs.size() < 2) {
            throw Problem.usage(CompareCommand.class, "oneRun").exception();
        }
        Set<Path> different = new HashSet<>();
        for (Path run : runs) {
            if (!different.add(run.toAbsolutePath().normalize())) {
                throw Problem.usage(CompareCommand.class, "sameRun", run).exception();
            }
        }
        if (gate && runs.size() > 2) {
            throw Problem.usage(CompareCommand.class, "gateRuns").exception();
        }
        OutputPath target = overwrite.file(TableFile.ALL_ENDINGS, out, runs.toArray(Path[]::new));
        List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
        try (Interrupt interrupt = new Interrupt(console)) {
            PrintedProgress shown = progress.printed(console, interrupt);
            return gate ? judge(folders, target, shown) : compare(folders, target, shown);
        }
    }

    private int compare(List<RunFolder> folders, OutputPath target, PrintedProgress shown) {
        RunComparison found = RunComparison.of(folders, negatives, shown);
        write(() -> ComparisonFile.tables(found), target);
        if (json) {
            console.json(tree(found));
        } else if (target == null) {
            print(found);
        }
        return 0;
    }

    private int judge(List<RunFolder> folders, OutputPath target, PrintedProgress shown) {
        List<RunFolder> seeds =
                nulls == null ? List.of() : nulls.stream().map(RunFolder::new).toList();
        Gate.Terms usual = Gate.Terms.DEFAULT;
        Gate found = new RunGate(folders.get(0), folders.get(1), seeds)
                .measure(
                        new Gate.Terms(
                                Optional.ofNullable(metric)
                                        .flatMap(RankingMetric::of)
                                        .orElse(usual.figure()),
                                loss == null ? usual.loss() : loss),
                        shown);
        write(() -> GateTables.of(found), target);
        if (progress.wanted()) {
            console.line(new Gate.Done("done", found));
        } else if (json) {
            console.json(new GateJson(found).tree());
        } else if (target == null) {
            new GateText(found).print(console);
        }
        return GateCodes.of(found.answer());
    }

    private void write(Supplier<List<Table>> tables, OutputPath target) {
        if (target != null) {
            ComparisonFile.write(tables.get(), target, console.locale());
            console.say("compare.done", out);
        }
    }

    private Map<String, Object> tree(RunComparison found) {
        return Map.of(
                "runs", found.entries().stream().map(CompareCommand::tree).toList(),
                "pairs", found.pairs().stream().map(CompareCommand::tree).toList());
    }

    private static Map<String, Object> tree(Verdict.Entry entry) {
        CatalogueRanking ranking = entry.scores().ranking();
        Map<String, Object> tree = new LinkedHashMap<>(entry.run().description().mark());
        tree.put("name", entry.run().name());
        tree.put("seed", entry.run().description().config().training().seed());
        tree.put("users", ranking.users());
        tree.put("items", ranking.items());
        RankingMetric.told()
                .forEach(metric -> tree.put(metric.id(), ranking.model().value(metric)));
        tree.put("auc", entry.scores().figures().value(RankMetric.AUC));
        tree.put("calibrated", entry.run().calibrated());
        return tree;
    }

    private static Map<String, Object> tree(RunComparison.Pair pair) {
        return Map.of(
                "a", pair.a(),
                "b", pair.b(),
                "metric", pair.figure().id(),
                "by", EnumNames.lower(pair.by()),
                "seeds", pair.seeds(),
                "difference", pair.difference(),
                "low", pair.interval().low(),
                "high", pair.interval().high());
    }

    private void print(RunComparison found) {
        FigureWords.mark(found.entries().stream()
                        .map(entry -> entry.run().description().mark())
                        .toList())
                .forEach(console::print);
        found.entries().forEach(entry -> {
            RunScores scores = entry.scores();
            Interval ndcg = scores.ranking().model().interval(RankingMetric.NDCG10);
            console.row(
                    "  %-24s ndcg10 %.4f%s  auc %.4f%s",
                    entry.run().name(),
                    scores.catalogueNdcg10(),
                    range(ndcg),
                    scores.figures().value(RankMetric.AUC),
                    range(scores.figures().interval(RankMetric.AUC)));
        });
        if (found.otherRows()) {
            console.print("compare.otherRows");
        }
        if (!found.pairs().isEmpty()) {
            console.print("compare.pairs");
        }
        found.pairs()
                .forEach(pair -> console.row(
                        "  %-24s %-24s %-7s %+.4f%s  %s",
                        pair.a(),
                        pair.b(),
                        pair.figure().id(),
                        pair.difference(),
                        range(pair.interval()),
                        console.text("compare.by." + pair.by(), pair.seeds())));
        found.entries().stream()
                .flatMap(entry -> entry.scores().notes().stream())
                .distinct()
                .map((Text note) -> note.in(console.locale()))
                .forEach(console.out()::println);
    }

    private static String range(Interval interval) {
        return interval == null ? "" : Texts.row(" [%.4f, %.4f]", interval.low(), interval.high());
    }
}
