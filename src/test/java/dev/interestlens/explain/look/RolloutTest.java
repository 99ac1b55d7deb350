package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
    @Test
    void theCandidatesRowIsTheProductOverLayers() {
        // one head, behaviours a and b, candidate c
        Trace first = layer("attention.0", 3, 1, 0, 0, 0, 1, 0, 0.25f, 0.25f, 0.5f);
        Trace second = layer("attention.1", 3, 1, 0, 0, 1, 0, 0, 0, 1, 0);
        Rollout rollout = Rollout.of(List.of(first, second), 0, 2);
        assertThat(rollout.hasCandidate()).isTrue();
        // second: c = (0, .5, .5); first: b = (0, 1, 0), c = (.125, .125, .75)
        assertThat(rollout.look()[0]).isCloseTo(0.0625, within(1e-12));
        assertThat(rollout.look()[1]).isCloseTo(0.5625, within(1e-12));
    }

    @Test
    void whatStaysOnTheCandidateIsNotSharedAmongTheHistory() {
        LookResult looked = new LookResult(0, LookKind.ROLLOUT, new double[] {0.0625, 0.5625}, List.of());
        assertThat(looked.even()).isCloseTo(0.3125, within(1e-12));
        assertThat(LookWords.of(looked).en()).contains("38 % of it stays on the candidate");
        assertThat(new LookResult(0, LookKind.ATTENTION, new double[] {0.25, 0.75}, List.of()).even())
                .isEqualTo(0.5);
        assertThat(new LookResult(0, LookKind.SIGNED, new double[] {-2, 1}, List.of()).even())
                .isNaN();
    }

    @Test
    void withoutCandidateLookIsWhatAPositionReceives() {
        Rollout rollout = Rollout.of(List.of(layer("attention.0", 2, 0, 1, 0, 1)), 0, 2);
        assertThat(rollout.hasCandidate()).isFalse();
        assertThat(rollout.look()).containsExactly(0.25, 0.75);
    }

    @Test
    void keysThatNobodyReadsAreNoCandidate() {
        Rollout rollout = Rollout.of(List.of(layer("attention.0", 3, 0, 1, 0, 0, 1, 0, 0, 1, 0)), 0, 2);
        assertThat(rollout.hasCandidate()).isFalse();
    }

    private static Trace layer(String name, int t, float... values) {
        return new Trace(
                new TraceName(name),
                List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY),
                new long[] {1, 1, t, t},
                values);
    }
}
