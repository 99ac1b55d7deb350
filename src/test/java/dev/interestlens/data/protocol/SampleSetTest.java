package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.ProtocolConfig.History;
import dev.interestlens.data.protocol.ProtocolConfig.Negatives;
import dev.interestlens.data.protocol.ProtocolConfig.Training;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.EngineInverse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSetTest {

    private static final ProtocolConfig DEFAULTS = ProtocolConfig.defaults();

    @TempDir
    private Path folder;

    private static ProtocolConfig with(
            Split split, History history, Negatives negatives, int positions, boolean novel) {
        return new ProtocolConfig(
                split,
                history,
                negatives,
                Candidates.WARM,
                new Training(positions),
                novel,
                DEFAULTS.time(),
                DEFAULTS.seed());
    }

    private static ProtocolConfig history(int maxLength, int minimum, SameSecondRule ties) {
        return with(Split.LAST_OUT, new History(maxLength, minimum, ties), DEFAULTS.negatives(), 0, false);
    }

    @Test
    void aPartThatIsEmptyForItsColdItemsSaysSo() {
        try (PreparedDataset data = Logs.of(
                folder, "a,x,1,k", "a,y,2,k", "a,v,3,k", "a,t,4,k", "b,x,1,k", "b,y,2,k", "b,w,3,k", "b,y,4,k")) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 3);
            ProblemException refused = assertThrows(ProblemException.class, samples::requireTrainable);
            assertThat(refused.problem().what(Locale.ENGLISH))
                    .isEqualTo(
                            "The validation part has no samples under this protocol: split lastOut. 2 samples are left"
                                    + " out, because their items never occur in training; 2 of 5 items do.");
            assertThat(refused.problem().fix(Locale.ENGLISH)).contains("data.protocol.candidates=all");
            SampleSet.build(
                            data,
                            DEFAULTS.with(DEFAULTS.split(), DEFAULTS.negatives(), Candidates.ALL, DEFAULTS.training()),
                            3)
                    .requireRows(Part.VALID);

            SampleSet demanding = SampleSet.build(data, history(50, 9, SameSecondRule.INPUT_ORDER), 3);
            assertThat(assertThrows(ProblemException.class, () -> demanding.requireRows(Part.VALID))
                            .problem()
                            .what(Locale.ENGLISH))
                    .contains("at least 9 behaviours");
        }
    }

    private PreparedDataset twoUsers() {
        return Logs.of(
                folder,
                "a,x,10,k1",
                "a,y,20,k1",
                "a,z,20,k2",
                "a,x,40,k1",
                "a,y,50,k1",
                "b,y,10,k1",
                "b,z,20,k2",
                "b,cold,30,k3",
                "c,x,5,k1",
                "c,y,6,k1");
    }

    @Test
    void theLastEventTestsAndTheOneBeforeValidates() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 1);

            assertThat(samples.sample(Part.TEST, 0)).isEqualTo(new Sample(0, 4, data.itemOf("y"), 1, 50));
            assertThat(samples.sample(Part.VALID, 0)).isEqualTo(new Sample(0, 3, data.itemOf("x"), 1, 40));
            assertThat(samples.counts().positives().train()).isEqualTo(2);
            assertThat(samples.counts().shortUsers()).isEqualTo(1);
        }
    }

    @Test
    void coldTargetsAreCountedAndLeftOut() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 1);

            assertThat(samples.warm(data.itemOf("cold"))).isFalse();
            assertThat(samples.counts().coldTest()).isEqualTo(1);
            assertThat(samples.counts().positives().test()).isEqualTo(1);
        }
    }

    @Test
    void coldItemsGoOutAsUnknownWithTheirCategory() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 1);
            int cold = data.itemOf("cold");
            RawBatch batch = samples.single(1, 2, new int[] {cold}).requireValid(data.schema());

            assertThat(batch.candidate[0]).containsExactly(Field.UNKNOWN);
            assertThat(data.categoryName(batch.candidate[1][0])).isEqualTo("k3");
            assertThat(batch.labels).containsExactly(1);
        }
    }

    @Test
    void aHistoryHoldsTheMostRecentBehavioursOldestFirst() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet samples = SampleSet.build(data, history(3, 0, SameSecondRule.INPUT_ORDER), 1);
            RawBatch batch = samples.single(0, 4, new int[] {data.itemOf("y"), data.itemOf("z")});

            assertThat(batch.offsets).containsExactly(0, 3, 6);
            assertThat(batch.gaps).containsExactly(30, 30, 10, 30, 30, 10);
            assertThat(IntStream.of(batch.history[0]).mapToObj(data::itemKey))
                    .containsExactly("y", "z", "x", "y", "z", "x");
            assertThat(batch.labels).containsExactly(1, 0);
        }
    }

    @Test
    void tiesAreReadInInputOrderOrNotAtAll() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet inOrder = SampleSet.build(data, history(50, 0, SameSecondRule.INPUT_ORDER), 1);
            SampleSet excluded = SampleSet.build(data, history(50, 0, SameSecondRule.EXCLUDE), 1);

            assertThat(inOrder.single(0, 2, new int[] {2}).length()).isEqualTo(2);
            assertThat(excluded.single(0, 2, new int[] {2}).length()).isEqualTo(1);
        }
    }

    @Test
    void aPositionPastTheEndStandsForWhatComesNext() {
        try (PreparedDataset data = twoUsers()) {
            RawBatch batch = SampleSet.build(data, DEFAULTS, 1).single(0, 5, new int[] {data.itemOf("z")});

            assertThat(batch.length()).isEqualTo(5);
            assertThat(batch.labels).containsExactly(0);
        }
    }

    @Test
    void anEventIsOnItsDayAndWhatComesNextOnTheDayAfterTheLog() {
        try (PreparedDataset data = Logs.of(
                folder,
                "a,y,1699800000,k",
                "a,z,1699900000,k",
                "a,x,1700000000,k",
                "a,y,1700100000,k",
                "b,z,1700500000,k",
                "b,x,1700600000,k",
                "b,y,1700700000,k")) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 1);

            assertThat(samples.single(0, 3, new int[] {2, 3}).days).containsExactly(19_677, 19_677);
            assertThat(samples.single(0, 4, new int[] {2, 3}).days).containsExactly(19_685, 19_685);
            assertThat(samples.requests(List.of(
                                    new SampleSet.Request(0, 2, 1_700_200_000L), new SampleSet.Request(0, 2, null)))
                            .days)
                    .containsExactly(19_678, 19_685);
            assertThat(samples.custom(new int[0], new long[0], 0, 19_000, new int[] {2}).days)
                    .containsExactly(19_000);
        }
    }

    @Test
    void aMadeUpHistoryIsRepeatedForEachCandidate() {
        try (PreparedDataset data = twoUsers()) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 1);
            RawBatch batch = samples.custom(new int[] {3, 4}, new long[] {9, 5}, 0, new int[] {3, 4, 5})
                    .requireValid(data.schema());

            assertThat(batch.offsets).containsExactly(0, 2, 4, 6);
            assertThat(batch.gaps).containsExactly(9, 5, 9, 5, 9, 5);
        }
    }

    @Test
    void negativesAreWarmAndNeitherTargetNorPast() {
        try (PreparedDataset data = Logs.random(folder, 60, 3)) {
            for (NegativeKind kind : NegativeKind.values()) {
                SampleSet samples = SampleSet.build(
                        data, with(Split.LAST_OUT, DEFAULTS.history(), new Negatives(2, 9, kind), 0, false), 5);
                for (Part part : Part.values()) {
                    requireHonestNegatives(samples, part);
                }
            }
        }
    }

    private static void requireHonestNegatives(SampleSet samples, Part part) {
        PreparedDataset data = samples.data();
        Set<Integer> group = new HashSet<>();
        for (int row = 0; row < samples.size(part); row++) {
            Sample sample = samples.sample(part, row);
            long first = data.firstEvent(sample.user());
            if (row % samples.group(part) == 0) {
                group.clear();
                assertThat(sample.label()).isEqualTo(1);
                assertThat(sample.candidate()).isEqualTo(data.eventItem(first + sample.position()));
            } else {
                assertThat(sample.label()).isZero();
                assertThat(samples.warm(sample.candidate())).isTrue();
                assertThat(data.contains(first, first + sample.position() + 1, sample.candidate()))
                        .isFalse();
            }
            assertThat(group.add(sample.candidate())).isTrue();
        }
    }

    @Test
    void theFutureIsNotExcludedFromTheNegatives() {
        try (PreparedDataset data = Logs.random(folder, 60, 3)) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 5);
            long later = IntStream.range(0, samples.size(Part.TRAIN))
                    .mapToObj(row -> samples.sample(Part.TRAIN, row))
                    .filter(sample -> sample.label() == 0)
                    .filter(sample -> {
                        long first = data.firstEvent(sample.user());
                        return data.contains(
                                first + sample.position(), data.endEvent(sample.user()), sample.candidate());
                    })
                    .count();

            assertThat(later).isPositive();
        }
    }

    @Test
    void sameCategoryNegativesShareTheTargetsCategory() {
        try (PreparedDataset data = Logs.random(folder, 60, 3)) {
            SampleSet samples = SampleSet.build(
                    data,
                    with(Split.LAST_OUT, DEFAULTS.history(), new Negatives(1, 1, NegativeKind.SAME_CATEGORY), 0, false),
                    5);
            for (int row = 0; row < samples.size(Part.TEST); row += 2) {
                int target = samples.sample(Part.TEST, row).candidate();
                int negative = samples.sample(Part.TEST, row + 1).candidate();

                assertThat(data.itemField(1, negative, 0)).isEqualTo(data.itemField(1, target, 0));
            }
        }
    }

    @Test
    void trainingPositionsCanBeLimitedToTheMostRecent() {
        try (PreparedDataset data = Logs.random(folder, 30, 4)) {
            SampleSet samples =
                    SampleSet.build(data, with(Split.LAST_OUT, DEFAULTS.history(), DEFAULTS.negatives(), 2, false), 5);
            for (int row = 0; row < samples.size(Part.TRAIN); row++) {
                Sample sample = samples.sample(Part.TRAIN, row);
                long n = data.endEvent(sample.user()) - data.firstEvent(sample.user());

                assertThat(sample.position()).isBetween((int) n - 4, (int) n - 3);
            }
        }
    }

    @Test
    void novelTargetsWereNotTouchedBefore() {
        try (PreparedDataset data = Logs.random(folder, 60, 3)) {
            SampleSet samples =
                    SampleSet.build(data, with(Split.LAST_OUT, DEFAULTS.history(), DEFAULTS.negatives(), 0, true), 5);
            SampleSet all =
                    SampleSet.build(data, with(Split.LAST_OUT, DEFAULTS.history(), DEFAULTS.negatives(), 0, false), 5);
            double[] before =
                    new Baselines(samples, new EngineInverse()).scores(Baseline.ALREADY_IN_HISTORY, Part.TRAIN);

            assertThat(before).containsOnly(0);
            assertThat(samples.size(Part.TRAIN)).isPositive().isLessThan(all.size(Part.TRAIN));
        }
    }

    @Test
    void minimumHistoryLeavesEarlyTargetsOut() {
        try (PreparedDataset data = Logs.random(folder, 30, 4)) {
            SampleSet samples = SampleSet.build(data, history(50, 5, SameSecondRule.INPUT_ORDER), 5);
            for (Part part : Part.values()) {
                for (int row = 0; row < samples.size(part); row++) {
                    assertThat(samples.sample(part, row).position()).isGreaterThanOrEqualTo(5);
                }
            }
            assertThat(samples.counts().skipped()).isPositive();
        }
    }

    @Test
    void labelsAndUsersStandBesideTheRows() {
        try (PreparedDataset data = Logs.random(folder, 20, 4)) {
            SampleSet samples = SampleSet.build(data, DEFAULTS, 5);
            float[] labels = samples.labels(Part.TEST);
            int[] users = samples.users(Part.TEST);
            for (int row = 0; row < samples.size(Part.TEST); row++) {
                Sample sample = samples.sample(Part.TEST, row);

                assertThat(labels[row]).isEqualTo(sample.label());
                assertThat(users[row]).isEqualTo(sample.user());
            }
        }
    }

    @Test
    void theDinSplitGivesThePapersCounts() {
        try (PreparedDataset data = Logs.random(folder, 80, 9)) {
            ProtocolConfig config = new ProtocolConfig(
                    Split.DIN,
                    DEFAULTS.history(),
                    new Negatives(1, 1, NegativeKind.UNIFORM),
                    Candidates.ALL,
                    new Training(0),
                    false,
                    DEFAULTS.time(),
                    DEFAULTS.seed());
            SampleSet samples = SampleSet.build(data, config, 1);

            assertThat(samples.size(Part.TRAIN) + samples.size(Part.VALID))
                    .isEqualTo((int) (2 * (data.events() - 2L * data.users())));
            assertThat(samples.size(Part.TEST)).isEqualTo(2 * data.users());
        }
    }

    @Test
    void theTimeSplitTestsAfterItsCuts() {
        try (PreparedDataset data = Logs.random(folder, 80, 9)) {
            SampleSet samples =
                    SampleSet.build(data, with(Split.TIME, DEFAULTS.history(), DEFAULTS.negatives(), 0, false), 1);
            long train = IntStream.range(0, samples.size(Part.TRAIN))
                    .mapToLong(row -> samples.sample(Part.TRAIN, row).time())
                    .max()
                    .orElseThrow();
            long valid = IntStream.range(0, samples.size(Part.VALID))
                    .mapToLong(row -> samples.sample(Part.VALID, row).time())
                    .min()
                    .orElseThrow();

            assertThat(valid).isGreaterThan(train);
        }
    }

    @Test
    void theDienSplitTakesTheLastEventOfEachUserOnce() {
        try (PreparedDataset data = Logs.random(folder, 80, 9)) {
            ProtocolConfig config = new ProtocolConfig(
                    Split.DIEN,
                    DEFAULTS.history(),
                    new Negatives(1, 1, NegativeKind.POPULARITY),
                    Candidates.ALL,
                    new Training(0),
                    false,
                    DEFAULTS.time(),
                    DEFAULTS.seed());
            SampleSet samples = SampleSet.build(data, config, 1);
            Set<Integer> users = new HashSet<>();
            for (Part part : Part.values()) {
                for (int row = 0; row < samples.size(part); row += 2) {
                    Sample sample = samples.sample(part, row);
                    long n = data.endEvent(sample.user()) - data.firstEvent(sample.user());

                    assertThat(users.add(sample.user())).isTrue();
                    assertThat(sample.position()).isEqualTo((int) n - 1);
                }
            }
            assertThat(users).hasSize(data.users());
            assertThat(samples.size(Part.TRAIN)).isBetween(2 * 60, 2 * 76);
        }
    }
}
