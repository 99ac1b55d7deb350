package dev.interestlens.explain.effect;

import dev.interestlens.explain.effect.Agreement.Badge;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.RankCorrelation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares Look with Effect, where a table stands beside attention with the part of Effect that goes through attention, since attention cannot show
 * the other one. Where one behaviour has more than half of all |Effect|, they match if it was looked at most. Otherwise they match where
 * Look finds at least half of what could be found beyond chance, and do not match where it finds no more than {@value #LITTLE} of it.
 */
public final class AgreementJudge {
    private static final double LITTLE = 0.1;
    private static final double CONFLICT = 0.05;

    private AgreementJudge() {}

    /** Kendall's tau-b of |Look| and |Effect| of attention; NaN where one of them is constant or there are fewer than two. */
    public static double tau(LookResult looked, Effects effects) {
        return looked.kind().ranks() && looked.look().length > 1
                ? RankCorrelation.kendallTauB(looked.strength(), effects.sizeOfAttention())
                : Double.NaN;
    }

    /**
     * @param orderSkill F_del, or NaN
     * @param untrainedTau tau before training, or NaN
     */
    public static Agreement judge(LookResult looked, Effects effects, double orderSkill, double untrainedTau) {
        int n = looked.look().length;
        int[] byLook = Scores.descending(looked.strength());
        int top = Math.min(Agreement.TOP, n);
        double[] ofAttention = effects.ofAttention();
        double[] size = effects.sizeOfAttention();
        Set<Integer> mattering =
                Arrays.stream(Scores.descending(size)).limit(top).boxed().collect(Collectors.toSet());
        double most = Arrays.stream(size).max().orElse(0);
        int shared = 0;
        int against = 0;
        boolean conflict = false;
        for (int i = 0; i < top; i++) {
            double effect = ofAttention[byLook[i]];
            shared += mattering.contains(byLook[i]) ? 1 : 0;
            against += effect < 0 ? 1 : 0;
            conflict |= effect < -CONFLICT * most;
        }
        boolean ranks = looked.kind().ranks() && n > 0;
        double tau = tau(looked, effects);
        FoundEffect found = FoundEffect.of(looked, effects);
        return new Agreement(
                n,
                effects.byTable().beside(),
                found,
                tau,
                untrainedTau,
                ranks ? (double) shared / top : Double.NaN,
                ranks ? (double) against / top : Double.NaN,
                orderSkill,
                conflict && ranks,
                badge(n, tau, found),
                Earned.UNKNOWN);
    }

    private static Badge badge(int n, double tau, FoundEffect found) {
        if (n < Effects.MIN_BEHAVIOURS || Double.isNaN(tau) || Double.isNaN(found.share())) {
            return Badge.CANNOT_JUDGE;
        }
        if (found.oneDecides() ? found.first() : found.most()) {
            return Badge.AGREES;
        }
        return found.share() > LITTLE ? Badge.PARTLY : Badge.NO_MATCH;
    }
}
