package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.Removal;
import org.junit.jupiter.api.Test;

class AgreementJudgeTest {
    private static final LookResult FALLING = Fixtures.looked(0.3, 0.2, 0.15, 0.12, 0.1, 0.07, 0.04, 0.02);

    @Test
    void sameOrderAgrees() {
        Agreement agreement = judge(FALLING, 0.9, 0.1, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(agreement.tau()).isEqualTo(1);
        assertThat(agreement.topOverlap()).isEqualTo(1);
        assertThat(agreement.randomOverlap()).isEqualTo(3.0 / 8);
        assertThat(agreement.topAgainst()).isZero();
        assertThat(agreement.badge()).isEqualTo(Badge.AGREES);
    }

    @Test
    void aLargeEffectAgainstTheItemIsFoundAsWell() {
        Agreement agreement = judge(FALLING, 0.9, 0.1, 8, -7, 6, 5, 4, 3, 2, 1);
        assertThat(agreement.signConflict()).isTrue();
        assertThat(agreement.topAgainst()).isEqualTo(1.0 / 3);
        assertThat(agreement.badge()).isEqualTo(Badge.AGREES);
    }

    @Test
    void oneBehaviourThatIsLookedAtAndDoesItAllAgreesWhateverTheOrderOfTheRest() {
        double[] look = new double[17];
        double[] effect = new double[17];
        for (int j = 0; j < 17; j++) {
            look[j] = j == 9 ? 0.994 : 0.0001 * (j + 1);
            effect[j] = j == 9 ? 10.5 : 0.11 - 0.006 * j;
        }
        Agreement agreement = judge(Fixtures.looked(look), -0.2, 0.9, effect);
        assertThat(agreement.tau()).isNegative();
        assertThat(agreement.badge()).isEqualTo(Badge.AGREES);
    }

    @Test
    void oneBehaviourThatDoesMostButIsNotLookedAtMostNeverAgrees() {
        assertThat(judge(FALLING, 1, 0, 7, 9, 0.1, 0.1, 0.1, 0.1, 0, 0).badge()).isEqualTo(Badge.PARTLY);
        assertThat(judge(FALLING, 1, 0, 0.1, 0, 0, 0, 0, 0, 0, 9).badge()).isEqualTo(Badge.NO_MATCH);
    }

    @Test
    void whatIsFoundIsNothingByChanceAndOneAtBest() {
        assertThat(judge(FALLING, 1, 0, 8, 7, 6, 5, 4, 3, 2, 1).found().share()).isEqualTo(1);
        double sum = 0;
        for (int first = 0; first < 8; first++) {
            double[] effect = new double[8];
            effect[first] = 3;
            sum += judge(FALLING, 1, 0, effect).found().share();
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
    }

    @Test
    void reverseOrderDoesNotMatch() {
        assertThat(judge(FALLING, -0.4, 0, 1, 2, 3, 4, 5, 6, 7, 8).badge()).isEqualTo(Badge.NO_MATCH);
    }

    @Test
    void fewBehavioursCannotBeJudged() {
        assertThat(judge(Fixtures.looked(0.6, 0.3, 0.1), 1, 0, 3, 2, 1).badge()).isEqualTo(Badge.CANNOT_JUDGE);
    }

    @Test
    void constantEffectsCannotBeJudged() {
        assertThat(judge(FALLING, Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0).badge())
                .isEqualTo(Badge.CANNOT_JUDGE);
    }

    /** Look follows what goes through attention, and the table does the opposite. */
    @Test
    void whatATableDoesBesideAttentionIsLeftOut() {
        double[] table = {-4, -3, -2, -1, 1, 2, 3, 4};
        double[] whole = {4, 4, 4, 4, 5, 5, 5, 5};
        Agreement beside = AgreementJudge.judge(FALLING, effects(whole, Removal.Table.BESIDE, table), 1, 0);
        assertThat(beside.tau()).isEqualTo(1);
        assertThat(beside.badge()).isEqualTo(Badge.AGREES);
        assertThat(beside.ofAttention()).isTrue();
        assertThat(EffectWords.badge(beside).en()).isEqualTo("look matches effect through attention");
        assertThat(EffectWords.badgeHelp(beside).en()).contains("the part that goes through attention");
        for (Removal.Table stands : new Removal.Table[] {Removal.Table.NONE, Removal.Table.ALONE}) {
            Agreement other = AgreementJudge.judge(FALLING, effects(whole, stands, table), 1, 0);
            assertThat(other.badge()).isEqualTo(Badge.NO_MATCH);
            assertThat(EffectWords.badge(other).en()).isEqualTo("look does not match effect");
            assertThat(EffectWords.badgeHelp(other).en()).doesNotContain("through attention");
        }
    }

    private static Effects effects(double[] whole, Removal.Table stands, double[] table) {
        return new Effects(0, 0, whole, whole, new ByTable(stands, table));
    }

    private static Agreement judge(LookResult looked, double orderSkill, double untrained, double... effects) {
        return AgreementJudge.judge(looked, new Effects(0, 0, effects, effects), orderSkill, untrained);
    }
}
