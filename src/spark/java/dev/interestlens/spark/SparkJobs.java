package dev.interestlens.spark;

import dev.interestlens.cli.console.ClusterJobs;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.spark.source.Cluster;
import dev.interestlens.spark.source.ClusterEngine;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.score.BatchPrediction;
import dev.interestlens.workspace.score.BatchRecommendation;
import dev.interestlens.workspace.score.OnnxScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Preparing, scoring and recommending with one session of Spark. */
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
            List<String> sources, String table, PrepareOptions options, OutputPath target, Progress progress) {
        String beside = target.path().toAbsolutePath().getParent().toUri().toString();
        try (SourceMirror mirror = new SourceMirror(spark, beside, sources, table, options);
                Cluster cluster = new SparkCluster(spark, beside, mirror.locations(), partBytes)) {
            return ClusterEngine.prepare(mirror.sources(), mirror.options(), target, progress, cluster);
        }
    }

    @Override
    public BatchPrediction.Result score(Scoring scoring, OutputPath target, Progress progress) {
        SharedFolder shared = beside(target);
        ScoreTask task = new ScoreTask(scoring, BatchPrediction.guarded(target), shared);
        List<ScoreTask.Rows> rows = rows(scoring, task, cores());
        Function<Iterator<ScoreTask.Scored>, BatchPrediction.Result> gather = scored -> BatchPrediction.gather(
                target,
                String.join(" ", task.identity()),
                info(scoring.data()),
                each(scored, one -> new BatchPrediction.Piece(text(shared, one.name()), one.rows(), one.unscored())));
        return made(shared, rows, task, ScoreTask::score, gather, progress, BatchPrediction.class, "cancelled");
    }

    @Override
    public BatchRecommendation.Result recommend(Recommending wanted, OutputPath target, Progress progress) {
        SharedFolder shared = beside(target);
        ListTask task = new ListTask(wanted, OutputPath.ending(target.path()), shared);
        int all = task.count();
        int step = Math.max(BatchRecommendation.PIECE, all / (cores() * TASKS_A_CORE));
        List<ListTask.Users> users = new ArrayList<>();
        for (int from = 0; from < all; from += step) {
            users.add(new ListTask.Users(from, Math.min(all, from + step)));
        }
        Function<Iterator<ListTask.Listed>, BatchRecommendation.Result> gather = listed -> BatchRecommendation.gather(
                target,
                String.join(" ", task.identity()),
                new RunFolder(wanted.run()).read().name(),
                info(wanted.data()),
                wanted.language(),
                each(listed, one -> new BatchRecommendation.Piece(text(shared, one.name()), one.users(), one.empty())));
        return made(
                shared,
                users,
                task,
                ListTask::lists,
                gather,
                progress,
                BatchRecommendation.class,
                "recommendCancelled");
    }

    private static DatasetInfo info(Path data) {
        try (PreparedDataset opened = PreparedDataset.open(data)) {
            return opened.info();
        }
    }

    private int cores() {
        return new JavaSparkContext(spark.sparkContext()).defaultParallelism();
    }

    private SharedFolder beside(OutputPath target) {
        String folder = target.path().toAbsolutePath().getParent().toUri().toString();
        return new SharedFolder(
                folder.replaceFirst("/+$", "") + "/.interest-lens-" + UUID.randomUUID(),
                spark.sparkContext().hadoopConfiguration());
    }

    /** The work of a task on its share. */
    private interface Making<T, P, R> extends Serializable {
        ArrayList<R> of(T task, P share) throws IOException;
    }

    /**
     * Processes all shares and collects the published results in their order.
     *
     * @param owner whose problem texts say that it was cancelled
     */
    private <T extends Serializable, P extends Serializable, R extends Serializable, A> A made(
            SharedFolder shared,
            List<P> shares,
            T task,
            Making<T, P, R> making,
            Function<Iterator<R>, A> gather,
            Progress progress,
            Class<?> owner,
            String cancelled) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        TaskProgress tasks = new TaskProgress();
        spark.sparkContext().addSparkListener(tasks);
        Runnable unwatch = progress.watch(() -> SparkCluster.breakOff(spark), () -> -1);
        try {
            Broadcast<T> carried = context.broadcast(task);
            List<Outcome<ArrayList<R>>> outcomes =
                    tasks.watched(shares.size(), share -> progress.at("score", share), () -> context.parallelize(
                                    shares, Math.max(1, shares.size()))
                            .map(share -> outcome(making, carried.value(), share))
                            .collect());
            return gather.apply(
                    outcomes.stream().flatMap(outcome -> outcome.get().stream()).iterator());
        } catch (RuntimeException e) {
            throw progress.cancelled() ? Problem.cancelled(owner, cancelled).exception(e) : e;
        } finally {
            unwatch.run();
            tasks.awaitIdle(spark.sparkContext()::isStopped);
            spark.sparkContext().removeSparkListener(tasks);
            shared.remove();
        }
    }

    private static <T, P, R extends Serializable> Outcome<ArrayList<R>> outcome(Making<T, P, R> making, T task, P share)
            throws IOException {
        try {
            return new Outcome<>(making.of(task, share), null);
        } catch (ProblemException e) {
            return new Outcome<>(null, e.problem());
        }
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, B> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return change.apply(all.next());
            }
        };
    }

    // Whole pieces, so that batches have the same boundaries as on one machine.
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

    private static String text(SharedFolder shared, String name) {
        try (InputStream in = shared.open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
