package dev.interestlens.workspace.score;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.filter.Filter;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.PairModel;
import dev.interestlens.workspace.ScoredRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Scores many rows into a CSV or Parquet file, in constant memory: every row of a part, or every pair of a file. A call that was killed or cancelled
 * continues where it stopped when it is repeated, with the same bytes as the result.
 */
public final class BatchPrediction {
    /** In which scores are written. */
    public static final List<String> ENDINGS = List.of("csv", "parquet");

    private static final int BATCH = 1024;

    /** Rows in a chunk. */
    public static final int PIECE = 1 << 16;

    private final PairModel run;
    private final OutputPath target;
    private final Progress progress;
    private final int piece;
    private final boolean guarded;
    private final CsvCells cells;

    /** @param piece rows that are scored before they are written; a killed call continues at a multiple of it */
    public BatchPrediction(PairModel run, OutputPath target, Progress progress, int piece) {
        this.run = run;
        this.target = target;
        this.progress = progress;
        this.piece = piece;
        guarded = guarded(target);
        cells = new CsvCells(guarded, run.data().info().mark());
    }

    /**
     * The result.
     *
     * @param rows of the whole file
     * @param unscored rows that got no score, with the reason beside them
     * @param taken rows that an earlier call had scored
     */
    public record Result(long rows, long unscored, long taken) {}

    /**
     * Pairs that were scored elsewhere.
     *
     * @param csv lines as {@link PairScores} makes them
     */
    public record Piece(String csv, long rows, long unscored) {}

    /**
     * Puts pieces of pairs, in their order, into the file that {@link #file} makes of them.
     *
     * @param data whose users and items they are
     */
    public static Result gather(OutputPath target, String identity, DatasetInfo data, Iterator<Piece> scored) {
        long rows = 0;
        long unscored = 0;
        try (ScorePieces pieces = ScorePieces.open(Disk.real(), target, pairColumns(data), "gathered " + identity)) {
            while (scored.hasNext()) {
                Piece piece = scored.next();
                pieces.add(piece.csv());
                rows += piece.rows();
                unscored += piece.unscored();
            }
            pieces.finish();
        }
        return new Result(rows, unscored, 0);
    }

    /** Whether texts are protected from being formulas in the target. */
    public static boolean guarded(OutputPath target) {
        return !ScorePieces.isParquet(target.path());
    }

    private static Map<String, String> pairColumns(DatasetInfo data) {
        return CsvCells.columns("row BIGINT, user VARCHAR, item VARCHAR, score DOUBLE, note VARCHAR", data.mark());
    }

    /**
     * Every row of a part that passes a filter: sample, user, item, label, score.
     *
     * @param where as {@link Filter} reads it; empty for all rows
     * @return the rows of it that this call wrote
     * @throws dev.interestlens.store.ProblemException naming the part of the filter that is not understood, before any scoring
     */
    public Result part(Part part, String where) {
        filter(new ScoredRows(run, null, part, new int[0], new double[0]), where);
        String columns = "sample BIGINT, user VARCHAR, item VARCHAR, label INTEGER, score DOUBLE";
        try (ScorePieces pieces = ScorePieces.open(
                Disk.real(),
                target,
                CsvCells.columns(columns, cells.mark()),
                work("part " + part + (where.isEmpty() ? "" : " where " + where)))) {
            return part(part, where, pieces);
        }
    }

    private static Predicate<Integer> filter(ScoredRows rows, String where) {
        return Filter.of(where, rows.fields(), rows.words()).require().test();
    }

    private Result part(Part part, String where, ScorePieces pieces) {
        CategoryNames categories = new CategoryNames(run.data());
        long written = 0;
        SampleSet samples = run.samples();
        int size = samples.size(part);
        long taken = Math.min(size, (long) pieces.count() * piece);
        for (int from = (int) taken; from < size; from += piece) {
            proceed((double) from / size);
            int[] rows = IntStream.range(from, Math.min(size, from + piece)).toArray();
            StringBuilder csv = new StringBuilder();
            for (int at = 0; at < rows.length; at += BATCH) {
                int[] some = java.util.Arrays.copyOfRange(rows, at, Math.min(rows.length, at + BATCH));
                double[] scores = run.scores(run.readSamples().batch(part, some));
                ScoredRows scored = new ScoredRows(run, categories, part, some, scores);
                Predicate<Integer> passes = filter(scored, where);
                for (int i = 0; i < some.length; i++) {
                    if (passes.test(i)) {
                        line(csv, scored.sample(i), some[i], scores[i]);
                        written++;
                    }
                }
            }
            pieces.add(csv.toString());
        }
        pieces.finish();
        return new Result(where.isEmpty() ? size : written, 0, taken);
    }

    private void line(StringBuilder csv, Sample sample, int row, double score) {
        cells.line(
                csv,
                String.valueOf(row),
                run.data().userKey(sample.user()),
                run.data().itemKey(sample.candidate()),
                String.valueOf((int) sample.label()),
                String.valueOf(score));
    }

    /**
     * Every pair of a file: row, user, item, score, note. The history of a pair is the user's history before its time, or all of it where there is
     * none. An item that does not occur in training is scored as unknown, with a note; a user who is not in the data set, or a time that cannot be
     * read, gets no score.
     *
     * @param columns the column of a role, where it has another name
     * @param written how times are written, as in {@link PrepareOptions#time}; where it is {@code auto}, the data set's own format is tried first
     */
    public Result file(Path requests, ColumnMapping columns, String written) {
        String own = run.data().info().times().timed()
                ? run.data().info().origin().settings().getOrDefault("time", "")
                : "";
        try (ScorePieces pieces = ScorePieces.open(
                        Disk.real(),
                        target,
                        pairColumns(run.data().info()),
                        work(identity(requests) + columns.written() + written));
                RequestTable table = RequestTable.open(requests, columns, written, own, pieces.scratch(), progress)) {
            long rows = table.rows();
            long taken = Math.min(rows, (long) pieces.count() * piece);
            long[] row = {taken};
            PairScores scores = new PairScores(run, guarded);
            if (taken < rows) {
                table.each(taken, piece, some -> {
                    proceed((double) row[0] / rows);
                    pieces.add(scores.csv(some, row[0]));
                    row[0] += some.size();
                });
            }
            pieces.finish();
            return new Result(rows, scores.unscored(), taken);
        }
    }

    private void proceed(double fraction) {
        progress.at("score", fraction);
        if (progress.cancelled()) {
            throw Problem.cancelled(BatchPrediction.class, "cancelled").exception();
        }
    }

    /** A text that identifies the scores. */
    private String work(String rows) {
        return run.identity() + " " + piece + " " + guarded + " " + rows;
    }

    private static String identity(Path file) {
        try {
            return file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw Problem.badInput(RequestTable.class, "noRequests", file).exception(e);
        }
    }
}
