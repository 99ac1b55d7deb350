package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.metric.SortedSearch;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The samples that a protocol makes of a data set. Rows of validation and test stand user by user, each positive followed by its negatives. It holds
 * no histories: a batch copies what it needs. Immutable; safe for several threads while the data set is open.
 */
public final class SampleSet {
    /** One without a history, one to train on, one for validation and one for the test. */
    private static final int LAST_OUT_EVENTS = 4;

    private final PreparedDataset data;
    private final ProtocolConfig config;
    private final long seed;
    private final int[] seen;
    private final Map<Part, PartRows> parts;
    private final HistoryRule history;
    private final Warm warm;
    private final NegativeDraws draws;
    private final SampleCounts counts;
    private final Map<Part, List<Target>> cold;
    private final HistoryChoice choice;
    private final Omission omission;
    private final Reads reads;
    private final AtomicReference<Neighbours> neighbours;
    private final AtomicReference<Optional<Trend>> trend;
    private final AtomicReference<SampleSet> whole;

    private SampleSet(SampleSet of, HistoryChoice choice, Reads reads) {
        this.reads = reads;
        data = of.data;
        config = of.config;
        seed = of.seed;
        seen = of.seen;
        parts = of.parts;
        history = of.history;
        warm = of.warm;
        draws = of.draws;
        counts = of.counts;
        cold = of.cold;
        neighbours = of.neighbours;
        trend = of.trend;
        whole = of.whole;
        omission = of.omission;
        this.choice = choice;
    }

    private SampleSet(PreparedDataset data, ProtocolConfig config, long seed, Omission omission) {
        this.data = data;
        this.omission = omission;
        reads = null;
        this.config = config;
        this.seed = seed;
        choice = null;
        neighbours = new AtomicReference<>();
        trend = new AtomicReference<>();
        whole = new AtomicReference<>();
        history = new HistoryRule(data, config.history());
        Plan plan = Plan.of(data, config, seed);
        seen = plan.seen();
        boolean logged = config.split() == Split.LOGGED;
        warm = new Warm(
                data, seen, logged ? Quantile.ofTimes(data, config.time().valid()) : Long.MIN_VALUE);
        draws = new NegativeDraws(data, warm);
        Targets targets = new Targets(data, config, warm, history, omission);
        parts = logged ? targets.logged() : targets.drawn(plan);
        cold = Map.of(Part.VALID, targets.cold(Part.VALID), Part.TEST, targets.cold(Part.TEST));
        counts = targets.counts(parts, plan.shortUsers());
    }

    /**
     * Applies a protocol; {@code seed} fixes the negatives of validation and test and those of {@link #sample}.
     *
     * @throws dev.interestlens.store.ProblemException if no item occurs in training, or there would be more than 2³¹ rows
     */
    public static SampleSet build(PreparedDataset data, ProtocolConfig config, long seed) {
        return build(data, config, seed, Omission.NONE);
    }

    /** The same for a training that must not read some rows: its draws stay those of the training that reads them. */
    public static SampleSet build(PreparedDataset data, ProtocolConfig config, long seed, Omission omission) {
        if (config.split() == Split.LOGGED && data.impressions().isEmpty()) {
            throw Problem.usage(SampleSet.class, "noLabels").exception();
        }
        if (data.events() == 0 && data.info().counts().impressions() > 0) {
            throw Problem.badInput(SampleSet.class, "allNegative")
                    .with("rows", data.info().counts().impressions())
                    .exception();
        }
        boolean byCategory =
                config.split() != Split.LOGGED && config.negatives().kind() == NegativeKind.SAME_CATEGORY;
        if (byCategory && !data.schema().hasCategory()) {
            throw Problem.usage(SampleSet.class, "noCategories").exception();
        }
        try {
            SampleSet samples = new SampleSet(data, config, seed, omission);
            if (samples.warm.size() < 2) {
                samples.requireLength();
                throw Problem.badInput(SampleSet.class, "nothingToTrain")
                        .with("events", data.events())
                        .exception("users", data.users());
            }
            samples.requireDrawable("evaluate", config.negatives().evaluate());
            samples.requireDrawable("train", config.negatives().train());
            return samples;
        } catch (ArithmeticException e) {
            throw Problem.resource(SampleSet.class, "tooManySamples").exception(e);
        }
    }

