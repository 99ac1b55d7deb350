package dev.interestlens.workspace.score;

import dev.interestlens.data.Field;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.workspace.PairModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores pairs as lines of CSV without a header: row, user, item, score, note. Batches begin with the rows of a chunk, so that the same chunks give
 * the same bytes on any machine.
 */
public final class PairScores {
    private static final int BATCH = 1024;
    private static final long SECOND = 1_000_000;

    /** In seconds; numbers that only count rows are smaller. */
    private static final long YEAR = 31_536_000;

    private final PairModel scorer;
    private final CsvCells cells;
    private long unscored;

    /** @param guarded whether texts are protected from being formulas in a spreadsheet */
    public PairScores(PairModel scorer, boolean guarded) {
        this.scorer = scorer;
        this.cells = new CsvCells(guarded, scorer.data().info().mark());
    }

    /** Rows so far that got no score. */
    public long unscored() {
        return unscored;
    }

    /** @param first number of the first row of the chunk */
    public String csv(List<RequestTable.Request> requests, long first) {
        StringBuilder csv = new StringBuilder();
        long row = first;
        for (int at = 0; at < requests.size(); at += BATCH) {
            List<RequestTable.Request> some = requests.subList(at, Math.min(requests.size(), at + BATCH));
            List<SampleSet.Request> known = new ArrayList<>();
            for (RequestTable.Request request : some) {
                int user = scorer.data().userOf(request.user());
                if (user >= 0 && readable(request)) {
                    known.add(wanted(user, request));
                }
            }
            double[] scores = known.isEmpty()
                    ? new double[0]
                    : scorer.scores(scorer.readSamples().requests(known));
            int next = 0;
            for (RequestTable.Request request : some) {
                boolean has = scorer.data().userOf(request.user()) >= 0 && readable(request);
                unscored += has ? 0 : 1;
                cells.line(
                        csv,
                        String.valueOf(row++),
                        request.user(),
                        request.item(),
                        has ? String.valueOf(scores[next++]) : "",
                        note(request));
            }
        }
        return csv.toString();
    }

    private SampleSet.Request wanted(int user, RequestTable.Request request) {
        int item = scorer.data().itemOf(request.item());
        return request.time() == null
                ? new SampleSet.Request(user, item, null)
                : new SampleSet.Request(
                        user, item, Math.floorDiv(request.time(), SECOND), (int) Math.floorMod(request.time(), SECOND));
    }

    private boolean readable(RequestTable.Request request) {
        Long time = request.time();
        return time == null || time != RequestTable.UNREADABLE && !standsForNone(time);
    }

    /** Whether it is 0 or -1 second beside a log of dates. */
    private boolean standsForNone(long time) {
        return time <= 0 && time >= -SECOND && scorer.data().info().times().firstTime() > YEAR;
    }

    private String note(RequestTable.Request request) {
        if (scorer.data().userOf(request.user()) < 0) {
            return "unknownUser";
        }
        if (!readable(request)) {
            return "unreadableTime";
        }
        int item = scorer.data().itemOf(request.item());
        return item == Field.UNKNOWN || !scorer.samples().warm(item) ? "unknownItem" : "";
    }
}
