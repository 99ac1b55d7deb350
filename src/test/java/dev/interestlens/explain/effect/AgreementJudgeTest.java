package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.look.LookResult;
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
    void aSignAgainstIsNoFullAgreement() {
        Agreement agreement = judge(FALLING, 0.9, 0.1, 8, -7, 6, 5, 4, 3, 2, 1);
        assertThat(agreement.signConflict()).isTrue();
        assertThat(agreement.topAgainst()).isEqualTo(1.0 / 3);
        assertThat(agreement.badge()).isEqualTo(Badge.PARTLY);
    }

    @Test
    void anUntrainedModelThatAgreesAsMuchTakesTheBadgeAway() {
        assertThat(judge(FALLING, 0.1, 1, 8, 7, 6, 5, 4, 3, 2, 1).badge()).isEqualTo(Badge.NO_MATCH);
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

    private static Agreement judge(LookResult looked, double orderSkill, double untrained, double... effects) {
        return AgreementJudge.judge(looked, new Effects(0, 0, effects, effects), orderSkill, untrained);
    }
}
