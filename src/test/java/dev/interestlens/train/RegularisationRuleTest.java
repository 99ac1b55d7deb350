package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.model.config.RegularisationConfig;
import dev.interestlens.model.config.RegularisationConfig.Regularisation;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.penalty.RowCounts.Unit;
import dev.interestlens.nn.penalty.RowPenalty;
import org.junit.jupiter.api.Test;

class RegularisationRuleTest extends NineItems {
    /** Two samples: history 5 5 6, candidate 7; history 5, candidate 5. */
    private static final BatchSource TRAINING = new BatchSource() {
        @Override
        public int batches() {
            return 1;
        }

        @Override
        public int samples() {
            return 2;
        }

        @Override
        public RawBatch batch(int epoch, int index) {
            return new RawBatch(
                    new RawBatch.Histories(
                            new int[] {0, 3, 4}, RawBatch.Fields.ofIds(new int[][] {{5, 5, 6, 5}}), new long[4], null),
                    RawBatch.Fields.ofIds(new int[][] {{7, 5}}),
                    RawBatch.Fields.NONE,
                    RawBatch.Fields.NONE,
                    RawBatch.Negatives.NONE,
                    new float[] {1, 0});
        }
    };

    private double pullOf(int item, Unit unit) {
        RowPenalty penalty = new RegularisationRule(
                        new RegularisationConfig(Regularisation.MINI_BATCH_AWARE, 0.5, unit))
                .penalty(model, TRAINING);
        RowTable table = model.parameters().tableNamed(ITEMS);
        float[] gradient = new float[table.width()];
        penalty.add(table, new int[] {item}, 1, gradient);
        return gradient[0] / table.values()[item * table.width()];
    }

    @Test
    void frequentItemsArePulledLess() {
        assertThat(pullOf(5, Unit.SAMPLES)).isCloseTo(0.5 / 2, within(1e-6));
        assertThat(pullOf(5, Unit.TOKENS)).isCloseTo(0.5 / 4, within(1e-6));
        assertThat(pullOf(7, Unit.TOKENS)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void itemsThatTrainingNeverHoldsAreLeftAlone() {
        assertThat(pullOf(8, Unit.SAMPLES)).isZero();
    }

    @Test
    void l2PullsEveryTouchedRowAlike() {
        RegularisationRule rule =
                new RegularisationRule(new RegularisationConfig(Regularisation.L2, 0.1, Unit.SAMPLES));
        RowTable table = model.parameters().tableNamed(ITEMS);
        float[] gradient = new float[2 * table.width()];

        rule.penalty(model, TRAINING).add(table, new int[] {5, 8}, 2, gradient);

        assertThat(rule.l2()).isEqualTo(0.1);
        for (int i = 0; i < 2; i++) {
            float w = table.values()[(i == 0 ? 5 : 8) * table.width()];
            assertThat(gradient[i * table.width()]).isCloseTo(0.2f * w, within(1e-6f));
        }
    }

    @Test
    void onlyL2PullsDenseParameters() {
        RegularisationRule none =
                new RegularisationRule(new RegularisationConfig(Regularisation.NONE, 0.1, Unit.SAMPLES));
        RegularisationRule aware =
                new RegularisationRule(new RegularisationConfig(Regularisation.MINI_BATCH_AWARE, 0.1, Unit.SAMPLES));
        assertThat(none.l2()).isZero();
        assertThat(aware.l2()).isZero();
        assertThat(none.penalty(model, TRAINING)).isSameAs(RowPenalty.NONE);
    }
}
