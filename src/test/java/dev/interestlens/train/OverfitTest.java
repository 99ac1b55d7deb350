package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.neighbours.NeighboursConfig;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that learns nothing from 64 samples is broken, whatever its formulas say. */
@Tag("thorough")
class OverfitTest {
    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // the engine sets its own number when it starts
        Ops.threads(1);
    }

    static Stream<Arguments> structures() {
        return ContractCases.structures().entrySet().stream()
                .filter(each -> !(each.getValue() instanceof NeighboursConfig)) // it learns one number
                .map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("structures")
    void sixtyFourSamplesAreLearntByHeart(String name, ModelConfig config) {
        double[] losses = new double[90];
        try (Tensors tensors = Tensors.onCpu();
                CtrModel model = ModelCatalog.create(config, ContractCases.INPUT)) {
            model.create(tensors, 11, true);
            BatchPlan batch = model.plan(ContractCases.sixtyFour(config));
            GoldenTraining.run(
                    model, List.of(batch), losses.length, 0.02, true, (done, loss) -> losses[done - 1] = loss);
        }
        assertThat(losses[0]).isGreaterThan(0.5);
        assertThat(losses[losses.length - 1]).as(name).isLessThan(0.05);
    }
}