    // The negatives of a positive differ from each other as long as there are enough items. A small catalogue may
    // repeat them up to the usual number; for more distinct negatives than items the draws would never end.
    private void requireDrawable(String name, int negatives) {
        int usual = ProtocolConfig.defaults().negatives().evaluate();
        if (config.split() != Split.LOGGED && negatives > Math.max(usual, warm.size() - 1)) {
            throw Problem.usage(SampleSet.class, "tooManyNegatives")
                    .with("key", "data.protocol.negatives." + name)
                    .value(String.valueOf(negatives))
                    .with("items", warm.size())
                    .exception("most", warm.size() - 1);
        }
    }

    /**
     * Called before training.
     *
     * @throws dev.interestlens.store.ProblemException if a part has no rows, or all training rows have the same label
     */
    public void requireTrainable() {
        for (Part part : Part.values()) {
            requireRows(part);
        }
        if (omission.any() && IntStream.range(0, size(Part.TRAIN)).allMatch(this::omits)) {
            throw Problem.usage(SampleSet.class, "nothingLeft").exception("rows", size(Part.TRAIN));
        }
        PartRows training = parts.get(Part.TRAIN);
        boolean one = training.positives() == 0 || training.positives() == training.size();
        if (config.split() == Split.LOGGED && training.size() > 0 && one) {
            throw Problem.badInput(SampleSet.class, training.positives() == 0 ? "allNegative" : "allPositive")
                    .exception("rows", training.size());
        }
    }

    /** @throws dev.interestlens.store.ProblemException if a part has no rows, so that there is nothing to learn from or to measure on */
    public void requireRows(Part part) {
        if (size(part) == 0) {
            int cold = config.candidates() == Candidates.ALL
                    ? 0
                    : coldTargets(part).size();
            if (cold > 0) {
                throw Problem.badInput(SampleSet.class, "emptyCold")
                        .with("part", part)
                        .with("split", config.split())
                        .with("cold", cold)
                        .with("warm", warm.size())
                        .exception("items", data.items());
            }
            requireLength();
            throw Problem.badInput(SampleSet.class, data.info().hasLoggedNegatives() ? "emptyLabelled" : "emptyPart")
                    .with("part", part)
                    .with("split", config.split())
                    .exception("minimum", config.history().minimum());
        }
    }

    private void requireLength() {
        long most = data.info().histories().historyLength().max();
        if (config.split() == Split.LAST_OUT && most < LAST_OUT_EVENTS) {
            throw Problem.badInput(SampleSet.class, "emptyShort").exception("most", most);
        }
    }

    public ProtocolConfig config() {
        return config;
    }

    /**
     * The same samples; batches hold only the chosen behaviours of their histories.
     *
     * @param by null for all behaviours
     */
    public SampleSet reading(HistoryChoice by) {
        return by == choice ? this : new SampleSet(this, by, reads);
    }

    public PreparedDataset data() {
        return data;
    }

    /** The seed that fixes validation and test. */
    public long seed() {
        return seed;
    }

    /** The same samples; what the batches of training read is noted. */
    public SampleSet noting(Reads into) {
        return new SampleSet(this, choice, into);
    }

    public SampleCounts counts() {
        return counts;
    }

    /** The day after the log's last event, as in {@link RawBatch#days}, on which unknown next events are. */
    public int nextDay() {
        return (int) Math.floorDiv(data.info().times().lastTime(), Trend.DAY) + 1;
    }

