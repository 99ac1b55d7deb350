package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.effect.Standing.Lead;
import dev.interestlens.explain.effect.Standing.Level;
import dev.interestlens.explain.effect.Standing.Place;
import dev.interestlens.explain.effect.Standing.Share;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Removal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a judgement becomes another one: on either side of each threshold, and on it. */
class EffectThresholdsTest {
    private static final LookResult FALLING = Fixtures.looked(0.3, 0.2, 0.15, 0.12, 0.1, 0.07, 0.04, 0.02);

    private static GroupEffect group(double effect, double largest, double low, double high, int size) {
        GroupEffect.Draws draws = new GroupEffect.Draws(0, low, high);
        Group of = new Group(
                Group.Kind.CATEGORY,
                Text.same("Drama"),
                IntStream.range(0, size).boxed().toList());
        return new GroupEffect(of, effect, 0, 0, largest, draws, draws);
    }

    @Test
    void aGroupStandsOutFromATenthOnAndBeyondItsDraws() {
        assertThat(group(0.1, 0, -0.05, 0.05, 3).standsOut()).isTrue();
        assertThat(group(0.099, 0, -0.05, 0.05, 3).standsOut()).isFalse();
        assertThat(group(0.3, 0, -0.3, 0.3, 3).standsOut()).isFalse();
        assertThat(group(-0.1, 0, -0.05, 0.05, 3).standsOut()).isTrue();
        assertThat(group(-0.099, 0, -0.05, 0.05, 3).standsOut()).isFalse();
        assertThat(group(-0.3, 0, -0.3, 0.3, 3).standsOut()).isFalse();
    }

    @Test
    void aGroupIsRedundantWhereNoneOfItHasATenth() {
        assertThat(group(0.1, 0.099, 0, 0, 2).redundant()).isTrue();
        assertThat(group(-0.1, 0.099, 0, 0, 2).redundant()).isTrue();
        assertThat(group(0.1, 0.1, 0, 0, 2).redundant()).isFalse();
        assertThat(group(0.099, 0, 0, 0, 2).redundant()).isFalse();
        assertThat(group(0.1, 0, 0, 0, 1).redundant()).isFalse();
    }

    @Test
    void aGroupActsTogetherWhereNoneOfItHasHalf() {
        assertThat(group(1, 0.49, 0, 0, 2).together()).isTrue();
        assertThat(group(-1, 0.49, 0, 0, 2).together()).isTrue();
        assertThat(group(1, 0.5, 0, 0, 2).together()).isFalse();
        assertThat(group(1, 0, 0, 0, 1).together()).isFalse();
    }

    private static FieldEffect field(FieldEffect.Side side, double everywhere, double error, boolean identity) {
        return new FieldEffect(side, "f", Text.same("v"), 0.6, error, everywhere, 0, 9, identity);
    }

