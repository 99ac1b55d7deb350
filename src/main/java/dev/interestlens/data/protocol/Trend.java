package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is popular just then: the score of an item is the number of its training events in the days before the impression; of equal ones, that with more
 * training events in all is first.
 */
public final class Trend {
    /** Seconds of a day. */
    static final long DAY = 86_400;

    private static final int[] DAYS = {1, 3, 7, 14, 30, 90};
    private static final int USERS = 500;
    private static final int MIN_USERS = 50;
    private static final int TOP = 10;

    /** Scores that are computed for one number of days: for fewer users where there are many items. */
    private static final int SCORES = 20_000_000;

    /** The most training events whose times are held. */
    private static final long EVENTS = 50_000_000;

    private final SampleSet samples;
    private final Times times;
    private final int days;
    private final double ndcg10;

    /** The times of each item's training events, ascending from {@code starts[item]} on, in seconds. */
    private record Times(int[] starts, long[] times) {
        static Times of(SampleSet samples) {
            PreparedDataset data = samples.data();
            int[] starts = new int[data.items() + Field.FIRST + 1];
            int[] read = samples.readEvents();
            for (int item = Field.FIRST; item + 1 < starts.length; item++) {
                starts[item + 1] = starts[item] + read[item];
            }
            long[] times = new long[starts[starts.length - 1]];
            int[] next = starts.clone();
            for (int user = 0; user < data.users(); user++) {
                long first = data.firstEvent(user);
                for (long event = first; event < first + samples.seenEvents(user); event++) {
                    if (!samples.omission().event(event)) {
                        times[next[data.eventItem(event)]++] = data.eventTime(event);
                    }
                }
            }
            for (int item = Field.FIRST; item + 1 < starts.length; item++) {
                Arrays.sort(times, starts[item], starts[item + 1]);
            }
            return new Times(starts, times);
        }

        /** The latest; 0 where there is none. */
        long last() {
            return Arrays.stream(times).max().orElse(0);
        }

        /** The item of each event on each of some days. */
        int[][] itemsOf(int firstDay, int days) {
            IntStream.Builder[] found = new IntStream.Builder[days];
            Arrays.setAll(found, day -> IntStream.builder());
            for (int item = Field.FIRST; item + 1 < starts.length; item++) {
                for (int at = starts[item]; at < starts[item + 1]; at++) {
                    long day = Math.floorDiv(times[at], DAY) - firstDay;
                    if (day >= 0 && day < days) {
                        found[(int) day].add(item);
                    }
                }
            }
            return Arrays.stream(found).map(day -> day.build().toArray()).toArray(int[][]::new);
        }

        /** How many events an item has. */
        int of(int item) {
            return starts[item + 1] - starts[item];
        }

        /** How many events an item has before a time. */
        int before(int item, long time) {
            int low = starts[item];
            int high = starts[item + 1];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[middle] < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - starts[item];
        }
    }

    private Trend(SampleSet samples, Times times, int days, double ndcg10) {
        this.samples = samples;
        this.times = times;
        this.days = days;
        this.ndcg10 = ndcg10;
    }

    /** With the number of days that has the best NDCG@10 of the full ranking on the validation part; empty where the log has no times, or is too large. */
    static Optional<Trend> best(SampleSet samples) {
        long events = IntStream.range(0, samples.data().users())
                .mapToLong(samples::seenEvents)
                .sum();
        if (!samples.data().info().times().timed() || events > EVENTS) {
            return Optional.empty();
        }
        Times times = Times.of(samples);
        Catalogue catalogue = new Catalogue(samples);
        int asked = Math.max(MIN_USERS, Math.min(USERS, SCORES / Math.max(1, catalogue.size())));
        List<Catalogue.Query> queries = catalogue.queries(Part.VALID, asked).all();
        int[] users = queries.stream().mapToInt(Catalogue.Query::user).toArray();
        List<List<FullRanking.Rank>> ranks = Arrays.stream(DAYS)
                .<List<FullRanking.Rank>>mapToObj(days -> new ArrayList<>())
                .toList();
        for (Catalogue.Query query : queries) {
            float[][] scores = ofEach(samples, times, catalogue, query);
            boolean[] open = catalogue.open(query);
            for (int d = 0; d < DAYS.length; d++) {
                ranks.get(d).add(FullRanking.rank(scores[d], query.truth(), open));
            }
        }
        Trend best = null;
        double most = 0;
        for (int d = 0; d < DAYS.length; d++) {
            double ndcg = queries.isEmpty()
                    ? 0
                    : FullRanking.mean(new FullRanking(users, ranks.get(d)).ndcg(TOP))
                            .orNaN();
            if (best == null || ndcg > most) {
                best = new Trend(samples, times, DAYS[d], queries.isEmpty() ? Double.NaN : ndcg);
                most = ndcg;
            }
        }
        return Optional.of(best);
    }

