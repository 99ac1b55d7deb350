package dev.interestlens.measurement.compare;

import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.quality.Evaluation;
import dev.interestlens.measurement.quality.MeasuredFolder;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured of a run on the rows of a comparison, in the run's folder, so that it is measured once: the scores of the rows, the ranking of
 * the whole catalogue, and what figures are made of. Times are not stored, since they are those of a machine under its current load.
 */
public final class StoredScores {
    /** Whether scores may be stored. */
    public enum Writing {
        ALLOWED,
        REFUSED;

        public static Writing of(boolean allowed) {
            return allowed ? ALLOWED : REFUSED;
        }
    }

    private static final String ROWS = ".rows.json";
    private static final String RANKING = ".ranking.json";
    private static final String ANATOMY = ".parts.json";

    /** Of the rule of before, which credited half of every match of item and history to the item. */
    private static final String EARLIER_ANATOMY = ".anatomy.json";

    private final RunFolder run;
    private final TestRows rows;
    private final MeasuredFolder folder;

    private StoredScores(RunFolder run, TestRows rows, MeasuredFolder folder) {
        this.run = run;
        this.rows = rows;
        this.folder = folder;
    }

    /** Those of a run's best weights on some rows; empty where the run has no weights. */
    public static Optional<StoredScores> of(RunFolder run, TestRows rows) throws IOException {
        return MeasuredFolder.of(run).map(folder -> new StoredScores(run, rows, folder));
    }

    private record Rows(
            float[] logits, float[] labels, int[] users, Map<String, double[]> baselines, List<Text> notes) {}

    /** The scores with the ranking, if that is stored too, and without times; empty where they were not measured. */
    public Optional<RunScores> read() {
        if (!Files.exists(file(ROWS))) {
            return Optional.empty();
        }
        Rows stored = SealedJson.read(file(ROWS), Rows.class);
        Map<String, double[]> baselines = new LinkedHashMap<>();
        for (Baseline baseline : Baseline.values()) { // of older versions not all, and of logs without times
            Optional.ofNullable(stored.baselines().get(Evaluation.name(baseline)))
                    .ifPresent(of -> baselines.put(Evaluation.name(baseline), of));
        }
        Timing none = Timing.of();
        RunScores scores = RunScores.of(new RunScores.Raw(
                run,
                rows,
                stored.logits(),
                stored.labels(),
                stored.users(),
                baselines,
                new RunScores.Latency(none, none, none),
                stored.notes()));
        return Optional.of(ranking().map(scores::with).orElse(scores));
    }

    /** How the whole catalogue is ranked; empty where it was not measured. */
    public Optional<CatalogueRanking> ranking() {
        return Files.exists(file(RANKING))
                ? Optional.of(
                        SealedJson.read(file(RANKING), CatalogueRanking.class).complete())
                : Optional.empty();
    }

    /** Stores the scores of the rows. */
    public void write(Disk disk, RunScores.Raw raw) throws IOException {
        folder.removeEarlier(disk);
        SealedJson.write(
                disk, file(ROWS), new Rows(raw.logits(), raw.labels(), raw.users(), raw.baselines(), raw.notes()));
    }

    /** Stores the ranking beside them. */
    public void write(Disk disk, CatalogueRanking ranking) {
        SealedJson.write(disk, file(RANKING), ranking);
    }

    /** What the figures are made of; empty where it was not measured. */
    public Optional<Anatomy> anatomy() {
        return Files.exists(file(ANATOMY))
                ? Optional.of(SealedJson.read(file(ANATOMY), Anatomy.class))
                : Optional.empty();
    }

    /** Whether it was measured by the rule of before alone, and has to be measured anew. */
    public boolean anatomyIsOutdated() {
        return Files.exists(file(EARLIER_ANATOMY)) && !Files.exists(file(ANATOMY));
    }

    /** Stores what the figures are made of. */
    public void write(Disk disk, Anatomy anatomy) throws IOException {
        folder.removeEarlier(disk);
        SealedJson.write(disk, file(ANATOMY), anatomy);
        disk.delete(file(EARLIER_ANATOMY));
    }

    private Path file(String ending) {
        return folder.file(Json.line(rows), ending);
    }
}
