package dev.interestlens.measurement.compare;

import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a batch of ablation runs is: one line for each variant, the full model first. What the variants are worth is measured by holding their runs
 * against the full model's.
 *
 * @param batch the tag that its runs share
 * @param family id of the full model
 */
public record AblationTable(String batch, String family, List<Row> rows) {
    /** The prefix of the tag of every batch. */
    public static final String PREFIX = "ablation-";

    /**
     * One variant.
     *
     * @param done runs that have ended
     * @param wanted runs of the batch, including waiting ones
     * @param valid best validation AUC over seeds; null before the first epoch
     */
    public record Row(String variant, int done, int wanted, Spread valid) {}

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

    /** Of a batch's runs and queued runs. */
    public static AblationTable of(String batch, List<RunSummary> runs, List<QueuedRun> queued) {
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
        List<Row> rows = new ArrayList<>();
        byVariant.forEach((variant, its) -> {
            int wanted = its.size() + waiting.getOrDefault(variant, 0);
            if (wanted > 0) {
                rows.add(row(variant, its, wanted));
            }
        });
        return new AblationTable(batch, familyOf(batch), rows);
    }

    private static Row row(String variant, List<RunSummary> runs, int wanted) {
        int done = (int) runs.stream().filter(run -> !run.isAlive()).count();
        double[] valid = runs.stream()
                .map(RunSummary::best)
                .filter(best -> best != null && best.auc() != null)
                .mapToDouble(JournalEntry.Valid::auc)
                .toArray();
        return new Row(variant, done, wanted, valid.length == 0 ? null : Spread.of(valid));
    }

    /** The runs of a batch that have a model, those of the full one first. */
    public static List<RunSummary> finished(String batch, List<RunSummary> runs) {
        return runs.stream()
                .filter(RunSummary::hasModel)
                .filter(run -> batchOf(run.labels()).filter(batch::equals).isPresent())
                .sorted(Comparator.comparing((RunSummary run) -> !isFull(run)).thenComparingLong(RunSummary::created))
                .toList();
    }

    private static boolean isFull(RunSummary run) {
        return run.labels().tags().get(1).equals(AblationVariant.FULL);
    }
}
