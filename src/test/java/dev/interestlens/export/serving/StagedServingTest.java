package dev.interestlens.export.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model in stages scores as it does as a whole. */
class StagedServingTest {
    private static final RawBatch CATALOGUE = ContractCases.batch(new int[11]);

    @TempDir
    Path folder;

    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // loads the engine
        Ops.threads(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "din balanced",
                "din balanced reading.kind=RECENT",
                "din balanced reading.kind=CATEGORY",
                "dien balanced reading.kind=DOT",
                "bst balanced reading.kind=CATEGORY",
                "bst balanced reading.kind=DOT"
            })
    void theStagesTogetherScoreAsTheModelDoes(String name) {
        try (TrainedModel model = ContractCases.model(ContractCases.all().get(name));
                StagedServing serving = StagedServing.of(model, folder, 1)) {
            for (int length : new int[] {0, 1, 5, 8}) {
                RawBatch single = ContractCases.batch(length);
                Map<String, Tensor> rows = serving.lookup(single, CATALOGUE);
                Map<String, Tensor> ofUser = serving.user(single, rows);
                assertThat(serving.candidates(single, CATALOGUE, rows, ofUser))
                        .as("length " + length)
                        .containsExactly(model.logits(single.before(CATALOGUE)), within(1e-5f));
            }
        }
    }
}