    /** True items of a part that never occur in training, whether or not they are among its rows; none where labels come with the data. */
    public List<Target> coldTargets(Part part) {
        return cold.getOrDefault(part, List.of());
    }

    /** Whether an item occurs in training. */
    public boolean warm(int item) {
        return warm.has(item);
    }

    /** Training events of an item. */
    public int trainingEvents(int item) {
        return warm.count(item);
    }

    /** Those of an item that training may read, by item id. */
    int[] readEvents() {
        int[] read = ArrayFill.ints(data.items() + Field.FIRST, warm::count);
        for (int user = 0; omission.any() && user < data.users(); user++) {
            for (int k = 0; k < seen[user]; k++) {
                long event = data.firstEvent(user) + k;
                read[data.eventItem(event)] -= omission.event(event) ? 1 : 0;
            }
        }
        return read;
    }

    /** The time before which a share of all events lies, as the splits by time take it. */
    public static long timeBefore(PreparedDataset data, double share) {
        return Quantile.ofTimes(data, share);
    }

    /** What training must not read. */
    Omission omission() {
        return omission;
    }

    /** The same with nothing left out, made when it is first asked for. */
    SampleSet whole() {
        return whole.updateAndGet(known -> known == null ? build(data, config, seed, Omission.NONE) : known);
    }

    /** Whether a row of training is left out. */
    boolean omits(int trainingRow) {
        return parts.get(Part.TRAIN).omitted(trainingRow, omission);
    }

    /** The rule for items that a user has met before: new or all. */
    public Repeats repeats() {
        return repeats(Repeats.AUTO);
    }

    /** What a rule means for this log: new or all. */
    public Repeats repeats(Repeats rule) {
        return rule == Repeats.AUTO ? rule.in(repeatShare()) : rule;
    }

    /** Share of training events whose item the user has met before. */
    private double repeatShare() {
        long all = 0;
        long repeated = 0;
        for (int user = 0; user < data.users(); user++) {
            long first = data.firstEvent(user);
            long different = IntStream.range(0, seen[user])
                    .map(k -> data.eventItem(first + k))
                    .distinct()
                    .count();
            all += seen[user];
            repeated += seen[user] - different;
        }
        return all == 0 ? 0 : (double) repeated / all;
    }

    /** The best of the strong simple scorers that are made in seconds, which is made when it is first asked for. */
    public Neighbours neighbours(SymmetricInverse inversion) {
        return neighbours.updateAndGet(known -> known == null
                ? new NeighbourFit(this, inversion).best(NeighbourFit.cheap(this), OptionalDouble.empty())
                : known);
    }

    /** What is popular just before an impression, made when it is first asked for; empty where the log has no times. */
    public Optional<Trend> trend() {
        return trend.updateAndGet(known -> known == null ? Trend.best(this) : known);
    }

    /** How many of a user's first events are training events. */
    public int seenEvents(int user) {
        return seen[user];
    }

    /** Rows that belong to one positive, including itself; 1 where rows are independent. */
    public int group(Part part) {
        return parts.get(part).group();
    }

    /** Rows of a part; for TRAIN those of one epoch. */
    public int size(Part part) {
        return parts.get(part).size();
    }

    /** A row; for TRAIN as in epoch 0. */
    public Sample sample(Part part, int row) {
        return parts.get(part).sample(row, draws(part, seed, 0));
    }

    GroupDraws draws(Part part, long drawSeed, int epoch) {
        return new GroupDraws(draws, config.negatives().kind(), group(part) - 1, drawSeed, epoch);
    }

    /** Labels of all rows of a part. */
    public float[] labels(Part part) {
        return ArrayFill.floats(size(part), row -> parts.get(part).label(row));
    }

    /** User of each row of a part, for metrics by user. */
    public int[] users(Part part) {
        return ArrayFill.ints(size(part), row -> parts.get(part).user(row));
    }

