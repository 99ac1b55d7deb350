package dev.interestlens.explain.sentence;

import static dev.interestlens.explain.sentence.SentenceCases.FIRST_THREE;
import static dev.interestlens.explain.sentence.SentenceCases.alike;
import static dev.interestlens.explain.sentence.SentenceCases.city;
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
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence.Template;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a sentence becomes another one: on either side of each threshold, and on it. */
class SentenceThresholdsTest {
    private static final LookResult LOOKED = Fixtures.looked(FIRST_THREE);
    private static final Removal TENTHS = Fixtures.additive(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    private static final Removal ITEM_0 = Fixtures.additive(2, 0, 0, 0, 0, 0, 0, 0);
    private static final Standing NEITHER = standing(45, 50, 0.2, 0.4);
    private static final String OTHER_DIRECTION = "and in the other direction";
    private static final String LANES = "Two lanes matter";
    private static final String FIELD_FIRST = "The strongest reason is user city = Ulm";
    private static final String FIELD_BESIDE = "Beside the history the strongest reason is user city = Ulm";

    private static String said(Removal removal, Standing standing, FieldEffect field, GroupEffect... groups) {
        Effects effects = Effects.of(removal).with(List.of(groups)).withFields(List.of(field));
        return gate(removal, standing).sentence(LOOKED, effects).text().en();
    }

    @Test
    void aHistoryOfATenthIsNotIdle() {
        Removal tenth = Fixtures.removal(8, kept -> IntStream.range(0, 8).anyMatch(j -> kept[j]) ? 0.1 : 0);
        Removal less = Fixtures.removal(8, kept -> IntStream.range(0, 8).anyMatch(j -> kept[j]) ? 0.099 : 0);
        assertThat(say(LOOKED, tenth).template()).isNotEqualTo(Template.IDLE);
        assertThat(say(LOOKED, less).template()).isEqualTo(Template.IDLE);
    }

    @Test
    void aBehaviourOfATenthIsNotIdle() {
        assertThat(say(LOOKED, Fixtures.additive(0.1, 0, 0, -0.1, 0, 0, 0, 0)).template())
                .isNotEqualTo(Template.IDLE);
        assertThat(say(LOOKED, Fixtures.additive(0.099, 0, 0, -0.099, 0, 0, 0, 0))
                        .template())
                .isEqualTo(Template.IDLE);
    }

    @Test
    void aHistoryThatRaisesTheScoreByATenthIsAReason() {
        Sentence sentence = say(LOOKED, Fixtures.additive(0.1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en()).doesNotContain("random items more");
    }

    @Test
    void fiveBehavioursAreEnough() {
        assertThat(say(Fixtures.looked(0.5, 0.2, 0.1, 0.1, 0.1), Fixtures.additive(2, 0, 0, 0, 0))
                        .template())
                .isEqualTo(Template.STRONG);
    }

    @Test
    void whatIsLookedAtIsToldFromWhatIsNot() {
        assertThat(say(LOOKED, ITEM_0).looked()).containsExactly(0);
        assertThat(say(alike(8), ITEM_0).looked()).isEmpty();
    }

    @Test
    void halfOfTheHistoryIsTheMainReason() {
        assertThat(ofHistory(2)).contains("mainly because of \"Item 0\"");
        assertThat(ofHistory(2.01)).contains("because of the history, most of all \"Item 0\"");
    }

    /** @param others what the other behaviours do together; item 0 does 2 */
    private static String ofHistory(double others) {
        Removal removal = Fixtures.removal(
                30, kept -> (kept[0] ? 2 : 0) + (IntStream.range(1, 30).anyMatch(j -> kept[j]) ? others : 0));
        double[] look =
                IntStream.range(0, 30).mapToDouble(j -> j == 0 ? 0.5 : 0.01).toArray();
        return say(Fixtures.looked(look), removal).text().en();
    }

    @Test
    void anItemThatDoesAsMuchAsTheNamedLeavesThemTheMainReason() {
        assertThat(say(LOOKED, ITEM_0, standing(1, 9, 2, 2.6)).text().en()).contains("mainly because of \"Item 0\"");
        assertThat(say(LOOKED, ITEM_0, standing(1, 9, 2.01, 2.6)).text().en())
                .contains("because of the history, most of all \"Item 0\"");
    }

    @Test
    void aScoreOfOneHalfThatRanksFirstIsHigh() {
        Removal half = Fixtures.removal(8, kept -> kept[0] ? 0 : -2);
        assertThat(say(LOOKED, half, standing(1, 50, 0, 2)).text().en())
                .startsWith("Scored high (0.50, rank 1 of 100 random items)");
    }

    @Test
    void theSmallerPartIsSaidToOpposeFromATenthOn() {
        Removal raises = Fixtures.removal(8, kept -> 3 + (kept[0] ? 2 : 0));
        assertThat(say(LOOKED, raises, standing(2, 5, 3, -0.1)).text().en()).contains(OTHER_DIRECTION);
        assertThat(say(LOOKED, raises, standing(2, 5, 3, -0.09)).text().en()).doesNotContain(OTHER_DIRECTION);
        assertThat(say(alike(8), TENTHS, standing(2, 5, -0.1, 3)).text().en()).contains(OTHER_DIRECTION);
        assertThat(say(alike(8), TENTHS, standing(2, 5, -0.09, 3)).text().en()).doesNotContain(OTHER_DIRECTION);
    }

    @Test
    void aFieldIsSaidFromATenthOn() {
        Removal little = Fixtures.additive(0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01);
        assertThat(said(little, NEITHER, city(0.1, 0))).contains("user city");
        assertThat(said(little, NEITHER, city(0.099, 0))).doesNotContain("user city");
    }

    @Test
    void aFieldIsSaidWhereItsIntervalOf95PercentIsAboveATenth() {
        Removal little = Fixtures.additive(0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01);
        assertThat(said(little, NEITHER, city(0.6, 0.255))).contains("user city"); // .6 - 1.96 * .255 = .1002
        assertThat(said(little, NEITHER, city(0.6, 0.256))).doesNotContain("user city"); // .0982
    }

    @Test
    void aFieldThatDoesNoMoreThanABehaviourIsNotSaid() {
        Removal quarters = Fixtures.additive(0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        assertThat(said(quarters, NEITHER, city(0.25, 0))).doesNotContain("user city");
        assertThat(said(ITEM_0, NEITHER, city(1.9, 0))).doesNotContain("user city");
        assertThat(said(ITEM_0, NEITHER, city(2.1, 0))).contains("user city");
    }

    @Test
    void aFieldThatDoesAsMuchAsAGroupComesFirst() {
        assertThat(said(TENTHS, NEITHER, city(0.6, 0), group("Comedy", 0.6, 3, 4, 5)))
                .startsWith(FIELD_FIRST);
        assertThat(said(TENTHS, NEITHER, city(0.59, 0), group("Comedy", 0.6, 3, 4, 5)))
                .contains(FIELD_BESIDE);
    }

    @Test
    void aLeadingHistoryComesBeforeAFieldThatDoesLess() {
        assertThat(said(TENTHS, standing(2, 5, 1.5, 2), city(1, 0))).contains(FIELD_BESIDE);
        assertThat(said(TENTHS, standing(2, 5, 3, 2), city(1, 0))).startsWith(FIELD_FIRST);
    }

    @Test
    void behindAFieldTheReasonsOfTheHistoryAreSaidWithoutBecause() {
        Removal part = Fixtures.removal(
                8, kept -> (kept[0] ? 0.5 : 0) + (IntStream.range(1, 8).anyMatch(j -> kept[j]) ? 3 : 0));
        assertThat(said(part, standing(12, 60, 0.1, 2), city(2.5, 0)))
                .startsWith(FIELD_FIRST)
                .doesNotContain("because")
                .contains("Within the history it is due to \"Item 0\"");
    }

    @Test
    void aGroupBeatsTheNamedWhereTheyHaveLessThanNineTenthsOfItsEffect() {
        assertThat(GroupWords.beats(group("Drama", 2, 0, 1), 1.79)).isTrue();
        assertThat(GroupWords.beats(group("Drama", 2, 0, 1), 0.9 * 2)).isFalse();
        assertThat(GroupWords.beats(group("Drama", 2, 0), 1)).isFalse();
    }

    @Test
    void aLaneIsNamedFromHalfOfAnotherGroupOn() {
        Removal some = Fixtures.additive(0.7, 0, 0, 0, 0, 0.6, 0.6, 0.6);
        GroupEffect drama = group("Drama", 1.7, 0, 5, 6);
        assertThat(lanes(some, drama, lane(1.6, 0, 5), lane(0.85, 6, 7))).contains(LANES);
        assertThat(lanes(some, drama, lane(1.6, 0, 5), lane(0.84, 6, 7))).doesNotContain(LANES);
    }

    @Test
    void aGroupIsNotPassedOverWhereTheFirstLaneHasLessThanNineTenthsOfIt() {
        Removal some = Fixtures.additive(0.7, 0, 0, 0, 0, 0.6, 0.6, 0.6);
        GroupEffect drama = group("Drama", 2, 0, 5, 6, 7);
        assertThat(lanes(some, drama, lane(0.9 * 2, 0, 5), lane(1.4, 6, 7))).contains(LANES);
        assertThat(lanes(some, drama, lane(1.79, 0, 5), lane(1.4, 6, 7))).doesNotContain(LANES);
    }

    @Test
    void aGroupThatDoesNotBeatTheNamedMayBePassedOver() {
        assertThat(lanes(ITEM_0, group("Drama", 2.1, 0, 5), lane(1.6, 0, 5), lane(1.5, 6, 7)))
                .contains(LANES);
    }

    private static String lanes(Removal removal, GroupEffect... groups) {
        return grouped(LOOKED, removal, groups).text().en();
    }

    @Test
    void ofEqualGroupsTheCategoryIsNamedBeforeTheSession() {
        GroupEffect drama = group("Drama", 1.8, 5, 6);
        GroupEffect monday = new GroupEffect(
                new Group(Group.Kind.SESSION, Text.same("Monday"), List.of(5, 6, 7)),
                1.8,
                0.3,
                1.8,
                0.6,
                drama.random(),
                drama.beside());
        assertThat(lanes(Fixtures.additive(0.5, 0, 0, 0, 0, 0.6, 0.6, 0.6), monday, drama))
                .contains("Drama")
                .doesNotContain("Monday");
    }

    @Test
    void aGroupOfWhichOneHasHalfAddsNothing() {
        GroupEffect.Draws draws = new GroupEffect.Draws(0, -0.2, 0.2);
        Group drama = new Group(Group.Kind.CATEGORY, Text.same("Drama"), List.of(0, 5));
        assertThat(lanes(ITEM_0, new GroupEffect(drama, 2.1, 0.3, 2.1, 1.04, draws, draws)))
                .contains("Drama");
        assertThat(lanes(ITEM_0, new GroupEffect(drama, 2.1, 0.3, 2.1, 1.05, draws, draws)))
                .doesNotContain("Drama");
    }

    @Test
    void aGroupOfTheNamedAddsNothing() {
        Removal either = Fixtures.removal(8, kept -> kept[0] || kept[1] ? 2 : 0);
        assertThat(lanes(either, group("Drama", 2, 0, 1))).doesNotContain("Drama");
        assertThat(lanes(either, group("Drama", 2, 0, 1, 2))).contains("Drama");
    }

    @Test
    void besideALargerGroupAgainstItTheGroupInTheDirectionOfTheNamedIsSaid() {
        Removal some = Fixtures.additive(0.7, 0, 0, 0, 0.6, 0.6, 0.6, 0.6);
        assertThat(lanes(some, group("Drama", -3, 1, 2, 3), group("Comedy", 2, 4, 5, 6)))
                .contains("\"Drama\" speak against this item together", "3 behaviours of \"Comedy\" matter together");
    }

    @Test
    void behavioursKeepTheirPlacesInALongerHistory() {
        Sentence sentence = say(LOOKED, Fixtures.additive(0, 1, 1, 0, 0, 0, 0, 0));
        Sentence longer = sentence.at(new int[] {10, 20, 30, 40, 50, 60, 70, 80});
        assertThat(longer.named()).containsExactlyInAnyOrder(20, 30);
        assertThat(longer.looked()).hasSameSizeAs(sentence.looked()).allMatch(step -> step % 10 == 0);
    }

    @Test
    void aFieldThatDoesAsMuchAsABehaviourIsNotSaidWhereNoneIsNamed() {
        Removal quarters = Fixtures.additive(0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        assertThat(ofNone(quarters, 0.25)).doesNotContain("user city");
        assertThat(ofNone(quarters, 0.251)).contains("user city");
    }

    private static String ofNone(Removal removal, double field) {
        Effects effects = Effects.of(removal).withFields(List.of(city(field, 0)));
        return gate(removal, NEITHER).sentence(alike(8), effects).text().en();
    }

    @Test
    void withoutAFieldTheScoreIsThatOfTheLogitLessItsEffect() {
        double without = 1 / (1 + Math.exp(-(0.8 - 0.6)));
        assertThat(said(TENTHS, NEITHER, city(0.6, 0)))
                .contains(String.format(Locale.ROOT, "the score would be %.2f instead of 0.69", without));
    }

    @Test
    void oneLaneIsNamedLikeAnyGroup() {
        assertThat(lanes(Fixtures.additive(0.7, 0, 0, 0, 0, 0.6, 0.6, 0.6), lane(1.6, 5, 6, 7)))
                .doesNotContain(LANES)
                .contains("matter together");
    }

    @Test
    void whatWasLookedAtInVainIsSaidBesideAReason() {
        Sentence sentence = say(LOOKED, Fixtures.additive(0, 2, 0, 0, 0, 0, 0, 0));
        assertThat(sentence.template()).isEqualTo(Template.STRONG);
        assertThat(sentence.text().en())
                .contains("mainly because of \"Item 1\"", "The model looked most at \"Item 0\" and \"Item 2\"");
        assertThat(sentence.looked()).containsExactly(1);
    }

    @Test
    void whatWasLookedAtInVainIsSaidWhereNothingIsNamed() {
        Sentence sentence = say(LOOKED, Fixtures.additive(0, 0, 0, 0.25, 0.25, 0.25, 0.25, 0.25));
        assertThat(sentence.template()).isEqualTo(Template.LOOKED_NOT_MATTERED);
        assertThat(sentence.looked()).contains(0);
    }
}
