package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;

/** Applies the rules about single targets to the ranges of a split, and counts what they leave out. */
final class Targets {

    private final PreparedDataset data;
    private final ProtocolConfig config;
    private final Warm warm;
    private int cold;
    private int skipped;
    private int tied;

    Targets(PreparedDataset data, ProtocolConfig config, Warm warm) {
        this.data = data;
        this.config = config;
        this.warm = warm;
    }

    Positions training(int[] low, int[] high) {
        int[] from = new int[low.length];
        int most = config.training().positionsPerUser();
        for (int u = 0; u < low.length; u++) {
            from[u] = Math.max(low[u], config.history().minimum());
            skipped += Math.max(0, Math.min(from[u], high[u]) - low[u]);
            from[u] = most > 0 ? Math.max(from[u], high[u] - most) : from[u];
        }
        Positions all = Positions.ranges(from, high);
        return config.novel() ? all.where(this::isNovel) : all;
    }

    Positions evaluation(int[] low, int[] high) {
        return Positions.ranges(low, high).where((user, position) -> {
            if (position < config.history().minimum()) {
                skipped++;
                return false;
            }
            if (config.novel() && !isNovel(user, position)) {
                return false;
            }
            long target = data.firstEvent(user) + position;
            if (!warm.has(data.eventItem(target))) {
                cold++;
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

    int cold() {
        return cold;
    }

    int skipped() {
        return skipped;
    }

    int tied() {
        return tied;
    }
}
