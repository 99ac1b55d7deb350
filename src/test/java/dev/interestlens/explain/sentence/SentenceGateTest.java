package dev.interestlens.explain.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.LookKind;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceGateTest {
    private static final double[] FIRST_THREE = {0.5, 0.2, 0.1, 0.05, 0.05, 0.04, 0.03, 0.03};

    @Test
    void whatMattersAndIsLookedAtIsNamed() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0.1, 0));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.text().en())
                .isEqualTo(
                        "Scored high (rank 12 of 100 random items), mainly because of \"Item 0\": without it the score"
                                + " falls from 0.90 to 0.55, without any history to 0.50 (measured).");
        assertThat(sentence.text().zh())
                .isEqualTo("得分高（在 100 个随机物品中排第 12），主要是因为“物品0”；去掉它后，得分从 0.90 降到 0.55；没有任何历史时为 0.50（实测）。");
    }

    @Test
    void aScoreAboveOneHalfThatRanksLastIsCalledLow() {
        Sentence sentence =
                say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0, 0), standing(99, 99));
        assertThat(sentence.from()).isGreaterThan(0.5);
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .startsWith(
                        "Scored low (rank 99 of 100 random items); what score it has is mainly because of \"Item 0\"");
        assertThat(sentence.text().zh()).startsWith("得分低（在 100 个随机物品中排第 99），现有的得分主要是因为");
    }

    @Test
    void aScoreBelowOneHalfThatRanksFirstIsCalledHigh() {
        Removal seldom = Fixtures.removal(8, kept -> kept[0] ? -2 : -4);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), seldom, standing(1, 50));
        assertThat(sentence.from()).isLessThan(0.5);
        assertThat(sentence.text().en()).startsWith("Scored high (rank 1 of 100 random items), mainly because");
    }

    @Test
    void withHardlyAnyItemsNothingIsCalledHighOrLow() {
        Sentence sentence =
                say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0.1, 0), Standing.UNKNOWN);
        assertThat(sentence.text().en()).startsWith("What score it has is mainly because of \"Item 0\": ");
        assertThat(sentence.text().zh()).startsWith("现有的得分主要是因为“物品0”；");
    }

    @Test
    void whatRaisesTheScoreInAHistoryThatLowersItIsNoReason() {
        Removal lowers = Fixtures.removal(8, kept -> 3 + (kept[0] ? 1 : 0) - (kept[5] ? 2.3 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), lowers, standing(40, 9));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.text().en())
                .isEqualTo("The item itself scores high, 0.95 without any history (rank 9 of 100 random items); the"
                        + " history lowers it to 0.85 (rank 40). Within the history, what raises it most is \"Item"
                        + " 0\": without it it would be 0.67 (measured).");
        assertThat(sentence.text().zh())
                .isEqualTo("物品本身得分就高，没有任何历史时为 0.95（在 100 个随机物品中排第 9）；历史使得分降到 0.85（排第 40）。"
                        + "在历史中，最能提高得分的是“物品0”；去掉它后得分为 0.67（实测）。");
    }

    @Test
    void whatAnItemHasByItselfIsNotOwedToItsHistory() {
        Removal raises = Fixtures.removal(8, kept -> 3 + (kept[0] ? 2 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises, standing(2, 5));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.text().en()).contains("The item itself scores high, 0.95", "the history raises it to 0.99");
    }

    @Test
    void whatIsASmallPartOfTheHistoryIsNotTheMainReason() {
        Removal many = Fixtures.removal(
                30, kept -> (kept[0] ? 0.5 : 0) + (IntStream.range(1, 30).anyMatch(j -> kept[j]) ? 3 : 0));
        double[] look =
                IntStream.range(0, 30).mapToDouble(j -> j == 0 ? 0.5 : 0.01).toArray();
        Sentence sentence = say(Fixtures.looked(look), many);
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en()).contains("because of the history, most of all \"Item 0\"");
    }

    @Test
    void whatSpeaksAgainstInAHistoryThatRaisesTheScoreIsSaidWithIt() {
        Removal raises = Fixtures.removal(8, kept -> (kept[0] ? -1 : 0) + (kept[5] ? 2 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises);
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.text().en())
                .isEqualTo("The history raises the score from 0.50 to 0.73, yet what the model looked at, \"Item 0\","
                        + " speaks against this item: without it it rises to 0.88 (measured).");
        assertThat(sentence.text().zh()).startsWith("历史使得分从 0.50 升到 0.73，但模型关注的“物品0”对该物品不利");
    }

    @Test
    void twoSubstitutesAreFoundTogether() {
        Removal either = Fixtures.removal(8, kept -> kept[0] || kept[1] ? 2 : 0);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), either);
        assertThat(Effects.of(either).effect()).containsOnly(0);
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.named()).contains(0, 1);
    }

    @Test
    void substitutesOfWhichOneHardlyLowersTheScoreAreFoundTogether() {
        Removal either = Fixtures.removal(8, kept -> (kept[0] || kept[1] ? 2 : 0) - (kept[1] ? 0.015 : 0));
        assertThat(Effects.of(either).effect()[1]).isNegative();
        assertThat(say(Fixtures.looked(FIRST_THREE), either).named()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void whatByItselfLowersTheScoreIsNoReason() {
        Removal against = Fixtures.removal(8, kept -> kept[0] ? kept[1] ? 2 : 2.3 : kept[1] ? 0 : -1);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), against);
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.named()).containsExactly(0);
    }

    @Test
    void whatOnlyStandsInForAnotherOfFarMoreWeightIsNoReason() {
        Removal backup = Fixtures.removal(8, kept -> kept[0] ? 2 : kept[1] ? 0 : -0.5);
        assertThat(say(Fixtures.looked(FIRST_THREE), backup).named()).containsExactly(0);
    }

    @Test
    void whatByItselfRaisesTheScoreIsNoReasonAgainst() {
        Removal supports = Fixtures.removal(8, kept -> kept[0] ? kept[1] ? -2 : -2.3 : kept[1] ? 0 : 1);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), supports);
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.named()).containsExactly(0);
    }

    @Test
    void decorativeAttentionNeverSaysBecause() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double[] look = IntStream.range(0, 12)
                    .mapToDouble(j -> j < 4 ? 1 + random.nextDouble() : 0.1)
                    .toArray();
            double[] weights = IntStream.range(0, 12)
                    .mapToDouble(j -> j < 4 ? 0 : random.nextGaussian())
                    .toArray();
            Sentence sentence = say(Fixtures.looked(look), Fixtures.additive(weights));
            assertThat(sentence.template()).isNotEqualTo(Template.STRONG);
            assertThat(sentence.text().en()).doesNotContain("because");
            assertThat(sentence.text().zh()).doesNotContain("因为");
        }
    }

    @Test
    void whatIsLookedAtWithoutMatteringIsSaid() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(0, 0, 0, 0.8, 0.7, 0, 0, 0.9));
        assertThat(sentence.template()).isEqualTo(Template.LOOKED_NOT_MATTERED);
        assertThat(sentence.text().en()).contains("\"Item 0\", \"Item 1\" and \"Item 2\"", "from 0.92 to 0.92");
        assertThat(sentence.text().zh()).contains("“物品0”、“物品1”和“物品2”");
    }

    @Test
    void whatSpeaksAgainstIsSaid() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(-2, 0, 0, 0, 0.1, 0, 0, 0.2));
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.to()).isGreaterThan(sentence.from());
        assertThat(sentence.text().zh()).contains("对该物品不利");
    }

    @Test
    void anIdleHistoryIsSaid() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(0.01, 0, 0, 0, 0, 0, 0, -0.02));
        assertThat(sentence.template()).isEqualTo(Template.IDLE);
        assertThat(sentence.text().en()).startsWith("The item alone drives this score");
        assertThat(sentence.text().zh()).startsWith("这个得分只由物品本身决定");
    }

    @Test
    void opposingBehavioursThatCancelAreNotIdle() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, -2, 0, 0, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.text().en()).contains("the history as a whole leaves it at 0.50");
    }

    @Test
    void aColdStartIsSaid() {
        Sentence sentence = say(Fixtures.looked(), Fixtures.additive());
        assertThat(sentence.template()).isEqualTo(Template.COLD);
        assertThat(sentence.text().zh()).startsWith("没有历史可看");
    }

    @Test
    void fourBehavioursAreTooFew() {
        Sentence sentence = say(Fixtures.looked(0.9, 0.1, 0, 0), Fixtures.additive(3, 0, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.SHORT);
        assertThat(sentence.text().zh()).startsWith("历史太短");
    }

    @Test
    void aModelThatDoesNotRankNamesWhatWasMeasured() {
        double[] alike = IntStream.range(0, 8).mapToDouble(j -> 0.125).toArray();
        LookResult uniform = new LookResult(0, LookKind.UNIFORM, alike, List.of());
        assertThat(say(uniform, Fixtures.additive(0, 0, 0, 0, 2, 0, 0, 0)).named())
                .containsExactly(4);
        assertThat(say(uniform, Fixtures.additive(1, 1, 1, 1, 1, 1, 1, 1)).template())
                .isEqualTo(Template.SPREAD);
    }

    private static Standing standing(int rank, int without) {
        return new Standing(100, new Standing.Place(rank - 1, 0), new Standing.Place(without - 1, 0));
    }

    private static Sentence say(LookResult looked, Removal removal) {
        return say(looked, removal, standing(12, 60));
    }

    private static Sentence say(LookResult looked, Removal removal, Standing standing) {
        List<Text> titles = IntStream.range(0, removal.behaviours())
                .mapToObj(j -> Fixtures.item(j).title())
                .toList();
        return new SentenceGate(titles, removal, standing).sentence(looked, Effects.of(removal));
    }
}
