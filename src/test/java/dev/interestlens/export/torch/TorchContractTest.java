package dev.interestlens.export.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Disk;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A TorchScript archive of every family, preset and switch says what the model itself says. */
@Tag("contract")
class TorchContractTest {
    private static final float CLOSE = 1e-5f;
    private static final Map<String, ModelConfig> CASES = ContractCases.all();

    @TempDir
    static Path folder;

    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // loads the engine
        Ops.threads(1);
    }

    static Collection<String> cases() {
        return ContractCases.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theArchiveScoresAndAttendsAsTheModelDoes(String name) {
        Path file = folder.resolve("model.pt");
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            RoundTrip trip =
                    new TorchExport(Disk.real()).write(model, Map.of("model", "m"), true, ContractCases.seven(), file);
            assertThat(trip.largestScore()).isLessThanOrEqualTo(1e-6);
            TorchGraph graph = new TorchGraph(model.weights().tensors());
            List<GraphInput> inputs = model.describe(graph, true);
            compare(model, file, inputs, graph.outputs(), ContractCases.batch(2));
            compare(model, file, inputs, graph.outputs(), ContractCases.batch(0, 0));
            assertThat(TorchExport.run(file, ModelInputTensor.of(inputs, model.input(), ContractCases.batch())))
                    .as("an empty batch")
                    .hasSameSizeAs(graph.outputs())
                    .allSatisfy(values -> assertThat(values).isEmpty());
        }
    }

    private static void compare(
            TrainedModel model, Path file, List<GraphInput> inputs, List<String> outputs, RawBatch rows) {
        List<float[]> results = TorchExport.run(file, ModelInputTensor.of(inputs, model.input(), rows));
        assertThat(results).hasSameSizeAs(outputs);
        assertThat(results.get(1)).containsExactly(model.logits(rows), within(CLOSE));
        for (Trace trace : ContractCases.attention(model.traces(rows))) {
            float[] attention = results.get(outputs.indexOf(trace.name().output()));
            if (model.reading().kind() != ReadingConfig.Kind.ALL) { // room for all that may be read
                assertThat(ContractCases.seen(attention))
                        .containsExactly(ContractCases.seen(trace.values()), within(CLOSE));
            } else if (rows.length() > 0) {
                assertThat(attention).containsExactly(trace.values(), within(CLOSE));
            } else { // the plain form has one position of padding then, the archive has none
                assertThat(ContractCases.sum(attention)).isEqualTo(ContractCases.sum(trace.values()), within(CLOSE));
            }
        }
    }
}
