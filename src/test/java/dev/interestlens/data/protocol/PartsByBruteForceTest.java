package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.ProtocolConfig.History;
import dev.interestlens.data.protocol.ProtocolConfig.Time;
import dev.interestlens.data.protocol.ProtocolConfig.Training;
import dev.interestlens.data.protocol.draw.Mix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events are targets of which part, and what is left out, against loops that follow the documentation of the rules, event by event. */
class PartsByBruteForceTest {
    private static final ProtocolConfig DEFAULTS = ProtocolConfig.defaults();

    @TempDir
    private Path folder;

    /** Parts and counts by the rules of {@link Split#LAST_OUT} and {@link Split#TIME}. */
    private static final class Rules {
        private final PreparedDataset data;
        private final ProtocolConfig config;
        private final Set<Integer> warm = new TreeSet<>();
        private final Map<Integer, Map<Integer, Part>> targets = new TreeMap<>();
        private final Map<Part, List<Target>> cold = new EnumMap<>(Part.class);
        private int shortUsers;
        private int skipped;
        private int tied;
        private int capped;

        Rules(PreparedDataset data, ProtocolConfig config) {
            this.data = data;
            this.config = config;
            each((user, position) -> {
                if (part(user, position, false) == Part.TRAIN && !isShort(user)) {
                    warm.add(item(user, position));
                }
            });
            for (int user = 0; user < data.users(); user++) {
                shortUsers += isShort(user) ? 1 : 0;
            }
            each(this::place);
        }

        private interface Visit {
            void at(int user, int position);
        }

        private void each(Visit visit) {
            for (int user = 0; user < data.users(); user++) {
                targets.put(user, new TreeMap<>());
                for (int position = 0; position < length(user); position++) {
                    visit.at(user, position);
                }
            }
        }

        private void place(int user, int position) {
            Part part = part(user, position, true);
            if (isShort(user) || position == 0 || part == null) {
                return;
            }
            boolean seen = false;
            for (int before = 0; before < position; before++) {
                seen |= item(user, before) == item(user, position);
            }
            if (part == Part.TRAIN) {
                train(user, position, seen);
            } else if (position < config.history().minimum() || config.novel() && seen) {
                skipped++;
            } else {
                boolean known = warm.contains(item(user, position));
                if (!known) {
                    cold.computeIfAbsent(part, of -> new ArrayList<>()).add(new Target(user, position));
                }
                if (known || config.candidates() == Candidates.ALL) {
                    targets.get(user).put(position, part);
                    tied += time(user, position) == time(user, position - 1) ? 1 : 0;
                }
            }
        }

        private void train(int user, int position, boolean seen) {
            int most = config.training().positionsPerUser();
            int later = 0;
            for (int other = position + 1; other < length(user); other++) {
                later += part(user, other, false) == Part.TRAIN ? 1 : 0;
            }
            if (position < config.history().minimum()) {
                skipped++;
            } else if (most > 0 && later >= most) {
                capped++;
            } else if (config.novel() && seen) {
                skipped++;
            } else {
                targets.get(user).put(position, Part.TRAIN);
            }
        }

        private boolean isShort(int user) {
            return config.split() == Split.LAST_OUT && length(user) < 3;
        }

        private int length(int user) {
            return (int) (data.endEvent(user) - data.firstEvent(user));
        }

        private int item(int user, int position) {
            return data.eventItem(data.firstEvent(user) + position);
        }

        private long time(int user, int position) {
            return data.eventTime(data.firstEvent(user) + position);
        }

        /** Null where only the first event after a cut counts and this is a later one. */
        private Part part(int user, int position, boolean firstOnly) {
            if (config.split() == Split.LAST_OUT) {
                int left = length(user) - position;
                return left == 1 ? Part.TEST : left == 2 ? Part.VALID : Part.TRAIN;
            }
            Part part = byTime(user, position);
            boolean later = position > 1 && byTime(user, position - 1) == part;
            return firstOnly && config.time().firstOnly() && part != Part.TRAIN && later ? null : part;
        }

