package dev.interestlens.explain.sentence;

import static dev.interestlens.explain.sentence.SentenceCases.FIRST_THREE;
import static dev.interestlens.explain.sentence.SentenceCases.gate;
import static dev.interestlens.explain.sentence.SentenceCases.group;
import static dev.interestlens.explain.sentence.SentenceCases.grouped;
import static dev.interestlens.explain.sentence.SentenceCases.lane;
import static dev.interestlens.explain.sentence.SentenceCases.say;
import static dev.interestlens.explain.sentence.SentenceCases.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FieldEffect;
import dev.interestlens.explain.effect.Group;
import dev.interestlens.explain.effect.GroupEffect;
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
    @Test
    void whatMattersAndIsLookedAtIsNamed() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0.1, 0));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.text().en())
                .isEqualTo(
                        "Scored high (0.90, rank 12 of 100 random items), mainly because of \"Item 0\": without it the"
                                + " score would be 0.55, without any history 0.50 at rank 60 (measured).");
        assertThat(sentence.text().zh())
                .isEqualTo("得分高（0.90，在 100 个随机物品中排第 12），主要是因为“物品0”：去掉它后得分为 0.55，没有任何历史时为 0.50、排第 60（实测）。");
    }

    @Test
    void oneBehaviourThatDoesItAllIsNamedThoughTheItemRanksHighWithoutIt() {
        Removal one = Fixtures.removal(8, kept -> kept[0] ? 5 : kept[5] ? -1.5 : -2.6);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), one, standing(1, 25, 1.2, 7.6));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .isEqualTo(
                        "Scored high (0.99, rank 1 of 100 random items), mainly because of \"Item 0\": without it the"
                                + " score would be 0.18, without any history 0.07 at rank 25 (measured).");
    }

    @Test
    void aScoreAboveOneHalfThatRanksLastIsNotCalledLow() {
        Sentence sentence =
                say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0, 0), standing(99, 99, 0, 2));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .startsWith("Scored 0.89 (rank 99 of 100 random items); what score it has is mainly because of");
        assertThat(sentence.text().zh()).startsWith("得分 0.89（在 100 个随机物品中排第 99），现有的得分主要是因为");
    }

    @Test
    void aScoreBelowOneHalfThatRanksFirstIsNotCalledHigh() {
        Removal seldom = Fixtures.removal(8, kept -> kept[0] ? -2 : -4);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), seldom, standing(1, 50, 0, 2));
        assertThat(sentence.text().en()).startsWith("Scored 0.12 (rank 1 of 100 random items), mainly because");
    }

    @Test
    void withHardlyAnyItemsNothingIsCalledHighOrLow() {
        Sentence sentence =
                say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0.1, 0, 0, 0.1, 0), Standing.UNKNOWN);
        assertThat(sentence.text().en()).startsWith("Scored 0.90, mainly because of \"Item 0\": ");
        assertThat(sentence.text().zh()).startsWith("得分 0.90，主要是因为“物品0”：");
    }

    @Test
    void whatRaisesTheScoreInAHistoryThatLowersItIsNoReason() {
        Removal lowers = Fixtures.removal(8, kept -> 3 + (kept[0] ? 1 : 0) - (kept[5] ? 0.9 : 0) - (kept[6] ? 0.9 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), lowers, standing(40, 9, 3, -1.3));
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.named()).containsExactlyInAnyOrder(5, 6);
        assertThat(sentence.text().en())
                .isEqualTo("Scored 0.90 (rank 40 of 100 random items). Most of what the history takes away from it"
                        + " comes from \"Item 6\" and \"Item 5\": without them the score rises from 0.90 to"
                        + " 0.98 (measured). The item itself does more than the history, and in the other"
                        + " direction: without any history the score would be 0.95 at rank 9 (measured).");
        assertThat(sentence.text().zh())
                .isEqualTo("得分 0.90（在 100 个随机物品中排第 40）。历史压低了得分，其中大部分来自“物品6”和“物品5”：去掉它们后得分从 0.90 升到 0.98（实测）。"
                        + "物品本身的作用大于历史，而且方向相反：没有任何历史时得分为 0.95、排第 9（实测）。");
    }

    @Test
    void whereTheItemDoesMoreNothingIsBecauseOfTheHistory() {
        Removal raises = Fixtures.removal(8, kept -> 3 + (kept[0] ? 2 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises, standing(2, 5, 3, 2));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.first().en())
                .isEqualTo("Scored high (0.99, rank 2 of 100 random items). Most of what the history does for it comes"
                        + " from \"Item 0\": without it the score would be 0.95 (measured).");
        assertThat(sentence.more().en())
                .isEqualTo("The item itself does more than the history: without any history the score would be 0.95 at"
                        + " rank 5 (measured).");
    }

    @Test
    void whereNeitherDiffersFromRandomItemsBothAreSaid() {
        Removal raises = Fixtures.additive(0.5, 0, 0, 0, 0, 0, 0, 0);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises, standing(45, 50, 0.2, 0.4));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.more().en()).contains("Neither the item itself nor the history sets it far apart");
        assertThat(sentence.more().zh()).contains("物品本身和历史都没有使它明显不同于随机物品");
    }

    @Test
    void aHistoryThatRaisesOtherItemsMoreIsSaidToDoSo() {
        Removal raises = Fixtures.additive(0.5, 0, 0, 0, 0, 0, 0, 0);
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises, standing(80, 50, 0.2, -2));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
        assertThat(sentence.more().en())
                .isEqualTo("The history does more than the item itself, and in the other direction: without any history"
                        + " the score would be 0.50 at rank 50, since the history raises random items more"
                        + " (measured).");
        assertThat(sentence.more().zh()).contains("历史的作用大于物品本身，而且方向相反", "而历史使随机物品升得更多");
    }

    @Test
    void anItemThatDoesMoreThanTheNamedBehavioursLeavesThemNoMainReason() {
        Sentence sentence =
                say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, 0, 0, 0, 0, 0), standing(1, 9, 2.5, 2.6));
        assertThat(sentence.text().en()).contains("because of the history, most of all \"Item 0\"");
    }

    @Test
    void aGroupOfClearlyMoreEffectComesBeforeTheNamedBehaviours() {
        Removal group = Fixtures.additive(0.7, 0, 0, 0, 0.6, 0.6, 0.6, 0.6);
        Sentence sentence = grouped(Fixtures.looked(FIRST_THREE), group, group("Drama", 3.1, 0, 4, 5, 6, 7));
        assertThat(sentence.template()).isEqualTo(Template.GROUP);
        assertThat(sentence.text().en())
                .doesNotContain("because")
                .contains("(measured). 5 behaviours of \"Drama\" matter together: without all of them the score falls"
                        + " from 0.96 to 0.50 (measured). The behaviour that raises it most is \"Item 0\"");
    }

    @Test
    void oneThatCarriesMoreThanHalfOfAGroupComesBeforeIt() {
        Removal one = Fixtures.additive(1.5, 0, 0, 0, 0, 0.4, 0.4, 0.3);
        Sentence sentence = grouped(Fixtures.looked(FIRST_THREE), one, group("Drama", 2.6, 0, 5, 6, 7));
        assertThat(sentence.template()).isEqualTo(Template.GROUP);
        assertThat(sentence.text().en())
                .doesNotContain("because")
                .contains("comes from \"Item 0\": without it the score would be 0.75 (measured). 4 behaviours of"
                        + " \"Drama\" matter together");
    }

    @Test
    void aGroupAmongNamedBehavioursThatMattersThoughTheyDoNotIsSaid() {
        Removal others = Fixtures.additive(0, 0, 0, 0.8, 0.7, 0, 0, 0.9);
        Sentence sentence = grouped(Fixtures.looked(FIRST_THREE), others, group("Drama", 0.5, 0, 1));
        assertThat(sentence.template()).isEqualTo(Template.LOOKED_NOT_MATTERED);
        assertThat(sentence.named()).containsExactly(7, 3);
        assertThat(sentence.looked()).contains(0, 1, 2);
        assertThat(sentence.text().en())
                .contains("(measured). 2 behaviours of \"Drama\" matter together", "The model looked most at");
    }

    @Test
    void twoLanesDoNotStandInPlaceOfAGroupOfClearlyMoreEffect() {
        Removal group = Fixtures.additive(0.7, 0, 0, 0, 0, 0.6, 0.6, 0.6);
        Sentence sentence = grouped(
                Fixtures.looked(FIRST_THREE), group, group("Drama", 2.5, 0, 5, 6, 7), lane(1.6, 0, 5), lane(1.4, 6, 7));
        assertThat(sentence.groups()).extracting(GroupEffect::effect).contains(2.5);
        assertThat(sentence.text().en())
                .contains("4 behaviours of \"Drama\" matter together")
                .doesNotContain("lanes");
        assertThat(grouped(
                                Fixtures.looked(FIRST_THREE),
                                group,
                                group("Drama", 1.7, 0, 5, 6),
                                lane(1.6, 0, 5),
                                lane(1.4, 6, 7))
                        .text()
                        .en())
                .contains("Two lanes matter, each by itself");
    }

    @Test
    void twoLanesThatRaiseDoNotStandInPlaceOfAGroupThatLowers() {
        Removal lowers = Fixtures.removal(8, kept -> (kept[0] ? -1.5 : 0) - (kept[1] ? 1 : 0) - (kept[2] ? 1 : 0) + 4);
        Sentence sentence = grouped(
                Fixtures.looked(FIRST_THREE),
                lowers,
                group("Drama", -3.5, 0, 1, 2, 3),
                lane(1.9, 5, 6),
                lane(1.8, 4, 7));
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.text().en()).contains("\"Drama\" speak against this item together");
    }

    @Test
    void aGroupThatIsHardlyMoreThanTheNamedBehavioursLeavesThemTheReason() {
        Removal group = Fixtures.additive(2, 0, 0, 0, 0, 0.1, 0, 0);
        Sentence sentence = grouped(Fixtures.looked(FIRST_THREE), group, group("Drama", 2.1, 0, 5));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .contains("mainly because of \"Item 0\"", "(measured). 2 behaviours of \"Drama\"");
    }

    @Test
    void theGroupOfTheLargestEffectIsNamedOfWhateverKind() {
        Removal group = Fixtures.additive(0.5, 0, 0, 0, 0, 0.6, 0.6, 0.6);
        Sentence sentence = grouped(
                Fixtures.looked(FIRST_THREE),
                group,
                group("Drama", 1.2, 5, 6),
                new GroupEffect(
                        new Group(Group.Kind.SESSION, Text.same("Monday"), List.of(5, 6, 7)),
                        1.8,
                        0.3,
                        1.8,
                        0.6,
                        new GroupEffect.Draws(0, -0.2, 0.2),
                        new GroupEffect.Draws(0, -0.2, 0.2)));
        assertThat(sentence.text().en()).contains("The 3 behaviours of the session of Monday matter together");
        assertThat(sentence.text().en()).doesNotContain("Drama");
    }

    @Test
    void aHistoryWhoseGroupsMatterIsNotIdle() {
        Removal against = Fixtures.removal(8, kept -> (kept[0] || kept[1] ? 2 : 0) - (kept[6] || kept[7] ? 2 : 0));
        assertThat(grouped(Fixtures.looked(FIRST_THREE), against, group("Drama", 2, 0, 1))
                        .template())
                .isNotEqualTo(Template.IDLE);
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
    void whatLowersTheScoreMostIsNamedFirst() {
        Removal raises = Fixtures.removal(8, kept -> (kept[0] ? -2 : 0) + (kept[5] ? 1 : 0));
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), raises);
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.text().en())
                .isEqualTo("Scored 0.27 (rank 12 of 100 random items). Most of what the history takes away from it"
                        + " comes from \"Item 0\": without it the score rises from 0.27 to 0.73 (measured). The"
                        + " history does more than the item itself: without any history the score would be 0.50"
                        + " at rank 60, since the history lowers random items more (measured).");
        assertThat(sentence.text().zh()).contains("历史压低了得分，其中大部分来自“物品0”");
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
        assertThat(sentence.first().en()).contains("comes from \"Item 7\" and \"Item 3\"");
        assertThat(sentence.more().en())
                .contains("\"Item 0\", \"Item 1\" and \"Item 2\"", "the score stays at 0.92 (measured)");
        assertThat(sentence.more().zh()).contains("“物品0”、“物品1”和“物品2”");
    }

    @Test
    void whatSpeaksAgainstIsSaid() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(-2, 0, 0, 0, 0.1, 0, 0, 0.2));
        assertThat(sentence.template()).isEqualTo(Template.OPPOSES);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.to()).isGreaterThan(sentence.from());
        assertThat(sentence.text().zh()).contains("历史压低了得分，其中大部分来自“物品0”");
    }

    @Test
    void anIdleHistoryIsSaid() {
        Sentence sentence = say(
                Fixtures.looked(FIRST_THREE),
                Fixtures.additive(0.01, 0, 0, 0, 0, 0, 0, -0.02),
                standing(30, 30, 2, 0.1));
        assertThat(sentence.template()).isEqualTo(Template.IDLE);
        assertThat(sentence.text().en())
                .isEqualTo(
                        "Scored 0.498 (rank 30 of 100 random items). The item alone decides it: without any history the"
                                + " score would be 0.500 at rank 30 (measured).");
        assertThat(sentence.text().zh()).contains("得分只由物品本身决定");
    }

    @Test
    void anIdleHistoryThatMovesOtherItemsIsNotTheItemAlone() {
        Sentence sentence = say(
                Fixtures.looked(FIRST_THREE),
                Fixtures.additive(0.01, 0, 0, 0, 0, 0, 0, -0.02),
                standing(80, 30, 0.5, -2));
        assertThat(sentence.template()).isEqualTo(Template.IDLE);
        assertThat(sentence.text().en())
                .contains("The history does more than the item itself", "since the history raises random items more");
    }

    @Test
    void opposingBehavioursThatCancelAreNotIdle() {
        Sentence sentence = say(Fixtures.looked(FIRST_THREE), Fixtures.additive(2, 0, 0, -2, 0, 0, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.WITHIN);
    }

    @Test
    void aColdStartIsSaid() {
        Sentence sentence = say(Fixtures.looked(), Fixtures.additive());
        assertThat(sentence.template()).isEqualTo(Template.COLD);
        assertThat(sentence.text().zh()).startsWith("没有历史可看");
    }

    @Test
    void fourBehavioursAreTooFew() {
        Sentence sentence = say(Fixtures.looked(0.9, 0.1, 0, 0), Fixtures.additive(1, 1, 1, 1));
        assertThat(sentence.template()).isEqualTo(Template.SHORT);
        assertThat(sentence.text().en())
                .startsWith("Scored high (0.98, rank 12 of 100 random items). The history does more")
                .endsWith("The history is too short to judge which behaviours mattered.");
        assertThat(sentence.text().zh()).endsWith("历史太短，无法判断哪些行为起了作用。");
    }

    @Test
    void oneThatCarriesMostOfAShortHistoryIsNamed() {
        Sentence sentence = say(Fixtures.looked(0.1, 0.9, 0, 0), Fixtures.additive(3, 0.2, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.SHORT);
        assertThat(sentence.named()).containsExactly(0);
        assertThat(sentence.text().en())
                .doesNotContain("because", "too short")
                .contains("comes from \"Item 0\": without it the score would be 0.55 (measured)");
        assertThat(say(Fixtures.looked(1), Fixtures.additive(3)).first().zh()).endsWith("历史中只有“物品0”。");
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

    @Test
    void aFieldComesFirstOnlyWhereNothingInTheHistoryDoesMore() {
        LookResult looked = Fixtures.looked(FIRST_THREE);
        Removal removal = Fixtures.additive(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        FieldEffect city =
                new FieldEffect(FieldEffect.Side.USER, "city", Text.same("Ulm"), 0.6, 0, Double.NaN, 0, 20, false);
        Effects alone = Effects.of(removal).withFields(List.of(city));
        Effects beside = alone.with(List.of(group("Comedy", -1.8, 3, 4, 5)));
        SentenceGate gate = gate(removal, standing(45, 50, 0.2, 0.4));
        assertThat(gate.sentence(looked, alone).text().en()).startsWith("The strongest reason is user city = Ulm");
        Removal one = Fixtures.additive(0.5, 0, 0, 0, 0, 0, 0, 0);
        assertThat(gate(one, standing(45, 50, 0.2, 0.4))
                        .sentence(looked, Effects.of(one).withFields(List.of(city)))
                        .text()
                        .en())
                .contains("comes from \"Item 0\"", "Beside the history the strongest reason is user city = Ulm");
        assertThat(gate.sentence(looked, beside).text().en())
                .startsWith("Scored 0.69")
                .contains("Beside the history the strongest reason is user city = Ulm");
    }
}
