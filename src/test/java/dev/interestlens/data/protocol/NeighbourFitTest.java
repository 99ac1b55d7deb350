package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.train.EngineInverse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourFitTest {
    private static final int X = 2;
    private static final int Y = 3;
    private static final int Z = 4;

    private static final List<NeighbourKind> RULES = List.of(NeighbourKind.RULES);

    @TempDir
    private Path folder;

    // Training events, all but the last two of each user: a has x y z, b has x z, c has y.
    private PreparedDataset small() {
        return Logs.of(
                folder, "a,x,1,k", "a,y,2,k", "a,z,3,k", "a,x,4,k", "a,y,5,k", "b,x,1,k", "b,z,2,k", "b,y,3,k",
                "b,z,4,k", "c,y,1,k", "c,x,2,k", "c,z,3,k");
    }

    @Test
    void cosinesCountUsersWhoHaveBoth() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            NeighbourRows rows = new NeighbourFit(samples, new EngineInverse())
                    .made(NeighbourKind.KNN, 0, 1)
                    .rows();

            assertThat(rows.value(X, Z)).isCloseTo(1, within(1e-6f)); // 2 / √(2 · 2)
            assertThat(rows.value(Z, Y)).isCloseTo(.5f, within(1e-6f)); // 1 / √(2 · 2)
            assertThat(rows.value(X, X)).isZero();
            Neighbours shrunk = new NeighbourFit(samples, new EngineInverse()).made(NeighbourKind.KNN, 10, 1);
            assertThat(shrunk.rows().value(X, Z)).isCloseTo(2 / 12f, within(1e-6f));
        }
    }

    @Test
    void rulesCountGapsAndKnowTheOrder() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            Neighbours rules = new NeighbourFit(samples, new EngineInverse()).made(NeighbourKind.RULES, 0, .5);

            assertThat(rules.rows().value(X, Z)).isCloseTo((float) Math.sqrt(1.5), within(1e-6f)); // gaps 2 and 1
            assertThat(rules.rows().value(Z, X)).isZero();
            assertThat(rules.own(1)).isCloseTo(.5f, within(1e-6f));
            assertThat(rules.weight(2)).isCloseTo(.25f, within(1e-6f));
            assertThat(rules.weight(20)).isZero();
            Neighbours divided = new NeighbourFit(samples, new EngineInverse()).made(NeighbourKind.RULES, .5, 1);
            assertThat(divided.rows().value(X, Z)).isCloseTo((float) (Math.sqrt(1.5) / Math.sqrt(2)), within(1e-6f));
        }
    }

    /** B of X = (x y z), (x z), (y) with λ = 1 by hand: G + 1 = (3 1 2; 1 3 1; 2 1 3), its inverse is (8 −1 −5; −1 5 −1; −5 −1 8) / 13. */
    @Test
    void easeIsTheClosedFormByUsersAndByItems() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            NeighbourRows rows = new NeighbourFit(samples, new EngineInverse())
                    .made(NeighbourKind.EASE, 1, 1)
                    .rows();

            assertThat(rows.value(X, Z)).isCloseTo(5f / 8, within(1e-5f));
            assertThat(rows.value(Z, Y)).isCloseTo(1f / 5, within(1e-5f));
            assertThat(rows.value(Y, X)).isCloseTo(1f / 8, within(1e-5f));
        }
    }

    @Test
    void aSumIsRulesAndAShareOfEase() {
        try (PreparedDataset data = small()) {
            NeighbourFit fit =
                    new NeighbourFit(SampleSet.build(data, ProtocolConfig.defaults(), 1), new EngineInverse());
            double decay = NeighbourKind.SUM.besideDecay();
            Neighbours rules = fit.beside(NeighbourKind.RULES, decay);
            Neighbours ease = fit.beside(NeighbourKind.EASE, decay);
            NeighbourRows sum = fit.made(NeighbourKind.SUM, .5, decay).rows();

            double share = .5 * fit.spread(rules) / fit.spread(ease);
            for (int before : new int[] {X, Y, Z}) {
                for (int after : new int[] {X, Y, Z}) {
                    assertThat(sum.value(before, after))
                            .isCloseTo(
                                    (float) (rules.rows().value(before, after)
                                            + share * ease.rows().value(before, after)),
                                    within(1e-6f));
                }
            }
        }
    }

    /** Training events x x y x y y of a and x y of b, of which half are repeats. */
    @Test
    void anItemFollowsItselfWhereRepeatsCount() {
        try (PreparedDataset data = Logs.of(
                folder, "a,x,1,k", "a,x,2,k", "a,y,3,k", "a,x,4,k", "a,y,5,k", "a,y,6,k", "a,z,7,k", "a,x,8,k",
                "b,x,1,k", "b,y,2,k", "b,z,3,k", "b,x,4,k")) {
            NeighbourFit fit =
                    new NeighbourFit(SampleSet.build(data, ProtocolConfig.defaults(), 1), new EngineInverse());
            NeighbourRows rules = fit.made(NeighbourKind.RULES, 0, 1).rows();

            assertThat(rules.value(X, X)).isCloseTo((float) Math.sqrt(1 + 1 / 3. + 1 / 2.), within(1e-6f));
            assertThat(fit.made(NeighbourKind.KNN, 0, 1).rows().value(X, X)).isCloseTo(1, within(1e-6f));
        }
    }

    /** Everyone comes back to what they had six behaviours before; nobody comes back where the items are all different. */
    @Test
    void theDecayBesideAModelIsChosenWhereRepeatsCount() throws IOException {
        String[] again = new String[20 * 20];
        String[] once = new String[again.length];
        for (int row = 0; row < again.length; row++) {
            int user = row / 20;
            int step = row % 20;
            again[row] = "u" + user + ",i" + (user * 7 + step % 6 * 11) % 60 + "," + (step + 1) + ",k";
            once[row] = "u" + user + ",i" + (user * 7 + step) % 60 + "," + (step + 1) + ",k";
        }
        try (PreparedDataset data = Logs.of(Files.createDirectory(folder.resolve("again")), again)) {
            NeighbourFit fit =
                    new NeighbourFit(SampleSet.build(data, ProtocolConfig.defaults(), 1), new EngineInverse());
            double[] each = DoubleStream.of(1, .95, .9, .8)
                    .map(decay -> fit.beside(RULES, OptionalDouble.of(decay)).ndcg10())
                    .toArray();
            assertThat(fit.beside(RULES, OptionalDouble.empty()).ndcg10())
                    .isEqualTo(DoubleStream.of(each).max().orElseThrow());
        }
        try (PreparedDataset data = Logs.of(Files.createDirectory(folder.resolve("once")), once)) {
            NeighbourFit fit =
                    new NeighbourFit(SampleSet.build(data, ProtocolConfig.defaults(), 1), new EngineInverse());
            assertThat(fit.beside(RULES, OptionalDouble.empty()).decay()).isEqualTo(.8);
        }
    }

    @Test
    void onlyTheStrongestAreKept() {
        try (PreparedDataset data = small()) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            NeighbourRows all = new NeighbourFit(samples, new EngineInverse())
                    .made(NeighbourKind.KNN, 0, 1)
                    .rows();
            NeighbourRows one = new NeighbourFit(samples, new EngineInverse(), 1)
                    .made(NeighbourKind.KNN, 0, 1)
                    .rows();

            assertThat(one.value(X, Z)).isEqualTo(all.value(X, Z));
            assertThat(all.value(X, Y)).isPositive();
            assertThat(one.value(X, Y)).isZero();
        }
    }

    @Test
    void whatFollowsIsFoundAndChosenOnTheValidationPart() {
        String[] lines = new String[40 * 12];
        for (int user = 0; user < 40; user++) {
            for (int step = 0; step < 12; step++) {
                lines[user * 12 + step] = "u" + user + ",i" + (user * 7 + step) % 30 + "," + (step + 1) + ",k";
            }
        }
        try (PreparedDataset data = Logs.of(folder, lines)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            Neighbours best = new NeighbourFit(samples, new EngineInverse())
                    .best(List.of(NeighbourKind.KNN, NeighbourKind.RULES), OptionalDouble.empty());

            assertThat(best.ndcg10()).isGreaterThan(.99);
            assertThat(new NeighbourFit(samples, new EngineInverse())
                            .best(List.of(NeighbourKind.RULES), OptionalDouble.of(.3))
                            .decay())
                    .isEqualTo(.3);
        }
    }
}
