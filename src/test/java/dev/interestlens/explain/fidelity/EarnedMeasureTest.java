package dev.interestlens.explain.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.effect.AgreementJudge;
import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.fidelity.FidelityReport.Group;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.look.LookResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarnedMeasureTest {
    private static final Effects RECENT = Effects.of(Fixtures.additive(0, 0, 0.1, 0, 0.1, 2));

    @Test
    void aReportTellsWhatEachOrderEarns() {
        Earned earned = EarnedMeasure.of(report(Measure.MATCHES)).orElseThrow();
        assertThat(earned).isEqualTo(new Earned(140, .88, .8, .86, .3));
        assertThat(earned.ahead()).isFalse();
    }

    @Test
    void aReportOfAnOlderVersionTellsNothing() {
        assertThat(EarnedMeasure.of(report(Measure.TAU))).isEmpty();
    }

    @Test
    void newestFirstEarnsTheBadgeWhereTheLastBehaviourDecides() {
        assertThat(matches(Orders.newest(6))).isEqualTo(1);
        assertThat(matches(Fixtures.looked(0.9, 0.02, 0.02, 0.02, 0.02, 0.02))).isZero();
    }

    @Test
    void whatCannotBeJudgedDoesNotCount() {
        assertThat(matches(Orders.newest(6))).isNotNaN();
        Effects few = Effects.of(Fixtures.additive(0, 0, 2));
        assertThat(EarnedMeasure.matches(AgreementJudge.judge(Orders.newest(3), few, Double.NaN, Double.NaN)))
                .isNaN();
    }

    private static double matches(LookResult order) {
        return EarnedMeasure.matches(AgreementJudge.judge(order, RECENT, Double.NaN, Double.NaN));
    }

    private static FidelityReport report(Measure measure) {
        Map<Source, Map<Measure, Figure>> figures = Map.of(
                Source.LOOK, Map.of(measure, new Figure(.88, 1, .8, .95, 140)),
                Source.RECENCY, Map.of(measure, new Figure(.86, 1, .8, .9, 140)),
                Source.UNTRAINED, Map.of(measure, new Figure(.3, 0, .2, .4, 140)));
        Figure history = new Figure(0.3, 0.2, 0.1, 0.5, 140);
        return new FidelityReport(
                List.of(new Group("all", 0, Integer.MAX_VALUE, 140, figures, history)),
                true,
                40,
                0.17,
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of());
    }
}