    /** Which positions of a user are positives of which part; those of no part are missing. */
    public Map<Integer, Part> targets(int user) {
        Map<Integer, Part> targets = new TreeMap<>();
        for (Part part : Part.values()) {
            PartRows rows = parts.get(part);
            GroupDraws draws = draws(part, seed, 0);
            for (int row = firstRow(rows, user); row < rows.size() && rows.user(row) == user; row += rows.group()) {
                if (rows.label(row) > 0) {
                    targets.put(rows.sample(row, draws).position(), part);
                }
            }
        }
        return targets;
    }

    // Rows stand user by user.
    private static int firstRow(PartRows rows, int user) {
        return SortedSearch.first(0, rows.size(), row -> rows.user(row) >= user);
    }

    /** The given rows as one batch, in that order; for TRAIN as in epoch 0. */
    public RawBatch batch(Part part, int[] rows) {
        BatchFill fill = fill(rows.length);
        GroupDraws group = draws(part, seed, 0);
        for (int row : rows) {
            parts.get(part).put(fill, row, group);
        }
        return fill.batch(null, null, 0);
    }

    /** Training batches, shuffled anew each epoch, with new negatives. */
    public BatchSource training(int batchSize, long drawSeed, BatchOptions options) {
        return new TrainingBatches(this, draws, batchSize, drawSeed, options);
    }

    /**
     * Training batches of groups: a true item, then sampled ones with the same history.
     *
     * @param batchSize approximate number of rows
     * @param options whose number of shared items is that of each group, drawn for each group separately
     */
    public BatchSource groups(int batchSize, long drawSeed, BatchOptions options) {
        return new TrainingGroups(this, draws, batchSize, options, drawSeed);
    }

    /**
     * ln of the ratio between the probability of drawing an item and that of a uniform draw, by item id; 0 for items that do not occur in training.
     *
     * @param kind how items are drawn
     */
    public float[] logDraws(SharedKind kind) {
        double all = 0;
        for (int item = 0; item < data.items() + Field.FIRST; item++) {
            all += warm.count(item);
        }
        float[] logs = new float[data.items() + Field.FIRST];
        for (int item = 0; item < logs.length; item++) {
            double popular = warm.count(item) * (double) warm.size() / all;
            double share =
                    switch (kind) {
                        case UNIFORM -> 1;
                        case POPULARITY -> popular;
                        case MIXED -> (1 + popular) / 2;
                    };
            logs[item] = share == 0 ? 0 : (float) Math.log(share);
        }
        return logs;
    }

    /**
     * Items that the loss compares true items with, by the number of a draw: the same seed and number give the same items.
     *
     * @param count as in {@link BatchOptions#shared}
     */
    public IntFunction<RawBatch.Shared> shared(int count, SharedKind kind, long drawSeed) {
        SharedDraws draws = new SharedDraws(this, new BatchOptions(0, NegativeKind.UNIFORM, 0, count, kind), drawSeed);
        return number -> draws.of(0, number);
    }

    /**
     * Training batches of sequences, every position of which is a target.
     *
     * @param positions the most recent ones of a user that train, 0 for all
     */
    public BatchSource sequences(int batchSize, int positions, long drawSeed, BatchOptions options) {
        return new TrainingSequences(this, batchSize, positions, drawSeed, options);
    }

    /**
     * One history with several candidates, one sample each.
     *
     * @param position of the target in the user's sequence; one past the last for the unknown next event
     * @param candidates item ids; the label is 1 for the event at the position, else 0
     */
    public RawBatch single(int user, int position, int[] candidates) {
        long target = data.firstEvent(user) + position;
        boolean next = target == data.endEvent(user);
        long time = data.eventTime(next ? Math.max(data.firstEvent(user), target - 1) : target);
        long from = firstHistoryEvent(user, position);
        long to = endHistoryEvent(user, position);
        BatchFill fill = fill(candidates.length);
        for (int item : candidates) {
            boolean chosen = !next && data.eventItem(target) == item;
            fill.add(user, from, to, next ? -1 : target, item, time, chosen ? 1 : 0);
            if (next) {
                fill.on(nextDay());
            }
        }
        return fill.batch(null, null, 0);
    }

