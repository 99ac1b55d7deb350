package dev.interestlens.export.onnx;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime says of every family, preset and switch what the model itself says. */
@Tag("contract")
class OnnxContractTest {
    private static final float CLOSE = 1e-5f;
    private static final Map<String, ModelConfig> CASES = ContractCases.all();

    private static final int[] MANY =
            IntStream.range(0, 40).map(sample -> sample % 9).toArray();

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
    void theRuntimeScoresAndAttendsAsTheModelDoes(String name) {
        Path file = folder.resolve("model.onnx");
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            RoundTrip trip =
                    new OnnxExport(Disk.real()).write(model, Map.of("model", "m"), true, ContractCases.seven(), file);
            assertThat(trip.largestScore()).isLessThanOrEqualTo(1e-6);
            try (OnnxSession session = OnnxSession.open(file)) {
                List<GraphInput> inputs =
                        model.describe(new OnnxGraph(model.weights().tensors()), true);
                assertThat(session.inputs())
                        .containsExactlyInAnyOrderElementsOf(
                                inputs.stream().map(GraphInput::name).toList());
                compare(model, session, inputs, ContractCases.seven());
                compare(model, session, inputs, ContractCases.batch(2));
                compare(model, session, inputs, ContractCases.batch(0, 0));
                RawBatch many = ContractCases.batch(MANY); // a GRU is a loop then
                List<ModelInputTensor> fed = ModelInputTensor.of(inputs, model.input(), many);
                float[] logits = session.run(fed, "logit").values();
                assertThat(RoundTrip.of(model.logits(many), logits).largestScore())
                        .isLessThanOrEqualTo(CLOSE);
                assertThat(session.run(ModelInputTensor.of(inputs, model.input(), ContractCases.batch()), "logit")
                                .shape())
                        .as("an empty batch")
                        .containsExactly(0);
            }
        }
    }

    /** Any number of samples and any length, and each kind of attention with the shape of its trace. */
    private static void compare(TrainedModel model, OnnxSession session, List<GraphInput> inputs, RawBatch rows) {
        List<ModelInputTensor> fed = ModelInputTensor.of(inputs, model.input(), rows);
        assertThat(session.run(fed, "logit").values()).containsExactly(model.logits(rows), within(CLOSE));
        int compared = 0;
        for (Trace trace : ContractCases.attention(model.traces(rows))) {
            OnnxSession.Output attention = session.run(fed, trace.name().output());
            compared++;
            if (rows.length() == 0) { // the plain form has one position of padding then, the file has none
                assertThat(ContractCases.sum(attention.values()))
                        .isEqualTo(ContractCases.sum(trace.values()), within(CLOSE));
                continue;
            }
            if (model.reading().kind() != ReadingConfig.Kind.ALL) { // room for all that may be read
                assertThat(ContractCases.seen(attention.values()))
                        .containsExactly(ContractCases.seen(trace.values()), within(CLOSE));
                continue;
            }
            assertThat(attention.shape()).containsExactly(trace.shape());
            assertThat(attention.values()).containsExactly(trace.values(), within(CLOSE));
        }
        assertThat(session.outputs()).hasSize(2 + compared);
    }
}
