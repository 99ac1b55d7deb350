package dev.interestlens.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullRankingTest {
    private static final double EXACT = 1e-12;

    private static JsonNode reference() throws IOException {
        try (InputStream in = FullRankingTest.class.getResourceAsStream("full-ranking.json")) {
            return Json.read(in.readAllBytes(), JsonNode.class);
        }
    }

    private static int[] ints(JsonNode node) {
        int[] ints = new int[node.size()];
        Arrays.setAll(ints, i -> node.get(i).asInt());
        return ints;
    }

    @Test
    void everyFigureIsThatOfAnIndependentComputation() throws IOException {
        JsonNode reference = reference();
        int items = reference.path("events").size();
        List<FullRanking.Rank> ranks = new ArrayList<>();
        List<int[]> lists = new ArrayList<>();
        List<int[]> histories = new ArrayList<>();
        int[] users = new int[reference.path("queries").size()];
        for (JsonNode query : reference.path("queries")) {
            float[] scores = new float[items];
            for (int i = 0; i < items; i++) {
                scores[i] = (float) query.path("scores").get(i).asDouble();
            }
            boolean[] open = new boolean[items];
            Arrays.fill(open, true);
            histories.add(ints(query.path("history")));
            Arrays.stream(histories.get(histories.size() - 1)).forEach(item -> open[item] = false);
            int truth = query.path("truth").asInt();
            open[truth] = true;
            users[ranks.size()] = query.path("user").asInt();
            ranks.add(FullRanking.rank(scores, truth, open));
            int[] best = FullRanking.best(scores, open, 10);
            assertThat(best).containsExactly(ints(reference.path("lists").get(lists.size())));
            lists.add(best);
        }
        long[] events =
                Arrays.stream(ints(reference.path("events"))).asLongStream().toArray();
        int[][] categories = new int[items][];
        Arrays.setAll(categories, i -> ints(reference.path("categories").get(i)));
        FullRanking ranking = new FullRanking(users, ranks);
        ListStatistics beyond = ListStatistics.of(lists, histories, new ListStatistics.Items(events, categories));
        JsonNode expected = reference.path("expected");
        check(expected, "hitRate10", FullRanking.mean(ranking.hitRate(10)).value());
        check(expected, "ndcg10", FullRanking.mean(ranking.ndcg(10)).value());
        check(expected, "mrr10", FullRanking.mean(ranking.reciprocalRank(10)).value());
        assertThat(RankingMetric.at(List.of(1, 5, 20, 60)))
                .hasSize(16)
                .allSatisfy(metric -> check(
                        expected,
                        metric.id(),
                        FullRanking.mean(ranking.of(metric, items)).value()));
        check(expected, "coverage10", beyond.coverage());
        check(expected, "gini10", beyond.gini());
        check(expected, "headShare10", beyond.headShare());
        check(expected, "novelty10", beyond.novelty());
        check(expected, "popularityLift10", beyond.popularityLift());
        check(expected, "diversity10", beyond.diversity());
        check(expected, "calibration10", beyond.calibration());
    }

    private static void check(JsonNode expected, String name, double value) {
        assertThat(value).as(name).isCloseTo(expected.path(name).asDouble(), within(EXACT));
    }

    @Test
    void oneTieOverTheEdgeIsSharedAlike() {
        float[] scores = {3, 2, 2, 2, 1};
        boolean[] all = {true, true, true, true, true};
        FullRanking.Rank rank = FullRanking.rank(scores, 2, all);
        assertThat(rank).isEqualTo(new FullRanking.Rank(1, 3));
        FullRanking one = new FullRanking(new int[] {4}, List.of(rank));
        assertThat(one.hitRate(2).values()[0]).isCloseTo(1 / 3.0, within(EXACT));
        assertThat(one.ndcg(2).values()[0]).isCloseTo(Math.log(2) / Math.log(3) / 3, within(EXACT));
        assertThat(rank.expected()).isEqualTo(3);
    }

    @Test
    void whatDoesNotTakePartIsNeitherRankedNorRecommended() {
        float[] scores = {9, 8, 7, 6};
        boolean[] open = {false, true, false, true};
        assertThat(FullRanking.rank(scores, 3, open)).isEqualTo(new FullRanking.Rank(1, 1));
        assertThat(FullRanking.best(scores, open, 3)).containsExactly(1, 3);
    }

    @Test
    void aUserWithSeveralTrueItemsCountsOnce() {
        FullRanking ranking = new FullRanking(
                new int[] {1, 2, 1},
                List.of(new FullRanking.Rank(0, 1), new FullRanking.Rank(20, 1), new FullRanking.Rank(30, 1)));
        assertThat(ranking.hitRate(10).values()).containsExactly(0.5, 0);
    }

    @Test
    void noUserGivesNoFigureAndANumberThatIsNoneIsRefused() {
        FullRanking nobody = new FullRanking(new int[0], List.of());
        assertThat(FullRanking.mean(nobody.ndcg(10)).isDefined()).isFalse();
        assertThatThrownBy(() -> FullRanking.rank(new float[] {1, Float.NaN}, 0, new boolean[] {true, true}))
                .isInstanceOf(MetricException.class);
    }

    @Test
    void withoutCategoriesOnlyTheirFiguresAreMissing() {
        ListStatistics beyond = ListStatistics.of(
                List.of(new int[] {0, 1}),
                List.of(new int[] {2}),
                new ListStatistics.Items(new long[] {4, 2, 2}, null));
        assertThat(beyond.diversity()).isNaN();
        assertThat(beyond.calibration()).isNaN();
        assertThat(beyond.novelty()).isEqualTo(1.5);
        assertThat(beyond.headShare()).isEqualTo(0.5);
        assertThat(beyond.popularityLift()).isEqualTo(0.5);
    }

    private static ListStatistics statistics(int[][] categories, List<int[]> lists, List<int[]> histories) {
        return ListStatistics.of(lists, histories, new ListStatistics.Items(new long[] {4, 2, 1, 1}, categories));
    }

    @Test
    void whatIsInNoListIsNotCovered() {
        int[][] apart = {{0}, {1}, {2}, {3}};
        ListStatistics beyond = statistics(apart, List.of(new int[] {0, 1}), List.of(new int[] {2}));
        assertThat(beyond.coverage()).isEqualTo(0.5);
        assertThat(beyond.diversity()).isEqualTo(1);
    }

    @Test
    void usersOfWhomAFigureIsNotDefinedAreLeftOut() {
        int[][] apart = {{0}, {1}, {2}, {3}};
        ListStatistics beyond =
                statistics(apart, List.of(new int[] {0}, new int[] {1, 2}), List.of(new int[0], new int[] {2}));
        assertThat(beyond.diversity()).isEqualTo(1);
        assertThat(beyond.popularityLift()).isEqualTo(0.5); // 1.5 over 1, less 1
    }

    /** One of {0, 1} and one of {0} are 3/4 and 1/4; the list has 1 and 0, with a hundredth of the history's .9975 and .0025. */
    @Test
    void anItemSpreadsOneOverItsCategories() {
        int[][] shared = {{0, 1}, {0}, {0}, {0}};
        ListStatistics beyond = statistics(shared, List.of(new int[] {2}), List.of(new int[] {0, 1}));
        assertThat(beyond.calibration())
                .isCloseTo(.75 * Math.log(.75 / .9975) + .25 * Math.log(.25 / .0025), within(EXACT));
    }
}
