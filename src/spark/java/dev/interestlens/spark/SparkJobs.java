package dev.interestlens.spark;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.Cluster;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.RequestTable;
import dev.interestlens.data.source.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Target;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.OnnxScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Preparing and scoring with one session of Spark. */
final class SparkJobs implements ClusterJobs {
    private static final int TASKS_A_CORE = 4;

    private final SparkSession spark;
    private final long partBytes;

    /** @param partBytes of a log that one task reads */
    SparkJobs(SparkSession spark, long partBytes) {
        this.spark = spark;
        this.partBytes = partBytes;
    }

    @Override
    public PreparedDataset prepare(
            List<String> sources, String table, PrepareOptions options, Target target, Progress progress) {
        String beside = target.path().toAbsolutePath().getParent().toUri().toString();
        try (SourceMirror mirror = new SourceMirror(spark, beside, sources, table, options);
                Cluster cluster = new SparkCluster(spark, beside, mirror.locations(), partBytes)) {
            return Sources.prepare(mirror.sources(), mirror.options(), target, progress, cluster);
        }
    }

    @Override
    public BatchPrediction.Result score(Scoring scoring, Target target, Progress progress) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        String beside = target.path().toAbsolutePath().getParent().toUri().toString();
        SharedFolder shared = new SharedFolder(
                beside.replaceFirst("/+$", "") + "/.interest-lens-" + UUID.randomUUID(),
                spark.sparkContext().hadoopConfiguration());
        ScoreTask task = new ScoreTask(scoring, BatchPrediction.guarded(target), shared);
        TaskProgress tasks = new TaskProgress();
        spark.sparkContext().addSparkListener(tasks);
        Runnable unwatch = progress.watch(() -> spark.sparkContext().cancelAllJobs(), () -> -1);
        try {
            List<ScoreTask.Rows> rows = rows(scoring, task, context.defaultParallelism());
            Broadcast<ScoreTask> carried = context.broadcast(task);
            List<Outcome<ArrayList<ScoreTask.Scored>>> outcomes = tasks.watched(
                    rows.size(), share -> progress.at("score", share), () -> context.parallelize(rows, rows.size())
                            .map(some -> outcome(carried.value(), some))
                            .collect());
            Iterator<BatchPrediction.Piece> pieces = outcomes.stream()
                    .flatMap(outcome -> outcome.get().stream())
                    .map(scored -> piece(shared, scored))
                    .iterator();
            return BatchPrediction.gather(target, String.join(" ", task.identity()), pieces);
        } catch (RuntimeException e) {
            throw progress.cancelled() ? cancelled(e) : e;
        } finally {
            unwatch.run();
            spark.sparkContext().removeSparkListener(tasks);
            remove(shared);
        }
    }

    private static ProblemException cancelled(RuntimeException cause) {
        return Problem.cancelled(BatchPrediction.class, "cancelled")
                .cause(cause)
                .exception();
    }

    private static Outcome<ArrayList<ScoreTask.Scored>> outcome(ScoreTask task, ScoreTask.Rows rows)
            throws IOException {
        try {
            return new Outcome<>(task.score(rows), null);
        } catch (ProblemException e) {
            return new Outcome<>(null, e.problem());
        }
    }

    // Whole pieces, so that batches begin where those of one machine do.
    private static List<ScoreTask.Rows> rows(Scoring scoring, ScoreTask task, int cores) {
        try {
            Path work = Files.createTempDirectory("interest-lens-pairs");
            try (OnnxScorer model = OnnxScorer.open(scoring.onnx(), scoring.data());
                    RequestTable table = task.table(model, work)) {
                long all = table.rows();
                long pieces = (all + BatchPrediction.PIECE - 1) / BatchPrediction.PIECE;
                long step = Math.max(1, pieces / ((long) cores * TASKS_A_CORE)) * BatchPrediction.PIECE;
                List<ScoreTask.Rows> rows = new ArrayList<>();
                for (long from = 0; from < all; from += step) {
                    rows.add(new ScoreTask.Rows(from, Math.min(all, from + step)));
                }
                return rows;
            } finally {
                TaskFiles.remove(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BatchPrediction.Piece piece(SharedFolder shared, ScoreTask.Scored scored) {
        try (InputStream in = shared.open(scored.name())) {
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new BatchPrediction.Piece(csv, scored.rows(), scored.unscored());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(SharedFolder shared) {
        try {
            shared.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
