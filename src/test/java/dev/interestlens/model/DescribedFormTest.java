package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.golden.ModelRun;
import dev.interestlens.model.TinyConfigs.Case;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.graph.EngineGraph;
import dev.interestlens.nn.graph.Graph.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a family describes for files, computed by the engine, is what it computes itself, with its gradients. */
@Tag("contract")
class DescribedFormTest {
    private static final Tensors TENSORS = Tensors.onCpu();

    /** Of the largest number, at least 1. */
    private static final double CLOSE = 5e-6;

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    static List<Case> cases() {
        return TinyConfigs.taken(TinyBatches.INPUT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsDescribedIsWhatIsComputed(Case one) {
        agree(one, TinyBatches.of(3, 0, TinyBatches.LENGTHS));
        agree(one, TinyBatches.of(9, 0, 0, 0));
        agree(one, TinyBatches.of(4, 0, 1));
    }

    private static void agree(Case one, RawBatch batch) {
        try (CtrModel model = ContractCases.spread(one.config(), TENSORS)) {
            Map<String, double[]> plain = new ModelRun(model).run(batch, false, ModelRun.Form.PLAIN);
            Map<String, double[]> described = described(one, model, batch);
            same(one, "fast logit", described.get("logit"), wide(model.logits(batch)));
            described.forEach((name, values) -> same(one, name, values, plain.get(name)));
            assertThat(described).containsKey("logit");
        }
    }

    private static void same(Case one, String name, double[] found, double[] expected) {
        assertThat(found).as(name).hasSameSizeAs(expected);
        double most = 0;
        double scale = 1;
        for (int i = 0; i < found.length; i++) {
            most = Math.max(most, Math.abs(found[i] - expected[i]));
            scale = Math.max(scale, Math.abs(expected[i]));
        }
        assertThat(most).as("%s %s", one, name).isLessThan(CLOSE * scale);
    }

    private static Map<String, double[]> described(Case one, CtrModel model, RawBatch batch) {
        Parameters parameters = model.parameters();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            parameters.track();
            Map<String, NDArray> tables = tables(parameters);
            Map<String, ModelInputTensor> given = new LinkedHashMap<>();
            for (ModelInputTensor each : ModelInputTensor.of(inputs(one, model, tables), model.input(), batch)) {
                given.put(each.input().name(), each);
            }
            EngineGraph graph = graph(model, tables, (name, type, axes) -> array(given.get(name)));
            ModelCatalog.describe(one.config(), model.described(), graph, false);
            NDArray logits = graph.output("logit");
            NDArray labels = TENSORS.floats(model.plainPlan(batch).labels(), batch.size());
            Ops.backward(Ops.mean(Ops.sub(Ops.softplus(logits), Ops.mul(labels, logits))));
            Ops.gradients(false);
            parameters.untrack();
            Map<String, double[]> found = new LinkedHashMap<>();
            found.put("logit", wide(logits));
            gradients(parameters, found);
            for (RowTable table : parameters.tables()) {
                NDArray rows = tables.get(table.name());
                if (rows.hasGradient()) {
                    NDArray gradient = Ops.gradient(rows);
                    found.put(
                            "grad/" + table.name(),
                            gradient == null ? new double[table.rows() * table.width()] : wide(gradient));
                }
            }
            return found;
        }
    }

    /** What the description takes, found by describing it for arrays of one element on every axis that is named. */
    private static List<GraphInput> inputs(Case one, CtrModel model, Map<String, NDArray> tables) {
        EngineGraph graph = graph(model, tables, (name, type, axes) -> {
            long[] extents = axes.stream()
                    .mapToLong(axis -> Character.isDigit(axis.charAt(0)) ? Long.parseLong(axis) : 1)
                    .toArray();
            return TENSORS.zeros(type == Type.I64 ? DataType.INT64 : DataType.FLOAT32, extents);
        });
        return ModelCatalog.describe(one.config(), model.described(), graph, false);
    }

    private static EngineGraph graph(CtrModel model, Map<String, NDArray> tables, EngineGraph.Given given) {
        Map<String, NDArray> weights = new LinkedHashMap<>(tables);
        for (Parameter each : model.parameters().dense()) {
            weights.put(each.name(), each.value());
        }
        for (Buffer each : model.parameters().buffers()) {
            weights.put(each.name(), each.value());
        }
        return new EngineGraph(
                TENSORS,
                DataType.FLOAT32,
                weights::get,
                given,
                ForwardContext.EVALUATE,
                model.parameters().noise());
    }

    /** Whole tables, those that are learnt as leaves. */
    private static Map<String, NDArray> tables(Parameters parameters) {
        Map<String, NDArray> tables = new LinkedHashMap<>();
        for (RowTable table : parameters.stored()) {
            tables.put(table.name(), TENSORS.floats(table.values().clone(), table.rows(), table.width()));
        }
        for (RowTable table : parameters.tables()) {
            tables.get(table.name()).setRequiresGradient(true);
        }
        return tables;
    }

    private static NDArray array(ModelInputTensor given) {
        return given.ids() == null
                ? TENSORS.floats(given.numbers(), given.shape())
                : TENSORS.longs(given.ids(), given.shape());
    }

    private static void gradients(Parameters parameters, Map<String, double[]> found) {
        double[] all = wide(Ops.gradient(parameters.flat()));
        for (Parameter each : parameters.dense()) {
            double[] own = Arrays.copyOfRange(all, each.offset(), each.offset() + each.size());
            found.put("grad/" + each.name(), own);
        }
    }

    private static double[] wide(NDArray values) {
        return wide(values.toFloatArray());
    }

    private static double[] wide(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }
}