        private Part byTime(int user, int position) {
            long[] times = new long[(int) data.events()];
            Arrays.setAll(times, data::eventTime);
            Arrays.sort(times);
            long valid = times[(int) (config.time().valid() * times.length)];
            long test = times[(int) (config.time().test() * times.length)];
            long time = time(user, position);
            return time < valid ? Part.TRAIN : time < test ? Part.VALID : Part.TEST;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LAST_OUT, 0, 0, false, WARM, false",
        "LAST_OUT, 3, 4, true, WARM, false",
        "LAST_OUT, 2, 3, false, ALL, false",
        "TIME, 0, 2, true, ALL, false",
        "TIME, 2, 3, true, WARM, true",
        "TIME, 4, 0, false, ALL, true"
    })
    void targetsAndCountsFollowTheRules(
            Split split, int minimum, int positions, boolean novel, Candidates candidates, boolean firstOnly) {
        ProtocolConfig config = new ProtocolConfig(
                split,
                new History(5, minimum, DEFAULTS.history().ties()),
                DEFAULTS.negatives(),
                candidates,
                new Training(positions),
                novel,
                new Time(0.6, 0.8, firstOnly),
                DEFAULTS.seed());
        try (PreparedDataset data = log(25)) {
            SampleSet samples = SampleSet.build(data, config, 3);
            Rules rules = new Rules(data, config);
            for (int user = 0; user < data.users(); user++) {
                assertThat(samples.targets(user)).isEqualTo(rules.targets.get(user));
            }
            SampleCounts counts = samples.counts();
            assertThat(counts.skipped()).isEqualTo(rules.skipped);
            assertThat(counts.capped()).isEqualTo(rules.capped);
            assertThat(counts.tiedTargets()).isEqualTo(rules.tied);
            assertThat(counts.shortUsers()).isEqualTo(rules.shortUsers);
            assertThat(counts.warmItems()).isEqualTo(rules.warm.size());
            for (Part part : List.of(Part.VALID, Part.TEST)) {
                assertThat(samples.coldTargets(part)).isEqualTo(rules.cold.getOrDefault(part, List.of()));
            }
            assertThat(counts.coldValid())
                    .isEqualTo(samples.coldTargets(Part.VALID).size());
            assertThat(counts.coldTest())
                    .isEqualTo(samples.coldTargets(Part.TEST).size());
        }
    }

    @Test
    void aLoggedPartCountsTheChosenItemsThatTrainingLacks() {
        Random random = new Random(5);
        String[] rows = new String[160];
        Arrays.setAll(
                rows,
                row -> "u" + row % 9 + ",i" + random.nextInt(60) + "," + (1000 + row / 2) + "," + random.nextInt(2)
                        + ",top");
        ProtocolConfig config = new ProtocolConfig(
                Split.LOGGED,
                DEFAULTS.history(),
                DEFAULTS.negatives(),
                Candidates.WARM,
                new Training(0),
                false,
                new Time(0.5, 0.75, false),
                DEFAULTS.seed());
        try (PreparedDataset data = Logs.labelled(folder, rows)) {
            SampleSet samples = SampleSet.build(data, config, 1);
            long valid = Quantile.ofTimes(data, 0.5);
            long test = Quantile.ofTimes(data, 0.75);
            Set<Integer> known = new TreeSet<>();
            for (long event = 0; event < data.events(); event++) {
                if (data.eventTime(event) < valid) {
                    known.add(data.eventItem(event));
                }
            }
            data.impressions().ifPresent(shown -> {
                for (long row = 0; row < shown.size(); row++) {
                    if (shown.time(row) < valid) {
                        known.add(shown.item(row));
                    }
                }
            });
            int[] cold = new int[2];
            for (long event = 0; event < data.events(); event++) {
                long time = data.eventTime(event);
                if (time >= valid && !known.contains(data.eventItem(event))) {
                    cold[time < test ? 0 : 1]++;
                }
            }
            assertThat(cold).doesNotContain(0);
            assertThat(samples.counts().coldValid()).isEqualTo(cold[0]);
            assertThat(samples.counts().coldTest()).isEqualTo(cold[1]);
            assertThat(samples.counts().warmItems()).isEqualTo(known.size());
        }
    }

