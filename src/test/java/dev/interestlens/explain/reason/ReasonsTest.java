package dev.interestlens.explain.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.sentence.ReasonWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.sentence.TablePart;
import dev.interestlens.explain.view.ReasonPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.model.PartScorer.Scores;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three behaviours whose scores come from the category alone but for a little of the item, and not from the time. */
class ReasonsTest {
    private static final ScorePart ITEM = ScorePart.field("item");
    private static final ScorePart CATEGORY = ScorePart.field("category");
    private static final ScorePart TIME = ScorePart.of(Kind.TIME);

    /** What item and category add where they are own; both together add a fifth part of a half more. */
    private static double[] sets(double item, double category) {
        return new double[] {-1, -1 + item, -1 + category, -1 + item + category + 0.1};
    }

    private static Reasons reasons(int head, double sharpness) {
        return Reasons.of(List.of(scores(head, sharpness)), List.of(ITEM, CATEGORY, TIME), new int[] {0, 1, 2});
    }

    private static Scores scores(int head, double sharpness) {
        return new Scores(0, head, List.of(ITEM, CATEGORY), new double[][] {
            sets(0.2 * sharpness, 0), sets(0, 2 * sharpness), sets(-0.1 * sharpness, -0.3 * sharpness)
        });
    }

    @Test
    void aScoreIsSharedOutAmongItsParts() {
        Reasons.OfAttention only = reasons(0, 1).attentions().get(0);
        assertThat(only.values()[1]).containsExactly(new double[] {0.05, 2.05, 0}, within(1e-12));
        assertThat(only.scores()[1] - only.means()[1]).isCloseTo(2.1, within(1e-12));
        assertThat(only.highest()).isEqualTo(1);
        assertThat(only.place(7)).isNegative();
    }

    @Test
    void whatIsNotReadIsKnownAndAddsNothing() {
        Reasons reasons = reasons(0, 1);
        assertThat(reasons.parts()).containsExactly(ITEM, CATEGORY, TIME);
        assertThat(reasons.read()).containsExactly(0, 1);
        assertThat(reasons.shares()[2]).isZero();
    }

    @Test
    void fieldsThatAreTogetherAreNotShownApart() {
        Scores together = new Scores(0, 0, List.of(ITEM, ScorePart.of(Kind.REST)), new double[][] {sets(1, 2)});
        assertThat(Reasons.of(List.of(together), List.of(ITEM, CATEGORY, TIME), new int[] {0})
                        .parts())
                .containsExactly(ITEM, TIME, ScorePart.of(Kind.REST));
    }

    @Test
    void sharesOfTheSpreadSumToOne() {
        double[] shares = reasons(0, 1).shares();
        assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
        assertThat(shares[1]).isGreaterThan(0.9);
    }

    @Test
    void theSharpestAttentionComesFirst() {
        Reasons two = Reasons.of(List.of(scores(0, 1), scores(1, 3)), List.of(ITEM, CATEGORY), new int[] {0, 1, 2});
        assertThat(two.sharpest().orElseThrow().head()).isEqualTo(1);
        Panel panel = ReasonPanel.of(Fixtures.impression(3), two).get(0);
        assertThat(panel.pictures().stream().map(each -> each.name()))
                .containsExactly("reasons.0.1", "reasons.0.0", "reasons.heaviest");
        assertThat(panel.pictures().get(0).title().en()).isEqualTo("Attention 2");
    }

    @Test
    void behavioursWithoutValuesAreEmptyInTheMap() {
        Impression impression = Fixtures.impression(5);
        Panel panel = ReasonPanel.of(impression, reasons(0, 1).at(new int[] {1, 2, 4}))
                .get(0);
        HeatMatrix map = (HeatMatrix) panel.pictures().get(0);
        assertThat(map.columns().size()).isEqualTo(5);
        assertThat(map.value(1, 0)).isNaN();
        assertThat(map.value(1, 2)).isCloseTo(2.05, within(1e-12));
        assertThat(panel.finding().en())
                .contains("between the 3 of 5 behaviours", "Category")
                .doesNotContain("Time");
        assertThat(ReasonPanel.of(Fixtures.impression(3), reasons(0, 1))
                        .get(0)
                        .finding()
                        .en())
                .contains("Category")
                .doesNotContain("between");
        assertThat(ReasonPanel.of(impression, Reasons.NONE)).isEmpty();
    }

    @Test
    void barsOfAllBehavioursHaveOneScale() {
        IntervalData bars = ReasonPanel.bars(reasons(0, 1), 0);
        assertThat(bars.rows()).hasSize(2);
        assertThat(bars.high()).isCloseTo(2.05, within(1e-12));
        assertThat(bars.low()).isEqualTo(-bars.high());
        assertThat(ReasonPanel.bars(reasons(0, 1), 9).rows()).isEmpty();
    }

    @Test
    void aSentenceSaysTheReasonWhereOnePartLeads() {
        Sentence said = ReasonWords.added(sentence(1), reasons(0, 1));
        assertThat(said.text().en()).isEqualTo("First. What mainly makes the model look at it is its category.");
        assertThat(said.text().zh()).isEqualTo("第一。使模型关注它的主要是它的类别。");
    }

    @Test
    void aSentenceSaysNoReasonWhereNothingLeadsOrNothingWasLookedAt() {
        for (Sentence each : List.of(sentence(), sentence(2))) {
            assertThat(ReasonWords.added(each, reasons(0, 1))).isEqualTo(each);
        }
        Sentence named = sentence(1);
        assertThat(ReasonWords.added(named, Reasons.NONE)).isEqualTo(named);
    }

    /** The reason of what goes through attention: not said where nothing does, and said to be of a part where the table has one, too. */
    @Test
    void theReasonForLookingIsThatOfThePartThatGoesThroughAttention() {
        Reasons category = reasons(0, 1);
        assertThat(ReasonWords.added(sentence(new TablePart(1, .02, true), 1), category)
                        .text()
                        .en())
                .endsWith("First. What mainly makes the model look at it is its category.");
        assertThat(ReasonWords.added(sentence(new TablePart(1, .4, true), 1), category)
                        .text()
                        .en())
                .contains("For the part that goes through attention: what mainly makes the model look at it is");
        for (double byTable : new double[] {.95, 1, 1.4}) {
            Sentence said = sentence(new TablePart(1, byTable, true), 1);
            assertThat(ReasonWords.added(said, category)).isEqualTo(said);
        }
    }

    private static Sentence sentence(Integer... looked) {
        return sentence(TablePart.NONE, looked);
    }

    /** @param looked what it names and was looked at most */
    private static Sentence sentence(TablePart table, Integer... looked) {
        return new Sentence(
                Template.STRONG,
                new Text("First.", "第一。"),
                Text.same(""),
                List.of(1),
                0.6,
                0.4,
                Standing.UNKNOWN,
                List.of(),
                table,
                List.of(looked));
    }
}
