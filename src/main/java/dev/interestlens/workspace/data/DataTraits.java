package dev.interestlens.workspace.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Traits of a data set that favour one family of models or another.
 *
 * @param medianLength events of a typical user
 * @param longLength 90th percentile of events of a user
 * @param tieShare share of events that share their second with another of the same user
 * @param timed whether the source has times at all
 * @param repeatShare share of events that repeat an item of the user
 * @param lastMatch share of events with the category (without categories: the item) of the previous event
 * @param anyMatch share of events with the category of a random earlier event
 */
public record DataTraits(
        long medianLength,
        long longLength,
        double tieShare,
        boolean timed,
        double repeatShare,
        double lastMatch,
        double anyMatch) {
    private static final int USERS = 2_000;
    private static final int EVENTS = 200;

    /** Reads the newest {@value #EVENTS} events of a systematic sample of at most {@value #USERS} users. */
    public static DataTraits of(Path folder) {
        try (PreparedDataset data = PreparedDataset.open(folder)) {
            return of(data);
        }
    }

    private static DataTraits of(PreparedDataset data) {
        SplittableRandom random = new SplittableRandom(11);
        long compared = 0;
        long last = 0;
        long any = 0;
        long repeats = 0;
        int users = data.users();
        int step = Math.max(1, users / USERS);
        for (int user = 0; user < users; user += step) {
            long end = data.endEvent(user);
            long first = Math.max(data.firstEvent(user), end - EVENTS);
            Set<Integer> seen = new HashSet<>();
            for (long event = first; event < end; event++) {
                int item = data.eventItem(event);
                if (event > first) {
                    compared++;
                    repeats += seen.contains(item) ? 1 : 0;
                    last += kind(data, item) == kind(data, data.eventItem(event - 1)) ? 1 : 0;
                    long drawn = first + random.nextLong(event - first);
                    any += kind(data, item) == kind(data, data.eventItem(drawn)) ? 1 : 0;
                }
                seen.add(item);
            }
        }
        DatasetInfo info = data.info();
        double all = Math.max(1, compared);
        return new DataTraits(
                info.histories().median(),
                info.histories().historyLength().p90(),
                info.audit().ties() / (double) Math.max(1, info.counts().events()),
                info.times().timed(),
                repeats / all,
                last / all,
                any / all);
    }

    private static int kind(PreparedDataset data, int item) {
        return data.schema().hasCategory() ? data.itemField(Schema.CATEGORY, item, 0) : item;
    }

    /** How much more often the previous event matches than a random earlier one: 1 where order does not matter. */
    public double orderLift() {
        return anyMatch == 0 ? 1 : lastMatch / anyMatch;
    }
}