    @Test
    void thePapersSplitsDrawUsersByTheirShares() {
        try (PreparedDataset data = log(600)) {
            int[] din = usersWith(data, Split.DIN);
            int[] dien = usersWith(data, Split.DIEN);
            int two = usersOf(data, 2);
            int three = usersOf(data, 3);
            assertThat(din)
                    .containsExactly(
                            three - din[1], din[1], two); // the last position tests, the others train or validate
            assertThat(din[1] / (double) three).isCloseTo(0.05, within(0.03));
            assertThat(dien[0] + dien[1] + dien[2]).isEqualTo(two); // each user is in one part
            assertThat(dien[0] / (double) two).isCloseTo(0.85, within(0.05));
            assertThat(dien[1] / (double) two).isCloseTo(0.05, within(0.03));
        }
    }

    /** Users with so many events at least. */
    private static int usersOf(PreparedDataset data, int least) {
        int users = 0;
        for (int user = 0; user < data.users(); user++) {
            users += data.endEvent(user) - data.firstEvent(user) >= least ? 1 : 0;
        }
        return users;
    }

    /** Users with a target in training, validation and test. */
    private static int[] usersWith(PreparedDataset data, Split split) {
        SampleSet samples = SampleSet.build(data, ProtocolConfig.preset(split), 3);
        int[] users = new int[Part.values().length];
        for (int user = 0; user < data.users(); user++) {
            new TreeSet<>(samples.targets(user).values()).forEach(part -> users[part.ordinal()]++);
        }
        return users;
    }

    @Test
    void popularItemsAreDrawnByTheirTrainingEventsAndOthersOfACategoryAlike() {
        try (PreparedDataset data = log(25)) {
            int[] seen = new int[data.users()];
            Arrays.setAll(seen, user -> (int) (data.endEvent(user) - data.firstEvent(user)) / 2);
            Warm warm = new Warm(data, seen, Long.MIN_VALUE);
            int draws = 40_000;
            int[] popular = new int[data.items() + Field.FIRST];
            int[] ofCategory = new int[popular.length];
            int category = data.itemField(Schema.CATEGORY, warm.item(0), 0);
            for (int n = 0; n < draws; n++) {
                popular[warm.popular(Mix.draw(1, n))]++;
                ofCategory[warm.ofCategory(Mix.draw(2, n), category)]++;
            }
            int events = Arrays.stream(seen).sum();
            int alike = 0;
            for (int item = 0; item < popular.length; item++) {
                boolean counts = warm.has(item) && data.itemField(Schema.CATEGORY, item, 0) == category;
                alike += counts ? 1 : 0;
            }
            for (int item = 0; item < popular.length; item++) {
                double share = warm.count(item) / (double) events;
                assertThat(popular[item] / (double) draws).isCloseTo(share, within(5 * Math.sqrt(share / draws)));
                boolean counts = warm.has(item) && data.itemField(Schema.CATEGORY, item, 0) == category;
                double equal = counts ? 1.0 / alike : 0;
                assertThat(ofCategory[item] / (double) draws).isCloseTo(equal, within(5 * Math.sqrt(equal / draws)));
            }
            assertThat(warm.ofCategory(Mix.draw(3, 0), Integer.MAX_VALUE - 1)).isEqualTo(warm.uniform(Mix.draw(3, 0)));
        }
    }

    /** Users with 1 to 9 events over 70 items, some of them late, at times that tie now and then. */
    private PreparedDataset log(int users) {
        Random random = new Random(11);
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int length = 1 + random.nextInt(9);
            int time = 1_000_000 + random.nextInt(400);
            for (int k = 0; k < length; k++) {
                int item = random.nextInt(20) + (time > 1_000_300 ? random.nextInt(50) : 0);
                rows.add("u" + user + ",i" + item + "," + time + ",c" + item % 5);
                time += random.nextInt(3) * 50;
            }
        }
        return Logs.of(folder, rows.toArray(String[]::new));
    }
}
