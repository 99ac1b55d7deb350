package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.Agreement.Badge;
import org.junit.jupiter.api.Test;

class EarnedTest {
    private static final double[] LOOK = {0.6, 0.1, 0.1, 0.1, 0.05, 0.05};

    @Test
    void aMatchIsEvidenceWhereLookEarnsMoreThanNewestFirstAndTheUntrainedModel() {
        Agreement ahead = agrees(new Earned(500, .77, .73, .35, .4));
        assertThat(ahead.isEvidence()).isTrue();
        assertThat(EffectWords.badge(ahead).en()).isEqualTo("look matches effect");
        assertThat(EffectWords.badgeHelp(ahead).en())
                .contains(
                        "Over 500 test predictions of this log Look matches in 77 %", "would in 35 %", "model in 40 %");
    }

    @Test
    void aMatchIsNoEvidenceWhereNewestFirstEarnsAsMuch() {
        Agreement level = agrees(new Earned(140, .88, .82, .86, .3));
        assertThat(level.badge()).isEqualTo(Badge.AGREES);
        assertThat(level.isEvidence()).isFalse();
        assertThat(EffectWords.badge(level).en()).isEqualTo("look matches effect, so does newest first");
        assertThat(EffectWords.badge(level).zh()).isEqualTo("关注与影响一致，按最新排序也一致");
        assertThat(EffectWords.line(level).en()).startsWith("look matches effect, so does newest first");
        assertThat(EffectWords.badgeHelp(level).en())
                .endsWith("So a match says nothing here that this would not say as well.");
    }

    @Test
    void aMatchIsNoEvidenceWhereTheUntrainedModelEarnsAsMuch() {
        Agreement level = agrees(new Earned(140, .6, .55, .2, .56));
        assertThat(level.isEvidence()).isFalse();
        assertThat(EffectWords.badge(level).en()).isEqualTo("look matches effect, so does the untrained model");
    }

    @Test
    void aMatchIsNoEvidenceWhereThisWasNotMeasuredOrOfTooFewUsers() {
        assertThat(agrees(Earned.UNKNOWN).isEvidence()).isFalse();
        assertThat(EffectWords.badgeHelp(agrees(Earned.UNKNOWN)).zh()).endsWith("未测量按最新排序和未训练的模型在此日志上能有多少一致。");
        assertThat(agrees(new Earned(3, 1, Double.NaN, 0, 0)).isEvidence()).isFalse();
        Agreement alone = agrees(new Earned(60, .8, .7, .3, Double.NaN));
        assertThat(alone.isEvidence()).isTrue();
        assertThat(EffectWords.badgeHelp(alone).en()).doesNotContain("untrained", "—");
    }

    @Test
    void whatWasLookedAtAndLowersTheScoreIsCounted() {
        Agreement against = AgreementJudge.judge(
                Fixtures.looked(LOOK), Effects.of(Fixtures.additive(2, 0, 0, 0, -0.1, -0.2)), 1.02, Double.NaN);
        assertThat(EffectWords.line(against).en())
                .contains("0 of the 3 looked at most lower the score", "removing in the order of Look 1.02");
    }

    private static Agreement agrees(Earned earned) {
        return AgreementJudge.judge(
                        Fixtures.looked(LOOK),
                        Effects.of(Fixtures.additive(2, 0.1, 0, 0, 0.1, 0)),
                        Double.NaN,
                        Double.NaN)
                .with(earned);
    }
}
