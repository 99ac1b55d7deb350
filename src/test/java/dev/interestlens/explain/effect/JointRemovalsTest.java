package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.model.Removal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several behaviours are named, where the fall of the score without some of them is given. */
class JointRemovalsTest {
    private static final int BEHAVIOURS = 30;
    private static final double LEAST = 0.1;

    /** @param falls by how much the score falls without a set of behaviours */
    private static Removal falling(ToDoubleFunction<Set<Integer>> falls) {
        return Fixtures.removal(
                BEHAVIOURS,
                kept -> -falls.applyAsDouble(IntStream.range(0, BEHAVIOURS)
                        .filter(j -> !kept[j])
                        .boxed()
                        .collect(Collectors.toSet())));
    }

    private static double of(Set<Integer> some, int one, double fall) {
        return some.contains(one) ? fall : 0;
    }

    private static JointRemovals tried(ToDoubleFunction<Set<Integer>> falls, int pool, double opposite, int always) {
        return new JointRemovals(
                new RandomRemovals(falling(falls)),
                IntStream.range(0, pool).boxed().toList(),
                1,
                opposite,
                always);
    }

    private static Optional<List<Integer>> fewest(ToDoubleFunction<Set<Integer>> falls, int pool) {
        return tried(falls, pool, 0.02, -1).fewest(LEAST).map(JointRemoval::removed);
    }

    @Test
    void oneOfTwoAddsWhereItDoesAQuarterOfBoth() {
        assertThat(fewest(some -> of(some, 0, 0.75) + of(some, 1, 0.25), 2)).contains(List.of(0, 1));
        assertThat(fewest(some -> of(some, 0, 0.76) + of(some, 1, 0.24), 2)).contains(List.of(0));
    }

    /** One does .9; two others do .5 each, and no more beside the first. */
    @Test
    void fewerAreTakenWhereTheyDoNineTenths() {
        assertThat(fewest(some -> Math.max(of(some, 0, 0.9), of(some, 1, 0.5) + of(some, 2, 0.5)), 3))
                .contains(List.of(0));
        assertThat(fewest(some -> Math.max(of(some, 0, 0.89), of(some, 1, 0.5) + of(some, 2, 0.5)), 3))
                .contains(List.of(1, 2));
    }

    @Test
    void ofAsManyThoseThatDoMoreAreTaken() {
        assertThat(fewest(some -> Math.max(of(some, 0, 0.95), of(some, 1, 1)), 2))
                .contains(List.of(1));
        assertThat(fewest(some -> Math.max(of(some, 0, 1), of(some, 1, 0.95)), 2))
                .contains(List.of(0));
    }

    /** Alone .9 or .89 and .45; both do 1. */
    @Test
    void aPairOfWhichOneDoesNineTenthsIsNone() {
        assertThat(tried(some -> some.contains(1) ? of(some, 0, 0.55) + 0.45 : of(some, 0, 0.9), 2, 0.02, -1)
                        .largest(2))
                .isEmpty();
        assertThat(tried(some -> some.contains(1) ? of(some, 0, 0.55) + 0.45 : of(some, 0, 0.89), 2, 0.02, -1)
                        .largest(2))
                .isPresent();
    }

    /** Alone one raises the score by a tenth; without both it falls by 2. */
    @Test
    void oneThatAloneDoesTheOppositeIsNotNamed() {
        ToDoubleFunction<Set<Integer>> falls =
                some -> some.contains(1) ? some.contains(0) ? 2 : -0.1 : of(some, 0, 0.8);
        assertThat(tried(falls, 2, 0.11, -1).largest(2)).isPresent();
        assertThat(tried(falls, 2, 0.1, -1).largest(2)).isEmpty();
    }

    @Test
    void threeAreNamedAtMost() {
        ToDoubleFunction<Set<Integer>> falls = some ->
                IntStream.range(0, 4).mapToDouble(j -> of(some, j, 0.25)).sum();
        assertThat(tried(falls, 4, 0.02, -1).largest(3)).isPresent();
        assertThat(tried(falls, 4, 0.02, -1).largest(4)).isEmpty();
    }

    @Test
    void whatMustBeAmongThemIs() {
        ToDoubleFunction<Set<Integer>> falls = some -> Math.max(of(some, 0, 0.5), of(some, 1, 1));
        assertThat(tried(falls, 2, 0.02, 0).largest(1).map(JointRemoval::removed))
                .contains(List.of(0));
        assertThat(tried(falls, 2, 0.02, 1).largest(1).map(JointRemoval::removed))
                .contains(List.of(1));
        assertThat(tried(falls, 2, 0.02, -1).largest(1).map(JointRemoval::removed))
                .contains(List.of(1));
    }

    private static Optional<List<Integer>> found(double... weights) {
        Removal removal = Fixtures.additive(weights);
        return new Carriers(removal, Effects.of(removal), List.of()).found().map(each -> each.removal()
                .removed());
    }

    /** Neither 1 nor −1.3 is more than half of 3.8, and the whole history raises the score by 1.2. */
    @Test
    void whatDoesAsTheWholeHistoryDoesComesFirst() {
        assertThat(found(1, 0.3, 0.3, 0.3, 0.3, 0.3, 0, -1.3)).contains(List.of(0));
        assertThat(found(-1, -0.3, -0.3, -0.3, -0.3, -0.3, 0, 1.3)).contains(List.of(0));
    }

    /** Nothing is more than half of 3.05 either, but the whole history does .05 only. */
    @Test
    void whereTheHistoryDoesNothingWhatDoesMoreComesFirst() {
        assertThat(found(1.2, 0.1, 0.1, 0.1, 0.05, 0, 0, -1.5)).contains(List.of(7));
        assertThat(found(1.5, -0.1, -0.1, -0.1, -0.05, 0, 0, -1.2)).contains(List.of(0));
    }
}