    @Test
    void aFieldOfTheCandidateCountsWithWhatItDoesForOthersAtMost() {
        assertThat(field(FieldEffect.Side.USER, 0.2, 0, false).reason()).isEqualTo(0.6);
        assertThat(field(FieldEffect.Side.CANDIDATE, 0.2, 0, false).reason()).isEqualTo(0.2);
        assertThat(field(FieldEffect.Side.CANDIDATE, 0.9, 0, false).reason()).isEqualTo(0.6);
        assertThat(field(FieldEffect.Side.CANDIDATE, 0.9, 0, true).reason()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(field(FieldEffect.Side.USER, 0, 0, false).exact()).isTrue();
        assertThat(field(FieldEffect.Side.USER, 0, 0.1, false).exact()).isFalse();
    }

    private static Standing standing(int among, Place with, Share item, Share history) {
        return new Standing(among, with, new Place(0, 0), item, history);
    }

    @Test
    void eightItemsAreEnoughToBeRankedAmong() {
        Share far = new Share(2, 1);
        assertThat(standing(8, new Place(0, 0), far, far).level()).isEqualTo(Level.HIGH);
        assertThat(standing(8, new Place(0, 0), far, far).levelWithout()).isEqualTo(Level.HIGH);
        assertThat(standing(8, new Place(0, 0), far, far).lead()).isEqualTo(Lead.ITEM); // as large as the history
        assertThat(standing(7, new Place(0, 0), far, far).lead()).isEqualTo(Lead.UNKNOWN);
        assertThat(standing(8, new Place(7, 0), far, far).level()).isEqualTo(Level.LOW);
    }

    @Test
    void aPartOfOneSpreadIsNotFarApart() {
        assertThat(standing(9, new Place(0, 0), new Share(1, 1), new Share(-1, 1))
                        .lead())
                .isEqualTo(Lead.BOTH);
        assertThat(standing(9, new Place(0, 0), new Share(1.01, 1), new Share(-1, 1))
                        .lead())
                .isEqualTo(Lead.ITEM);
        assertThat(standing(9, new Place(0, 0), new Share(1, 1), new Share(-1.01, 1))
                        .lead())
                .isEqualTo(Lead.HISTORY);
    }

    @Test
    void aPlaceBeforeTheFirstIsRefused() {
        assertThat(new Place(0, 0).rank()).isEqualTo(1);
        assertThatThrownBy(() -> new Place(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lookIsAheadOnlyOfWhatItsWholeIntervalIsAbove() {
        assertThat(new Earned(9, 0.8, 0.5, 0.49, 0.4).ahead()).isTrue();
        assertThat(new Earned(9, 0.8, 0.5, 0.5, 0.4).ahead()).isFalse();
        assertThat(new Earned(9, 0.8, 0.5, 0.4, 0.5).ahead()).isFalse();
        assertThat(new Earned(0, 0.8, 0.5, 0.4, 0.4).isKnown()).isFalse();
        assertThat(new Earned(1, 0.8, 0.5, 0.4, 0.4).isKnown()).isTrue();
        assertThat(new Earned(1, Double.NaN, 0.5, 0.4, 0.4).isKnown()).isFalse();
        assertThat(new Earned(1, 0.8, 0.5, 0.4, 0.4).isNewestBest()).isTrue();
        assertThat(new Earned(1, 0.8, 0.5, 0.4, 0.41).isNewestBest()).isFalse();
    }

    private static Agreement judge(LookResult looked, double... effects) {
        return AgreementJudge.judge(looked, new Effects(0, 0, effects, effects), 1, 0);
    }

    @Test
    void fiveBehavioursCanBeJudged() {
        LookResult five = Fixtures.looked(0.4, 0.3, 0.1, 0.1, 0.1);
        assertThat(judge(five, 5, 4, 3, 2, 1).badge()).isEqualTo(Badge.AGREES);
        assertThat(judge(Fixtures.looked(0.4, 0.3, 0.2, 0.1), 4, 3, 2, 1).badge())
                .isEqualTo(Badge.CANNOT_JUDGE);
    }

    @Test
    void aTwentiethOfTheLargestEffectAgainstIsNoConflict() {
        assertThat(judge(FALLING, 2, -0.05 * 2, 0, 0, 0, 0, 0, 0).signConflict())
                .isFalse();
        assertThat(judge(FALLING, 2, -0.11, 0, 0, 0, 0, 0, 0).signConflict()).isTrue();
        assertThat(judge(FALLING, 2, 0, 0, -1, 0, 0, 0, 0).signConflict()).isFalse(); // not among three
        assertThat(judge(FALLING, 2, 0, 0, -1, 0, 0, 0, 0).topAgainst()).isZero();
    }

    /** Of two equal Effects the order says nothing of the first, and neither is more than half. */
    @Test
    void halfOfAllEffectDoesNotDecideAlone() {
        FoundEffect half = new FoundEffect(0.5, 0.5, false);
        assertThat(half.oneDecides()).isFalse();
        assertThat(half.most()).isTrue();
        assertThat(new FoundEffect(0.49, 0.51, false).oneDecides()).isTrue();
        assertThat(new FoundEffect(0.49, 0.51, false).most()).isFalse();
    }

    /** Effects of 3 and 1 looked at in the wrong order: 1 + 3/2 = 2.5; at best 3.5, at random 4 · (1 + 1/2) / 2 = 3. */
    @Test
    void whatIsFoundLiesBetweenRandomAndBest() {
        FoundEffect found =
                FoundEffect.of(Fixtures.looked(0.9, 0.1), new Effects(0, 0, new double[] {1, 3}, new double[2]));
        assertThat(found.share()).isCloseTo(-1, within(1e-12));
        assertThat(found.largest()).isEqualTo(0.75);
        assertThat(found.first()).isFalse();
    }

    @Test
    void aFallCountsWhereItIsLargeEnoughAndBeyondTheRandomOnes() {
        JointRemoval fall = new JointRemoval(List.of(0), 1, 0.5, 0, 0.4, 0.4);
        assertThat(fall.fall()).isEqualTo(0.5);
        assertThat(fall.falls(0.5)).isTrue();
        assertThat(fall.falls(0.51)).isFalse();
        assertThat(fall.rises(0.1)).isFalse();
        assertThat(new JointRemoval(List.of(0), 1, 0.5, 0, 0.5, 0).falls(0.1)).isFalse();
        JointRemoval rise = new JointRemoval(List.of(0), 0.5, 1, 0, 0.4, 0.4);
        assertThat(rise.rises(0.5)).isTrue();
        assertThat(rise.rises(0.51)).isFalse();
        assertThat(rise.falls(0.1)).isFalse();
        assertThat(new JointRemoval(List.of(0), 0.5, 1, 0, 0, 0.5).rises(0.1)).isFalse();
    }

    private static Effects effects(double history, double... singles) {
        return new Effects(history, 0, singles, singles);
    }

    @Test
    void behavioursCarryWhereTheyHaveMoreThanHalfOfTheLargestWhole() {
        Effects singles = effects(1, 1, -0.5, 0.5);
        assertThat(Carriers.carries(singles, 1)).isFalse();
        assertThat(Carriers.carries(singles, 1.01)).isTrue();
        assertThat(Carriers.carries(singles, -1.01)).isTrue();
        assertThat(Carriers.carries(effects(4, 1, 1), 2)).isFalse();
        assertThat(Carriers.carries(effects(4, 1, 1), 2.01)).isTrue();
        Effects grouped = singles.with(List.of(group(-6, 0, -0.2, 0.2, 2), group(9, 0, -10, 10, 2)));
        assertThat(Carriers.carries(grouped, 3)).isFalse();
        assertThat(Carriers.carries(grouped, 3.01)).isTrue();
    }

    private static Optional<JointRemoval> lookedInVain(double third) {
        Removal removal = Fixtures.additive(0.125, 0.125, third, 0, 0, 0, 0, 1.25);
        Carriers carriers = new Carriers(removal, Effects.of(removal), List.of(0, 1, 2));
        return carriers.lookedInVain(carriers.found());
    }

    @Test
    void whatHasAQuarterOfWhatDidItWasLookedAtInVain() {
        assertThat(lookedInVain(0.0625)).isPresent(); // 5/16 of 5/4
        assertThat(lookedInVain(0.0626)).isEmpty();
    }

    @Test
    void ofAShortHistoryTheOneThatHasATenthAndMoreThanHalfIsNamed() {
        assertThat(ofShort(0.1, 0, 0)).contains(List.of(0));
        assertThat(ofShort(0.099, 0, 0)).isEmpty();
        assertThat(ofShort(0.4, 0.35, 0.25)).contains(List.of(0, 1)); // two have three quarters
        assertThat(ofShort(0.75, 0.25, 0.25)).contains(List.of(0));
        assertThat(ofShort(-0.75, 0.25, 0.25)).contains(List.of(0));
    }

    private static Optional<List<Integer>> ofShort(double... weights) {
        Removal removal = Fixtures.additive(weights);
        List<Integer> all = IntStream.range(0, weights.length).boxed().toList();
        return new Carriers(removal, Effects.of(removal), all)
                .ofShort()
                .map(each -> each.removal().removed().stream().sorted().toList());
    }

    @Test
    void anAreaOfLessThanAFiftiethTellsNothing() {
        LookResult looked = Fixtures.looked(0.4, 0.3, 0.2, 0.1);
        assertThat(skill(looked, 0.1)).isNaN();
        assertThat(skill(looked, 2)).isCloseTo(1, within(1e-12));
    }

    private static double skill(LookResult looked, double weight) {
        Removal removal = Fixtures.additive(weight, 0, 0, 0);
        return CurveMeasure.fine(removal)
                .measure(looked, Effects.of(removal), () -> false)
                .orElseThrow()
                .orderSkill();
    }

    @Test
    void aCancelledMeasurementIsNone() {
        Removal removal = Fixtures.additive(1, 0, 0, 0);
        assertThat(CurveMeasure.fine(removal)
                        .measure(Fixtures.looked(0.4, 0.3, 0.2, 0.1), Effects.of(removal), () -> true))
                .isEmpty();
    }

    /** n = 6: of 1, 1, 1, 2 and 3 behaviours alone; the whole history has a logit of 3. */
    @Test
    void sufficiencyIsTheMeanOverFiveSharesThatAreKept() {
        RemovalCurves.Order order =
                CurveMeasure.fine(Fixtures.additive(3, 2, 1, 0, -1, -2)).order(new int[] {0, 1, 2, 3, 4, 5});
        double kept = (3 * Scores.sigmoid(3) + Scores.sigmoid(5) + Scores.sigmoid(6)) / 5;
        assertThat(order.sufficiency()).isCloseTo(Scores.sigmoid(3) - kept, within(1e-12));
        assertThat(CurveMeasure.area(new double[] {0.7})).isEqualTo(0.7);
    }

    @Test
    void thePartOfAnItemIsItsDistanceFromTheMeanOfTheOthersAndTheirSpread() {
        float[] logits = {5, 0, 4, 0, 4, 0, 4, 0, 4};
        Standing standing = Standing.ofFirst(logits, logits);
        assertThat(standing.item()).isEqualTo(new Share(3, 2));
        assertThat(standing.history()).isEqualTo(new Share(0, 0));
    }

    @Test
    void aChangeThatIsNotReadInTheScoreIsSaidOfTheLogit() {
        assertThat(new ScoreChange(0, 2).instead().en()).isEqualTo("be 0.88 instead of 0.50");
        assertThat(new ScoreChange(2, 2).instead().en()).isEqualTo("still be 0.88");
        assertThat(new ScoreChange(40, 41).would().en()).matches("still be [0-9.]+, its logit 1.00 higher");
        assertThat(new ScoreChange(41, 40).instead().en()).matches("still be [0-9.]+, its logit 1.00 lower");
    }
}
