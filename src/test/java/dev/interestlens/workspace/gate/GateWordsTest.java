package dev.interestlens.workspace.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.GroupTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateWordsTest {
    private static final GroupTest.Found OPEN = new GroupTest.Found(80, -0.038, -2.2, 1, -0.109, 0.026, 0.1);
    private static final GroupTest.Found BEYOND = new GroupTest.Found(80, -0.2852, -4, 1, -0.5988, -0.0583, 0.1);

    private static Gate.Group group(String field, GroupTest.Found found, boolean byRanks) {
        Text name = Text.same(field);
        return new Gate.Group(field, name, name, 0.3, found, BEYOND, byRanks);
    }

    private static GateWords words(Gate.Group loser) {
        return new GateWords(new Gate(
                new Gate.Runs("now", "new", 0),
                Gate.Terms.DEFAULT,
                Gate.Answer.LOSES,
                100,
                3,
                0,
                List.of(group(UserGroup.ALL, OPEN, false), loser),
                new Gate.Churn(0.3, Double.NaN),
                new Examples(List.of(), List.of())));
    }

    @Test
    void whereTheRanksDecideTheirIntervalStandsFirstAndThatOfTheFigureIsSaidNotTo() {
        assertThat(words(group("new items", OPEN, true)).answer().en())
                .isEqualTo("One group loses with new instead of now: new items, ranks × 1.33 [1.06, 1.82], which"
                        + " decides; NDCG@10 alone, −0.0380 [−0.1090, +0.0260], does not; 80 users.");
    }

    @Test
    void whereTheFigureDecidesItStandsFirst() {
        GroupTest.Found beyond = new GroupTest.Found(80, -0.038, -4, 1, -0.109, -0.026, 0.1);
        assertThat(words(group("new items", beyond, false)).answer().en())
                .contains("new items, NDCG@10 −0.0380 [−0.1090, −0.0260], ranks × 1.33 [1.06, 1.82]; 80 users");
    }
}