    /**
     * A pair to be scored.
     *
     * @param user number of the user
     * @param item id of the candidate
     * @param time of the candidate in seconds since 1970, before which the history ends; null for a time after the user's last event
     * @param micros microseconds of that time behind its whole second
     */
    public record Request(int user, int item, Long time, int micros) {
        /** At a whole second. */
        public Request(int user, int item, Long time) {
            this(user, item, time, 0);
        }
    }

    /** One sample without label for each request, with the history that the protocol gives. */
    public RawBatch requests(List<Request> requests) {
        BatchFill fill = fill(requests.size());
        for (Request request : requests) {
            int user = request.user();
            long begin = data.firstEvent(user);
            long end = request.time() == null ? data.endEvent(user) : firstFrom(user, request.time(), request.micros());
            long last = end == begin ? 0 : data.eventTime(end - 1);
            long time = request.time() == null ? last : request.time();
            fill.add(user, history.first(user, end), end, -1, request.item(), time, 0);
            if (request.time() == null) {
                fill.on(nextDay());
            }
        }
        return fill.batch(null, null, 0);
    }

    /** The user's first event at that time or later, or the end. */
    private long firstFrom(int user, long time, int micros) {
        long first = data.firstEvent(user);
        return first
                + SortedSearch.first(0, (int) (data.endEvent(user) - first), event -> {
                    long second = data.eventTime(first + event);
                    return second > time || second == time && data.eventMicros(first + event) >= micros;
                });
    }

    /**
     * A history made by hand with several candidates, on a day that is not known.
     *
     * @param historyItems item ids, oldest first
     * @param gaps seconds from each behaviour to the candidates
     * @param user whose user fields are read; −1 for an unknown user
     */
    public RawBatch custom(int[] historyItems, long[] gaps, int user, int[] candidates) {
        return custom(historyItems, gaps, user, 0, candidates);
    }

    /**
     * The same on a day.
     *
     * @param day as in {@link RawBatch#days}
     */
    public RawBatch custom(int[] historyItems, long[] gaps, int user, int day, int[] candidates) {
        BatchFill fill = new BatchFill(data, warm, candidates.length, null, Omission.NONE, null);
        int n = historyItems.length;
        int[] items = new int[Math.multiplyExact(n, candidates.length)];
        long[] seconds = new long[items.length];
        for (int c = 0; c < candidates.length; c++) {
            fill.add(user, 0, n, -1, candidates[c], 0, 0);
            fill.on(day);
            System.arraycopy(historyItems, 0, items, c * n, n);
            System.arraycopy(gaps, 0, seconds, c * n, n);
        }
        return fill.batch(items, seconds, null, null, 0);
    }

    BatchFill fill(int size) {
        return new BatchFill(data, warm, size, choice, Omission.NONE, null);
    }

    /** One whose histories lack what is left out. */
    BatchFill trainingFill(int size) {
        return new BatchFill(data, warm, size, choice, omission, reads);
    }

    void put(BatchFill fill, int trainingRow, GroupDraws group) {
        parts.get(Part.TRAIN).put(fill, trainingRow, group);
    }

    /** First event of the history that a target at this position reads; at most {@code maxLength} before its end. */
    public long firstHistoryEvent(int user, int position) {
        return history.first(user, endHistoryEvent(user, position));
    }

    /** One past the last event of that history. */
    public long endHistoryEvent(int user, int position) {
        return history.end(user, position, history.time(user, position));
    }

    /** First event of the history that a sample reads. */
    public long firstHistoryEvent(Sample sample) {
        return history.first(sample.user(), endHistoryEvent(sample));
    }

    /** One past the last event of that history. */
    public long endHistoryEvent(Sample sample) {
        return history.end(sample.user(), sample.position(), sample.time());
    }
}
