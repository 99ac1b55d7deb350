package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
    @Test
    void theCandidatesRowIsTheProductOverLayers() {
        // one head, behaviours a and b, candidate c
        Trace first = layer("attention.0", 3, 1, 0, 0, 0, 1, 0, 0.25f, 0.25f, 0.5f);
        Trace second = layer("attention.1", 3, 1, 0, 0, 1, 0, 0, 0, 1, 0);
        Rollout rollout = Rollout.of(List.of(first, second), 2);
        assertThat(rollout.hasCandidate()).isTrue();
        // second: c = (0, .5, .5); first: b = (0, 1, 0), c = (.125, .125, .75)
        assertThat(rollout.look()[0]).isCloseTo(0.0625, within(1e-12));
        assertThat(rollout.look()[1]).isCloseTo(0.5625, within(1e-12));
    }

    @Test
    void withoutCandidateLookIsWhatAPositionReceives() {
        Rollout rollout = Rollout.of(List.of(layer("attention.0", 2, 0, 1, 0, 1)), 2);
        assertThat(rollout.hasCandidate()).isFalse();
        assertThat(rollout.look()).containsExactly(0.25, 0.75);
    }

    @Test
    void keysThatNobodyReadsAreNoCandidate() {
        Rollout rollout = Rollout.of(List.of(layer("attention.0", 3, 0, 1, 0, 0, 1, 0, 0, 1, 0)), 2);
        assertThat(rollout.hasCandidate()).isFalse();
    }

    @Test
    void layersBecomeOnePictureAHead() {
        Impression impression = Fixtures.impression(2);
        Trace logit = new Trace("logit", List.of(AxisKind.SAMPLE), new long[] {1}, new float[] {0.5f});
        Trace heads = new Trace(
                "attention.0",
                List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY),
                new long[] {1, 2, 3, 3},
                new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0});
        Looked looked = new LookReader(impression).read(List.of(heads, logit));
        assertThat(looked.kind()).isEqualTo(LookKind.ROLLOUT);
        assertThat(looked.matrices())
                .extracting(HeatMatrix::name)
                .containsExactly("attention.0.head.0", "attention.0.head.1");
        assertThat(looked.matrices().get(1).title().en()).isEqualTo("Attention, layer 1, head 2");
        assertThat(looked.matrices().get(1).columns().labels().get(2).en()).isEqualTo("Item 20");
        assertThat(looked.matrices().get(1).value(0, 1)).isEqualTo(1);
    }

    private static Trace layer(String name, int t, float... values) {
        return new Trace(
                name,
                List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY),
                new long[] {1, 1, t, t},
                values);
    }
}
