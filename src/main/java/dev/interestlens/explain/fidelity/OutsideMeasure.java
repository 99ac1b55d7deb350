package dev.interestlens.explain.fidelity;

import dev.interestlens.explain.effect.CurveMeasure;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.fidelity.FidelityReport.Outside;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.RankCorrelation;
import java.util.Arrays;
import java.util.Optional;

/** Collects what is measured of explanations that another program made, sample by sample. */
final class OutsideMeasure {
    private final OutsideExplanations of;
    private final Tally agreement = new Tally();
    private final Tally comprehensiveness = new Tally();
    private final Tally sufficiency = new Tally();
    private int rows;
    private int missing;

    OutsideMeasure(OutsideExplanations of) {
        this.of = of;
    }

    /**
     * A sample without a value of each behaviour is counted and left out. Sizes are held against all of |Effect|, since others explain the whole score;
     * what raises the score most is removed first.
     */
    void add(int row, Impression impression, Effects effects, CurveMeasure curves) {
        Optional<double[]> found = of.of(String.valueOf(row), impression.history());
        if (found.isEmpty()) {
            missing++;
            return;
        }
        rows++;
        double[] values = found.get();
        int user = impression.user();
        double[] sizes = Arrays.stream(values).map(Math::abs).toArray();
        agreement.add(user, RankCorrelation.kendallTauB(sizes, effects.size()));
        RemovalCurves.Order order = curves.order(Scores.descending(values));
        comprehensiveness.add(user, order.comprehensiveness());
        sufficiency.add(user, order.sufficiency());
    }

    Outside measured() {
        return new Outside(
                of.name(),
                rows,
                missing,
                of.values(),
                of.leftOut(),
                agreement.figure(),
                comprehensiveness.figure(),
                sufficiency.figure());
    }
}
