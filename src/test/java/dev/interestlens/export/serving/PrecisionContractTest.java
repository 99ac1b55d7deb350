package dev.interestlens.export.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.RawBatch;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.serving.ServingExport.Archives;
import dev.interestlens.export.serving.ServingExport.Options;
import dev.interestlens.export.serving.ServingExport.Rows;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.nio.file.Path;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pair of smaller numbers: what else is in a batch never changes a score, and what it costs is told. */
@Tag("thorough")
class PrecisionContractTest {
    private static final float CLOSE = 1e-5f;
    private static final Map<String, ModelConfig> CASES = ContractCases.wide();
    private static final int[] LENGTHS = {0, 1, 5, ContractCases.INPUT.historyLength()};
    private static final RawBatch CATALOGUE = ContractCases.batch(new int[23]);

    @TempDir
    Path folder;

    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // loads the engine
        Ops.threads(1);
    }

    static Collection<String> cases() {
        return CASES.keySet();
    }

    private static Rows rows() {
        return new Rows(
                ContractCases.seven(),
                ContractCases.batch(3, 0, 8, 5, 1, 7, 2, 6),
                ContractCases.sixtyFour(CASES.get("din balanced")));
    }

    private ServingExport.Result written(TrainedModel model, Precision precision) {
        int longest = model.input().historyLength();
        return new ServingExport(Disk.real())
                .write(model, Map.of(), rows(), new Options(Archives.BOTH, precision, longest), folder);
    }

    /** Whether a model has a matrix that is large enough for integers; neighbours have a sparse table alone. */
    private static boolean multiplies(String name) {
        return !name.startsWith("sasrec") && !name.startsWith("neighbours");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void batchMatesNeverChangeAScoreOfIntegers(String name) {
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            PrecisionCost cost = written(model, Precision.INT8).cost().orElseThrow();
            assertThat(cost.changed() > 0).as(name).isEqualTo(multiplies(name));
            assertThat(cost.largestAlone()).isLessThan(CLOSE);
            ServingForm form = new OnnxExport(Disk.real())
                    .writePair(model, Map.of(), folder.resolve("float-user.onnx"), folder.resolve("float-cand.onnx"));
            try (ServingSession session = ServingSession.open(
                    form, model.input(), folder.resolve("user.onnx"), folder.resolve("candidate.onnx"))) {
                for (int length : LENGTHS) {
                    RawBatch single = ContractCases.batch(length);
                    CachedUser kept = session.user(single);
                    float[] together = session.logits(kept, single, CATALOGUE);
                    for (int i = 0; i < together.length; i++) {
                        RawBatch one = CATALOGUE.candidates(new int[] {i});
                        assertThat(session.logits(kept, single, one))
                                .as("length " + length)
                                .containsExactly(new float[] {together[i]}, within(CLOSE));
                    }
                    assertThat(session.logits(kept, single, CATALOGUE.candidates(new int[0])))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCostIsThatOfTheFilesThatWereWritten(String name) {
        for (Precision precision : new Precision[] {Precision.INT8, Precision.FLOAT16_EMBEDDINGS}) {
            try (TrainedModel model = ContractCases.model(CASES.get(name))) {
                PrecisionCost cost = written(model, precision).cost().orElseThrow();
                ServingForm form = new OnnxExport(Disk.real())
                        .writePair(
                                model, Map.of(), folder.resolve("float-user.onnx"), folder.resolve("float-cand.onnx"));
                try (ServingSession session = ServingSession.open(
                        form, model.input(), folder.resolve("user.onnx"), folder.resolve("candidate.onnx"))) {
                    RawBatch test = rows().test();
                    RoundTrip trip = RoundTrip.of(model.logits(test), session.logits(test));
                    assertThat(cost.largestScore()).isEqualTo(trip.largestScore());
                    assertThat(trip.largestLogit()).isLessThan(spread(model.logits(test)) / 10);
                    assertThat(cost.rows()).isEqualTo(64);
                    assertThat(cost.bytes() < cost.bytesOfFloat()).isEqualTo(cost.changed() > 0);
                }
            }
        }
    }

    private static double spread(float[] logits) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (float logit : logits) {
            all.accept(logit);
        }
        return all.getMax() - all.getMin();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneFileOfSmallerNumbersKeepsItsScoresWhateverTheBatch(String name) {
        Path file = folder.resolve("model.onnx");
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            OnnxExport export = new OnnxExport(Disk.real());
            for (Precision precision : new Precision[] {Precision.INT8, Precision.FLOAT16_EMBEDDINGS}) {
                export.write(model, Map.of(), false, rows().compared(), file);
                PrecisionCost cost = export.reduce(model, precision, rows().calibration(), rows().test(), file);
                assertThat(cost.changed() > 0).isEqualTo(precision == Precision.FLOAT16_EMBEDDINGS || multiplies(name));
                assertThat(cost.largestAlone()).isLessThan(CLOSE);
            }
        }
    }

    @Test
    void theFolderTellsWhatItCosts() {
        try (TrainedModel model = ContractCases.model(CASES.get("din balanced"))) {
            PrecisionCost cost = written(model, Precision.INT8).cost().orElseThrow();
            JsonNode serving = Json.tree(folder.resolve("serving.json"));
            assertThat(serving.path("precision").asText()).isEqualTo("int8");
            assertThat(serving.at("/precisionCost/largestScore").asDouble()).isEqualTo(cost.largestScore());
            assertThat(serving.at("/precisionCost/auc").asDouble()).isEqualTo(cost.auc());
            for (String readme : new String[] {"README.md", "README.zh.md"}) {
                assertThat(folder.resolve(readme)).content().contains(String.format(Locale.ROOT, "%.4f", cost.auc()));
            }
            assertThat(folder.resolve("user.pt")).doesNotExist(); // TorchScript holds floats alone
        }
    }

    @Test
    void aShorterHistoryIsWhatTheFolderIsCheckedWith() {
        try (TrainedModel model = ContractCases.model(CASES.get("bst balanced"))) {
            new ServingExport(Disk.real())
                    .write(model, Map.of(), rows(), new Options(Archives.ONNX, Precision.FLOAT, 3), folder);
            assertThat(Json.tree(folder.resolve("serving.json"))
                            .path("historyLength")
                            .asInt())
                    .isEqualTo(3);
            assertThat(folder.resolve("ServeOnnx.java")).content().contains("LONGEST = 3");
        }
    }
}
