package dev.interestlens.measurement.ageing;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The slices of a log and what is asked in each: the same events of every model. An event is asked where its item was known when its slice began.
 */
final class Slices {
    /** Events that a slice has at least, for each cut. */
    static final int LEAST = 200;

    /** The most events of one user in one slice. */
    private static final int EACH = 3;

    /** The most scores of one model in one slice. */
    private static final long SCORES = 20_000_000;

    private static final int MOST = 3000;

    private final PreparedDataset data;
    private final AgeingSettings settings;
    private final long[] cuts;
    private final long[] known; // when each item was first chosen

    /** An event that is asked. */
    record Asked(int user, int position, int item, long time) {}

    /** @throws dev.interestlens.store.ProblemException where the log has no times, or too few events */
    Slices(PreparedDataset data, AgeingSettings settings) {
        this.data = data;
        this.settings = settings;
        if (!data.info().times().timed()) {
            throw Problem.usage(Slices.class, "noTimes", data.folder()).exception();
        }
        long each = (long) (data.events() * (settings.share(1) - settings.share(0)));
        if (each < (long) LEAST * settings.cuts()) {
            throw Problem.usage(Slices.class, "fewEvents", data.folder())
                    .with("cuts", settings.cuts())
                    .with("events", each)
                    .exception("least", (long) LEAST * settings.cuts());
        }
        cuts = new long[settings.cuts() + 1];
        for (int cut = 0; cut < settings.cuts(); cut++) {
            cuts[cut] = SampleSet.timeBefore(data, settings.share(cut));
        }
        cuts[settings.cuts()] = data.info().times().lastTime() + 1;
        known = new long[data.items() + Field.FIRST];
        Arrays.fill(known, Long.MAX_VALUE);
        for (long event = 0; event < data.events(); event++) {
            int item = data.eventItem(event);
            known[item] = Math.min(known[item], data.eventTime(event));
        }
    }

    /** When a slice begins, in seconds since 1970; the number behind the last gives its end. */
    long begin(int slice) {
        return cuts[slice];
    }

    /** Until when the model of a cut is trained. */
    long trained(int cut) {
        return SampleSet.timeBefore(data, settings.trained(cut));
    }

    /** From when on the model of a cut reads. */
    long from(int cut) {
        return SampleSet.timeBefore(data, settings.from(cut));
    }

    /** How many events a slice has. */
    long events(int slice) {
        long count = 0;
        for (long event = 0; event < data.events(); event++) {
            count += within(slice, event) ? 1 : 0;
        }
        return count;
    }

    /** The share of a slice's events whose item was not known when it began. */
    double unknown(int slice) {
        long all = 0;
        long unknown = 0;
        for (long event = 0; event < data.events(); event++) {
            all += within(slice, event) ? 1 : 0;
            unknown += within(slice, event) && known[data.eventItem(event)] >= cuts[slice] ? 1 : 0;
        }
        return (double) unknown / all;
    }

    private boolean within(int slice, long event) {
        long time = data.eventTime(event);
        return time >= cuts[slice] && time < cuts[slice + 1];
    }

    /** @param repeats whether an item counts that the user has met before */
    List<Asked> asked(int slice, boolean repeats) {
        List<List<Asked>> byUser = new ArrayList<>();
        for (int user = 0; user < data.users(); user++) {
            List<Asked> some = of(user, slice, repeats);
            if (!some.isEmpty()) {
                byUser.add(some);
            }
        }
        long most = Math.min(MOST, SCORES / Math.max(1, data.items()));
        long all = byUser.stream().mapToLong(List::size).sum();
        int every = (int) Math.max(1, (all + most - 1) / most);
        List<Asked> asked = new ArrayList<>();
        for (int at = 0; at < byUser.size(); at += every) {
            asked.addAll(byUser.get(at));
        }
        return asked;
    }

    private List<Asked> of(int user, int slice, boolean repeats) {
        List<Asked> asked = new ArrayList<>();
        long first = data.firstEvent(user);
        for (long event = first + 1; event < data.endEvent(user) && asked.size() < EACH; event++) {
            int item = data.eventItem(event);
            boolean counts = within(slice, event)
                    && known[item] < cuts[slice]
                    && (repeats || !data.contains(first, event, item));
            if (counts) {
                asked.add(new Asked(user, (int) (event - first), item, data.eventTime(event)));
            }
        }
        return asked;
    }
}
