package dev.interestlens.measurement.latency;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.store.Problem;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Users of the test part with a history, at their newest sample, and candidates for them, drawn from the catalogue by a seed. */
public final class ServedUsers {
    private final SampleSet samples;
    private final RawBatch items;
    private final List<Sample> users;
    private final SplittableRandom random;

    private ServedUsers(SampleSet samples, List<Sample> users, long seed) {
        this.samples = samples;
        this.users = users;
        items = new Catalogue(samples).batch();
        random = new SplittableRandom(seed);
    }

    /**
     * @param most users; the first ones of the part
     * @throws dev.interestlens.store.ProblemException of kind BAD_INPUT where no user has a history
     */
    public static ServedUsers of(OpenRun run, int most, long seed) {
        return find(run, most, seed).orElseThrow(() -> Problem.badInput(Latency.class, "noHistories")
                .exception());
    }

    /** The same; empty where no user has a history. */
    static Optional<ServedUsers> find(OpenRun run, int most, long seed) {
        SampleSet samples = run.samples();
        Part part = samples.size(Part.TEST) > 0 ? Part.TEST : Part.TRAIN;
        Map<Integer, Sample> byUser = new LinkedHashMap<>();
        for (int row = 0; row < samples.size(part); row++) {
            Sample sample = samples.sample(part, row);
            boolean hasHistory = samples.endHistoryEvent(sample) > samples.firstHistoryEvent(sample);
            if (hasHistory && (byUser.size() < most || byUser.containsKey(sample.user()))) {
                byUser.put(sample.user(), sample);
            }
        }
        ServedUsers users = new ServedUsers(samples, new ArrayList<>(byUser.values()), seed);
        return byUser.isEmpty() || users.items.size() == 0 ? Optional.empty() : Optional.of(users);
    }

    /** One of them, cycling through all. */
    public RawBatch user(int number) {
        Sample user = users.get(number % users.size());
        return samples.single(user.user(), user.position(), new int[] {user.candidate()});
    }

    /** Some items. */
    public RawBatch candidates(int count) {
        return items.candidates(random.ints(count, 0, items.size()).toArray());
    }
}
