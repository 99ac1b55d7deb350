package dev.interestlens.workspace.compare;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a batch of ablation runs so far: one line for each variant, the full model first.
 *
 * @param batch the tag that its runs share
 * @param family id of the full model
 */
public record AblationTable(String batch, String family, List<Row> rows) {
    /** The prefix of the tag of every batch. */
    public static final String PREFIX = "ablation-";

    /** The basis of an interval. */
    public enum Basis {
        /** Nothing yet. */
        NONE,
        /** One seed: the sampling of users. */
        USERS,
        /** Several seeds, paired. */
        SEEDS
    }

    /**
     * One variant.
     *
     * @param done runs that have ended
     * @param wanted runs of the batch, including waiting ones
     * @param valid best validation AUC over seeds; null before the first epoch
     * @param test test AUC over seeds; null until measured
     * @param difference of test AUC to the full model, mean over the seeds that both have; NaN where unknown
     * @param interval 95 % of the difference; null where unknown
     */
    public record Row(
            String variant,
            int done,
            int wanted,
            Spread valid,
            Spread test,
            double difference,
            Interval interval,
            Basis basis) {}

    public AblationTable {
        rows = List.copyOf(rows);
    }

    /** The tags of a run of a batch. */
    public static List<String> tags(String batch, AblationVariant variant) {
        return List.of(batch, variant.id());
    }

    /** The batch that labels belong to. */
    public static Optional<String> batchOf(RunLabels labels) {
        return labels.tags().size() == 2 && labels.tags().get(0).startsWith(PREFIX)
                ? Optional.of(labels.tags().get(0))
                : Optional.empty();
    }

    /** Family of a batch {@code ablation-FAMILY-N}. */
    public static String familyOf(String batch) {
        return batch.substring(PREFIX.length(), batch.lastIndexOf('-'));
    }

    /** Of a batch's runs, queued runs, and measurements. */
    public static AblationTable of(
            String batch, List<RunSummary> runs, List<QueuedRun> queued, Map<RunFolder, RunScores> scores) {
        Map<String, List<RunSummary>> byVariant = new LinkedHashMap<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        for (Ablation ablation : Ablation.published()) {
            if (ablation.family().equals(familyOf(batch))) {
                ablation.variants().forEach(variant -> byVariant.put(variant.id(), new ArrayList<>()));
            }
        }
        runs.stream()
                .filter(run -> batchOf(run.labels()).filter(batch::equals).isPresent())
                .forEach(run -> byVariant
                        .computeIfAbsent(run.labels().tags().get(1), key -> new ArrayList<>())
                        .add(run));
        queued.stream()
                .filter(run -> !run.goesOn()) // which is listed already
                .map(run -> run.wanted().labels())
                .filter(labels -> batchOf(labels).filter(batch::equals).isPresent())
                .forEach(labels -> waiting.merge(labels.tags().get(1), 1, Integer::sum));
        List<RunSummary> full = byVariant.getOrDefault(AblationVariant.FULL, List.of());
        List<Row> rows = new ArrayList<>();
        byVariant.forEach((variant, its) -> {
            int wanted = its.size() + waiting.getOrDefault(variant, 0);
            if (wanted > 0) {
                rows.add(row(variant, its, wanted, full, scores));
            }
        });
        return new AblationTable(batch, familyOf(batch), rows);
    }

    private static Row row(
            String variant,
            List<RunSummary> runs,
            int wanted,
            List<RunSummary> full,
            Map<RunFolder, RunScores> scores) {
        int done = (int) runs.stream().filter(run -> !run.isAlive()).count();
        double[] valid = runs.stream()
                .map(RunSummary::best)
                .filter(best -> best != null && best.auc() != null)
                .mapToDouble(JournalEntry.Valid::auc)
                .toArray();
        double[] test = runs.stream()
                .map(run -> scores.get(run.folder()))
                .filter(found -> found != null && !Double.isNaN(found.figures().value(RankMetric.AUC)))
                .mapToDouble(found -> found.figures().value(RankMetric.AUC))
                .toArray();
        List<Pair> pairs = variant.equals(AblationVariant.FULL) ? List.of() : pairs(runs, full, scores);
        double[] differences = pairs.stream()
                .mapToDouble(pair -> pair.run().figures().value(RankMetric.AUC)
                        - pair.full().figures().value(RankMetric.AUC))
                .toArray();
        Interval interval = interval(pairs, differences);
        return new Row(
                variant,
                done,
                wanted,
                valid.length == 0 ? null : Spread.of(valid),
                test.length == 0 ? null : Spread.of(test),
                differences.length == 0 ? Double.NaN : Spread.of(differences).mean(),
                interval,
                interval == null ? Basis.NONE : differences.length > 1 ? Basis.SEEDS : Basis.USERS);
    }

    /** A run and the full model's with the same seed. */
    private record Pair(RunScores run, RunScores full) {}

    private static List<Pair> pairs(List<RunSummary> runs, List<RunSummary> full, Map<RunFolder, RunScores> scores) {
        List<Pair> pairs = new ArrayList<>();
        for (RunSummary run : runs) {
            for (RunSummary other : full) {
                boolean same = run.description().config().training().seed()
                        == other.description().config().training().seed();
                if (same && scores.containsKey(run.folder()) && scores.containsKey(other.folder())) {
                    pairs.add(new Pair(scores.get(run.folder()), scores.get(other.folder())));
                }
            }
        }
        return pairs;
    }

    private static Interval interval(List<Pair> pairs, double[] differences) {
        if (pairs.size() > 1) {
            return Spread.of(differences).interval().orElse(null);
        }
        return pairs.stream()
                .filter(pair -> pair.run().sharesRowsWith(pair.full()))
                .findFirst()
                .flatMap(pair -> Bootstrap.of(1)
                        .aucDifference(pair.run().ranked(), pair.full().ranked()))
                .orElse(null);
    }
}
