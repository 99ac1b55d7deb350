package dev.interestlens.ui.compare;

import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.metric.BestValue;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.References;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoreKinds;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the runs themselves: of validation, of the test rows, of baselines, of costs, of explanations and of heads. */
record FigureRows(FiguresGrid grid, CompareViewModel model, Messages messages, ReferenceWords referenceWords) {
    FigureRows(FiguresGrid grid, CompareViewModel model, Messages messages) {
        this(grid, model, messages, new ReferenceWords(messages));
    }

    /** On the rows of validation. */
    void validation() {
        grid.part("compare.part.validation");
        grid.line(messages.text("compare.bestNdcg"), run -> ndcg(run.best()), 4, BestValue.HIGH);
        grid.line(messages.text("compare.best"), run -> auc(run.best()), 4, BestValue.HIGH);
        grid.line(messages.text("compare.bestEpoch"), RunSummary::bestEpoch, 0, BestValue.NEITHER);
        grid.line(messages.text("compare.last"), run -> auc(run.progress().last()), 4, BestValue.HIGH);
    }

    /** On the rows of the test part. */
    void test() {
        grid.part("compare.part.test");
        String shares = new ShareWords(messages).note(model.compared().shares());
        ScoreKinds kinds = model.compared().kinds();
        RowMetric.all().forEach(metric -> line(metric, BestValue.of(metric, !shares.isEmpty(), kinds)));
        if (kinds.differ()) {
            grid.texts(FigureWords.KIND.in(messages.locale()), run -> FigureWords.kind(run.calibrated())
                    .in(messages.locale()));
        }
        Stream.of(shares, kindsNote(kinds)).filter(note -> !note.isEmpty()).forEach(note -> grid.wide(note, "note"));
    }

    /** A metric with its interval, and beside what stands in a list with chance and the best baseline. */
    private void line(RowMetric metric, BestValue better) {
        String name = MetricWords.name(metric).in(messages.locale());
        grid.line(
                metric.isOfList() ? referenceWords.name(name, references()) : name,
                scored(figures -> figures.value(metric)),
                4,
                better);
        if (metric.isOfList()) {
            grid.texts(messages.text("compare.random"), run -> referenceWords.random(references(run), metric.id()));
            grid.texts(messages.text("compare.bestBaseline"), run -> referenceWords.best(references(run), metric.id()));
        } else if (metric == RankMetric.AUC) {
            grid.texts(messages.text("compare.interval"), this::interval);
        }
    }

    private String kindsNote(ScoreKinds kinds) {
        return FigureWords.kinds(kinds)
                .map(words -> words.in(messages.locale()))
                .orElse("");
    }

    /** AUC of the baselines, and the runs below it. */
    void baselines() {
        grid.part("compare.part.baselines");
        for (String name : referenceWords.baselines(references())) {
            grid.line(
                    messages.text("compare.baseline." + name),
                    run -> references(run)
                            .map(of -> of.figure(RankMetric.AUC.id()).getOrDefault(name, Double.NaN))
                            .orElse(Double.NaN),
                    4,
                    BestValue.NEITHER);
        }
        String below = model.compared().measured().entrySet().stream()
                .map(run -> referenceWords.below(run.getKey(), run.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!below.isEmpty()) {
            grid.wide(below, "warning-note");
        }
    }

    void cost() {
        grid.part("compare.part.cost");
        grid.timing("compare.oneMillis", RunScores.Latency::oneMillis, 2, BestValue.LOW);
        grid.timing("compare.rowsPerSecond", RunScores.Latency::rowsPerSecond, 0, BestValue.HIGH);
        grid.timing("compare.requestMillis", RunScores.Latency::requestMillis, 2, BestValue.LOW);
        grid.wide(messages.text("compare.costNote"), "note");
        grid.wide(messages.text("compare.requestNote"), "note");
    }

    /** What the command fidelity has measured. */
    void fidelity() {
        if (!model.fidelity().isEmpty()) {
            grid.part("compare.part.fidelity");
            grid.line(messages.text("compare.tau"), fidelity(FidelityFigures::tau), 3, BestValue.HIGH);
            grid.line(messages.text("compare.orderSkill"), fidelity(FidelityFigures::orderSkill), 3, BestValue.HIGH);
        }
    }

    /** How different the heads' attention is; no value is marked as best. */
    void spreads() {
        if (model.spreads().isEmpty()) {
            return;
        }
        grid.part("compare.part.spread");
        grid.line(messages.text("train.spread.cosine"), spread(HeadDiversity::cosine), 2, BestValue.NEITHER);
        grid.explain(messages.text("compare.spread.cosine.help"));
        grid.line(messages.text("compare.spread.rank"), spread(HeadDiversity::rank), 2, BestValue.NEITHER);
        grid.explain(messages.text("compare.spread.rank.help"));
        for (RunSummary run : model.runs()) {
            HeadDiversity spread = model.spreads().get(run.folder());
            if (spread != null && spread.alike()) {
                grid.wide(messages.text("compare.spread.alike", run.name(), spread.heads()), "note");
            }
        }
    }

    private static double ndcg(JournalEntry.Valid valid) {
        return valid == null || valid.ndcg10() == null ? Double.NaN : valid.ndcg10();
    }

    private static double auc(JournalEntry.Valid valid) {
        return valid == null || valid.auc() == null ? Double.NaN : valid.auc();
    }

    private ToDoubleFunction<RunSummary> scored(ToDoubleFunction<RunScores.Figures> of) {
        return run -> {
            RunScores scores = model.scores().get(run.folder());
            return scores == null ? Double.NaN : of.applyAsDouble(scores.figures());
        };
    }

    private ToDoubleFunction<RunSummary> fidelity(ToDoubleFunction<FidelityFigures> of) {
        return run -> {
            FidelityFigures figures = model.fidelity().get(run.folder());
            return figures == null ? Double.NaN : of.applyAsDouble(figures);
        };
    }

    private ToDoubleFunction<RunSummary> spread(ToDoubleFunction<HeadDiversity> of) {
        return run -> {
            HeadDiversity spread = model.spreads().get(run.folder());
            return spread == null ? Double.NaN : of.applyAsDouble(spread);
        };
    }

    private String interval(RunSummary run) {
        RunScores scores = model.scores().get(run.folder());
        Interval interval = scores == null ? null : scores.figures().interval(RankMetric.AUC);
        return interval == null
                ? "–"
                : messages.text("compare.range", Numerals.fixed(interval.low(), 4), Numerals.fixed(interval.high(), 4));
    }

    private List<References> references() {
        return model.runs().stream().flatMap(run -> references(run).stream()).toList();
    }

    private Optional<References> references(RunSummary run) {
        return Optional.ofNullable(model.scores().get(run.folder())).map(RunScores::references);
    }
}