    /** The scores of a catalogue by each number of days: an item without an event in many days has none in fewer. */
    private static float[][] ofEach(SampleSet samples, Times times, Catalogue catalogue, Catalogue.Query query) {
        float[][] scores = new float[DAYS.length][catalogue.size()];
        long time = time(samples, query);
        for (int place = 0; place < catalogue.size(); place++) {
            int item = catalogue.item(place);
            double share = share(times, item);
            int until = times.before(item, time);
            int recent = until;
            for (int d = DAYS.length - 1; d >= 0; d--) {
                recent = recent == 0 ? 0 : until - times.before(item, time - DAYS[d] * DAY);
                scores[d][place] = (float) (recent + share);
            }
        }
        return scores;
    }

    /** How many days count. */
    public int days() {
        return days;
    }

    /** NDCG@10 of the full ranking on the validation part; NaN where there is none. */
    public double ndcg10() {
        return ndcg10;
    }

    /** The score of an item at a time in seconds. */
    public double score(int item, long time) {
        return times.before(item, time) - times.before(item, time - days * DAY) + share(times, item);
    }

    /** Orders those that are equally popular just then: below 1. */
    private static double share(Times times, int item) {
        int all = times.of(item);
        return all / (all + 1.0);
    }

    /**
     * The most popular items of each day, ascending by id behind zeros, with the root of the number of their training events in the days before it.
     *
     * @param ids row by row
     * @param values likewise, with a mean square of 1
     * @param first the day of the first row, which is empty; the last row is the day after the last training event
     */
    public record Table(int[] ids, float[] values, int first) {}

    /** The table of the last days of the log. */
    public Table table(int rows, int width) {
        int last = (int) Math.floorDiv(times.last(), DAY) + 1;
        Table table = new Table(new int[rows * width], new float[rows * width], last - rows + 1);
        int[] items = byPopularity();
        int[] counts = new int[items.length + Field.FIRST];
        int[][] byDay = times.itemsOf(table.first() - days, rows + days);
        double squares = 0;
        int there = 0;
        for (int day = 0; day < rows + days; day++) {
            if (day > days) {
                int[] top = top(counts, items, width);
                for (int k = 0, at = (day - days + 1) * width - top.length; k < top.length; k++, at++) {
                    table.ids()[at] = top[k];
                    table.values()[at] = (float) Math.sqrt(counts[top[k]]);
                    squares += counts[top[k]];
                }
                there += top.length;
            }
            count(counts, byDay[day], 1);
            count(counts, day < days ? new int[0] : byDay[day - days], -1);
        }
        float unit = (float) Math.sqrt(squares / Math.max(1, there));
        for (int at = 0; at < table.values().length; at++) {
            table.values()[at] /= unit == 0 ? 1 : unit;
        }
        return table;
    }

    private static void count(int[] counts, int[] items, int by) {
        for (int item : items) {
            counts[item] += by;
        }
    }

    private int[] byPopularity() {
        return IntStream.range(Field.FIRST, samples.data().items() + Field.FIRST)
                .boxed()
                .sorted(Comparator.comparingInt(item -> -times.of(item)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The items with the highest counts above 0, ascending by id; of equal ones those that come first. */
    private static int[] top(int[] counts, int[] items, int most) {
        int[] having = new int[Arrays.stream(counts).max().orElse(0) + 2]; // items by their count
        for (int item : items) {
            having[counts[item]]++;
        }
        int least = having.length - 1;
        int above = 0;
        while (least > 1 && above + having[least - 1] <= most) {
            above += having[--least];
        }
        int[] top = new int[most];
        int size = 0;
        int room = least > 1 ? most - above : 0; // for some of those just below
        for (int item : items) {
            boolean below = counts[item] == least - 1 && room > 0;
            room -= below ? 1 : 0;
            if (counts[item] >= least || below) {
                top[size++] = item;
            }
        }
        return Arrays.stream(top, 0, size).sorted().toArray();
    }

    /** The score of every item of a catalogue. */
    public float[] of(Catalogue catalogue, Catalogue.Query query) {
        long time = time(samples, query);
        return ArrayFill.floats(catalogue.size(), place -> score(catalogue.item(place), time));
    }

    private static long time(SampleSet samples, Catalogue.Query query) {
        return samples.data().eventTime(samples.data().firstEvent(query.user()) + query.position());
    }
}
