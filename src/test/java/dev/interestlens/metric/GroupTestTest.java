package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class GroupTestTest {
    private static final double EXACT = 1e-9;

    private static int[] ints(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static double[] doubles(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void same(GroupTest found, JsonNode expected) {
        assertThat(found.bar()).isCloseTo(expected.path("bar").asDouble(), within(EXACT));
        assertThat(found.figures()).hasSameSizeAs(expected.path("figures"));
        for (int f = 0; f < found.figures().size(); f++) {
            same(found.figures().get(f), expected.path("figures").get(f));
        }
    }

    private static void same(GroupTest.ByFigure found, JsonNode expected) {
        assertThat(found.shift()).isCloseTo(expected.path("shift").asDouble(), within(EXACT));
        for (int g = 0; g < found.groups().size(); g++) {
            GroupTest.Found own = found.groups().get(g);
            JsonNode its = expected.path("groups").get(g);
            assertThat(own.users()).isEqualTo(its.path("users").asInt());
            assertThat(own.widening()).isCloseTo(its.path("widening").asDouble(), within(EXACT));
            assertThat(own.z()).isCloseTo(its.path("z").asDouble(), within(EXACT));
            assertThat(own.difference()).isCloseTo(its.path("difference").asDouble(), within(EXACT));
            if (its.path("low").isNull()) {
                assertThat(own.low()).isNaN();
                assertThat(own.smallestLoss()).isNaN();
            } else {
                assertThat(own.low()).isCloseTo(its.path("low").asDouble(), within(EXACT));
                assertThat(own.high()).isCloseTo(its.path("high").asDouble(), within(EXACT));
                assertThat(own.smallestLoss())
                        .isCloseTo(its.path("smallestLoss").asDouble(), within(EXACT));
            }
        }
    }

    @Test
    void differencesBarAndPowerAreThoseOfNumPy() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(getClass().getResourceAsStream("group-test.json"))
                .path("cases");
        assertThat(cases).hasSize(3);
        for (JsonNode each : cases) {
            List<GroupTest.Group> groups = new ArrayList<>();
            for (JsonNode group : each.path("groups")) {
                List<String> kinds = new ArrayList<>();
                group.path("kinds").forEach(kind -> kinds.add(kind.asText()));
                groups.add(new GroupTest.Group(ints(group.path("entries")), kinds));
            }
            List<GroupTest.Differences> alone = new ArrayList<>();
            List<GroupTest.Differences> besideSeeds = new ArrayList<>();
            for (JsonNode figure : each.path("figures")) {
                List<double[]> seeds = new ArrayList<>();
                figure.path("seeds").forEach(seed -> seeds.add(doubles(seed)));
                double[] differences = doubles(figure.path("differences"));
                int number = figure.path("expected").asInt();
                alone.add(new GroupTest.Differences(differences, List.of(), number));
                besideSeeds.add(new GroupTest.Differences(differences, seeds, number));
            }
            int[] users = ints(each.path("users"));
            int[] items = ints(each.path("items"));
            same(GroupTest.of(users, items, groups, alone), each.path("alone"));
            same(GroupTest.of(users, items, groups, besideSeeds), each.path("besideSeeds"));
        }
    }

    /** 40 groups of some of 300 users each. */
    private static List<GroupTest.Group> groups(Random random) {
        List<GroupTest.Group> groups = new ArrayList<>(
                List.of(new GroupTest.Group(IntStream.range(0, 300).toArray(), List.of())));
        for (int g = 0; g < 40; g++) {
            groups.add(new GroupTest.Group(
                    IntStream.range(0, 300)
                            .filter(user -> random.nextInt(4) == 0)
                            .toArray(),
                    List.of("any")));
        }
        return groups;
    }

    /** Every user has an item of their own. */
    private static List<GroupTest.Found> alone(List<GroupTest.Group> groups, double[] differences) {
        int[] users = IntStream.range(0, differences.length).toArray();
        return GroupTest.of(users, users, groups, List.of(new GroupTest.Differences(differences, List.of(), 30)))
                .figures()
                .get(0)
                .groups();
    }

    @Test
    void withoutADifferenceAGroupIsNamedInAtMostOneOfTwentyComparisons() {
        Random random = new Random(3);
        long named = IntStream.range(0, 40)
                .filter(comparison -> {
                    double[] differences = random.doubles(300)
                            .map(each -> each < 0.1 ? random.nextGaussian() : 0)
                            .toArray();
                    return alone(groups(random), differences).stream().anyMatch(GroupTest.Found::named);
                })
                .count();
        assertThat(named).isLessThanOrEqualTo(4); // of 40; more than 4 at 5 % has a probability of .05
    }

    @Test
    void aLossOfOneGroupIsNamedThere() {
        Random random = new Random(5);
        List<GroupTest.Group> groups = groups(random);
        double[] differences = random.doubles(300)
                .map(each -> each < 0.1 ? random.nextGaussian() / 3 : 0)
                .toArray();
        Arrays.stream(groups.get(7).entries()).forEach(user -> differences[user] -= 0.3);
        List<GroupTest.Found> found = alone(groups, differences);
        assertThat(found.get(7).named()).isTrue();
        assertThat(found.get(7).high()).isNegative();
        assertThat(found.get(7).difference()).isLessThan(-found.get(7).smallestLoss());
    }

    @Test
    void aGroupOfThousandsOfItemsHasAnInterval() {
        int[] users = IntStream.range(0, 4000).toArray();
        double[] differences =
                new Random(3).doubles(4000).map(each -> each - 0.45).toArray();
        GroupTest.Found all = alone(List.of(new GroupTest.Group(users, List.of())), differences)
                .get(0);
        assertThat(all.low()).isBetween(0.0, all.difference());
        assertThat(all.smallestLoss()).isBetween(0.005, 0.05);
    }

    @Test
    void aGroupTooSmallForTheBarHasNoInterval() {
        int[] users = IntStream.range(0, 100).toArray();
        double[] differences =
                new Random(2).doubles(100).map(each -> each - 0.5).toArray();
        List<GroupTest.Found> found = alone(
                List.of(new GroupTest.Group(users, List.of()), new GroupTest.Group(new int[] {1, 2}, List.of("any"))),
                differences);
        assertThat(found.get(1).low()).isNaN();
        assertThat(found.get(1).named()).isFalse();
    }
}
