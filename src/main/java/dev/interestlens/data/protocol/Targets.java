package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Applies the rules about single targets to the ranges of a split, and counts what they leave out. */
final class Targets {

    private final PreparedDataset data;
    private final ProtocolConfig config;
    private final Warm warm;
    private final HistoryRule history;
    private final Omission omission;
    private final Map<Part, List<Target>> cold = new EnumMap<>(Part.class);
    private int coldValid;
    private int coldTest;
    private int skipped;
    private int tied;
    private int capped;

    Targets(PreparedDataset data, ProtocolConfig config, Warm warm, HistoryRule history, Omission omission) {
        this.data = data;
        this.config = config;
        this.warm = warm;
        this.history = history;
        this.omission = omission;
    }

    /** Positives of a split with negatives that are drawn. */
    Map<Part, PartRows> drawn(Plan plan) {
        Map<Part, PartRows> parts = new EnumMap<>(Part.class);
        ProtocolConfig.Negatives negatives = config.negatives();
        PositivePositions train = training(plan.trainLow(), plan.trainHigh());
        PositivePositions valid = evaluation(Part.VALID, plan.validLow(), plan.validHigh())
                .without((user, position) -> omission.event(data.firstEvent(user) + position));
        PositivePositions test = evaluation(Part.TEST, plan.testLow(), plan.testHigh());
        parts.put(Part.TRAIN, new DrawnRows(data, history, train, negatives.train(), 0));
        parts.put(Part.VALID, new DrawnRows(data, history, valid, negatives.evaluate(), -2));
        parts.put(Part.TEST, new DrawnRows(data, history, test, negatives.evaluate(), -3));
        return parts;
    }

    /** Rows whose labels come with the data, cut by time. */
    Map<Part, PartRows> logged() {
        Map<Part, PartRows> parts = new EnumMap<>(Part.class);
        long valid = Quantile.ofTimes(data, config.time().valid());
        long test = Quantile.ofTimes(data, config.time().test());
        int minimum = config.history().minimum();
        Warm only = config.candidates() == Candidates.WARM ? warm : null;
        parts.put(Part.TRAIN, new LoggedRows(data, history, Long.MIN_VALUE, valid, minimum, null, Omission.NONE));
        parts.put(Part.VALID, new LoggedRows(data, history, valid, test, minimum, only, omission));
        parts.put(Part.TEST, new LoggedRows(data, history, test, Long.MAX_VALUE, minimum, only, Omission.NONE));
        coldValid = cold(valid, test);
        coldTest = cold(test, Long.MAX_VALUE);
        return parts;
    }

    /** Targets of a part that never occur in training; none where labels come with the data. */
    List<Target> cold(Part part) {
        return List.copyOf(cold.getOrDefault(part, List.of()));
    }

    private int cold(long from, long to) {
        int count = 0;
        for (long event = 0; event < data.events(); event++) {
            long time = data.eventTime(event);
            count += time >= from && time < to && !warm.has(data.eventItem(event)) ? 1 : 0;
        }
        return count;
    }

    private PositivePositions training(int[] low, int[] high) {
        int[] from = new int[low.length];
        int most = config.training().positionsPerUser();
        for (int u = 0; u < low.length; u++) {
            from[u] = Math.max(low[u], config.history().minimum());
            skipped += Math.max(0, Math.min(from[u], high[u]) - low[u]);
            if (most > 0 && from[u] < high[u] - most) {
                capped += high[u] - most - from[u];
                from[u] = high[u] - most;
            }
        }
        PositivePositions all = PositivePositions.ranges(from, high);
        return config.novel() ? all.where(this::isNovel) : all;
    }

    private PositivePositions evaluation(Part part, int[] low, int[] high) {
        return PositivePositions.ranges(low, high).where((user, position) -> {
            if (position < config.history().minimum()) {
                skipped++;
                return false;
            }
            if (config.novel() && !isNovel(user, position)) {
                return false;
            }
            long target = data.firstEvent(user) + position;
            if (!warm.has(data.eventItem(target))) {
                coldValid += part == Part.VALID ? 1 : 0;
                coldTest += part == Part.TEST ? 1 : 0;
                cold.computeIfAbsent(part, of -> new ArrayList<>()).add(new Target(user, position));
                if (config.candidates() == Candidates.WARM) {
                    return false;
                }
            }
            tied += position > 0 && data.eventTime(target - 1) == data.eventTime(target) ? 1 : 0;
            return true;
        });
    }

    private boolean isNovel(int user, int position) {
        long first = data.firstEvent(user);
        boolean novel = !data.contains(first, first + position, data.eventItem(first + position));
        skipped += novel ? 0 : 1;
        return novel;
    }

    SampleCounts counts(Map<Part, PartRows> parts, int shortUsers) {
        PartRows train = parts.get(Part.TRAIN);
        PartRows valid = parts.get(Part.VALID);
        PartRows test = parts.get(Part.TEST);
        return new SampleCounts(
                new SampleCounts.Parts(train.size(), valid.size(), test.size()),
                new SampleCounts.Parts(train.positives(), valid.positives(), test.positives()),
                coldValid,
                coldTest,
                shortUsers,
                skipped,
                warm.size(),
                tied,
                capped);
    }
}
