package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.golden.ModelRun;
import dev.interestlens.model.TinyConfigs.Case;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every model: each family of the catalog, each preset, each switch turned. Literal padding is exempt from what is said of padding, by
 * name.
 */
@Tag("contract")
class ModelContractTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final float CLOSE = 2e-6f;
    private static final double EXACT = 1e-9;

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1); // arrays are tiny: more threads only wait for each other
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    static List<Case> cases() {
        return TinyConfigs.taken(TinyBatches.INPUT);
    }

    static List<Case> masked() {
        return cases().stream().filter(c -> !c.literal()).toList();
    }

    private static CtrModel model(Case one) {
        return ContractCases.spread(one.config(), TENSORS);
    }

    private static RawBatch batch(Case one) {
        return TinyBatches.of(3, one.config().auxiliaryNegatives(), TinyBatches.LENGTHS);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneLogitComesOutForEachSample(Case one) {
        try (CtrModel model = model(one)) {
            assertThat(model.logits(TinyBatches.of(5, 0))).isEmpty();
            assertThat(model.logits(TinyBatches.of(5, 0, 3))).hasSize(1);
            float[] seven = model.logits(batch(one));
            assertThat(seven).hasSize(7);
            for (float logit : seven) {
                assertThat(logit).isFinite();
            }
            assertThat(Arrays.stream(toDoubles(seven)).distinct().count()).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsAreScaledAndShiftedInTheWeightsAndBack(Case one) {
        try (CtrModel model = model(one)) {
            float[] before = model.logits(batch(one));
            Runnable back = model.calibrate(.25, -1.5);
            float[] after = model.logits(batch(one));
            back.run();
            for (int i = 0; i < after.length; i++) {
                float error = CLOSE * Math.max(1, Math.abs(before[i]));
                assertThat(after[i]).isCloseTo(.25f * before[i] - 1.5f, within(error));
            }
            assertThat(model.logits(batch(one))).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTraceHasANameOfTheRuleAndItsAxes(Case one) {
        try (CtrModel model = model(one);
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Map<TraceName, List<AxisKind>> traced = new LinkedHashMap<>();
            model.forward(
                    model.features(model.plainPlan(batch(one)), false), ForwardContext.traced((name, value, axes) -> {
                        assertThat(value.getShape().dimension()).as(name.id()).isEqualTo(axes.length);
                        traced.put(name, List.of(axes));
                    }));
            traced.forEach((name, axes) -> assertThat(TraceRule.allows(name.id(), axes))
                    .as(name.id() + " " + axes)
                    .isTrue());
            if (reads(one)) {
                assertThat(traced.keySet()).anyMatch(name -> name.id().startsWith(TraceNames.ATTENTION.id()));
            }
        }
    }

    /** A model with a weight for each behaviour. */
    private static boolean reads(Case one) {
        return !one.name().contains("pooling=NONE");
    }

    /** By names that the published weights have, to which the roles that layers give are held. */
    @ParameterizedTest
    @MethodSource("cases")
    void layersGiveEveryArrayItsRole(Case one) {
        try (CtrModel model = model(one)) {
            Parameters parameters = model.parameters();
            for (Parameter each : parameters.dense()) {
                boolean unit =
                        each.name().startsWith("attention_net") || each.name().contains(".attention_");
                int expected = unit ? each.size() : each.name().contains("in_proj") ? each.size() / 3 * 2 : 0;
                assertThat(each.scoring()).as(each.name()).isEqualTo(expected);
                assertThat(each.role() == Role.HEAD)
                        .as(each.name())
                        .isEqualTo(each.name().startsWith("prediction_"));
            }
            parameters.tables().forEach(table -> assertThat(parameters.role(table.name()))
                    .as(table.name())
                    .isEqualTo(Role.EMBEDDING));
            parameters.buffers().forEach(buffer -> assertThat(parameters.role(buffer.name()) == Role.HEAD)
                    .as(buffer.name())
                    .isEqualTo(buffer.name().startsWith("prediction_")));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDiagramHasTheShapesOfTheTracesAndEveryParameterOnce(Case one) {
        try (CtrModel model = model(one);
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Diagram diagram = model.diagram();
            Map<TraceName, List<Long>> traced = new LinkedHashMap<>();
            RawBatch full = TinyBatches.of(3, 0, TinyBatches.INPUT.historyLength());
            Arrays.fill(full.history[Schema.CATEGORY], full.candidate[Schema.CATEGORY][0]); // a search finds enough
            CtrOutput output = model.forward(
                    model.features(model.plainPlan(full), false),
                    ForwardContext.traced((name, value, axes) -> traced.put(name, withoutBatch(value))));
            traced.put(TraceNames.LOGIT, withoutBatch(output.logits()));
            for (Diagram.Part part : diagram.parts()) {
                assertThat(part.trace().map(traced::get).orElse(part.shape()))
                        .as(part.name())
                        .isEqualTo(part.shape());
            }
            assertThat(diagram.parts().stream().map(Diagram.Part::trace)).contains(Optional.of(TraceNames.LOGIT));
            List<String> names = new ArrayList<>();
            model.parameters().dense().forEach(parameter -> names.add(parameter.name()));
            model.parameters().tables().forEach(table -> names.add(table.name()));
            for (String name : names) {
                assertThat(diagram.parts().stream()
                                .filter(part -> part.learned().stream().anyMatch(name::startsWith)))
                        .as(name)
                        .hasSize(1);
            }
        }
    }

    private static List<Long> withoutBatch(NDArray value) {
        return Arrays.stream(value.getShape().getShape()).skip(1).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("masked")
    void paddingDoesNotChangeTheScore(Case one) {
        RawBatch batch = TinyBatches.of(4, 0, 3, 0, 5, 1);
        try (CtrModel model = model(one)) {
            float[] tight = plain(model, model.plainPlan(batch));
            float[] wide = plain(model, BatchPlan.plain(model.read(batch), TinyBatches.SCHEMA, TinyBatches.LENGTH));
            assertThat(wide).containsExactly(tight, within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neitherOrderNorMatesChangeTheScore(Case one) {
        RawBatch batch = batch(one);
        try (CtrModel model = model(one)) {
            float[] together = model.logits(batch);
            float[] backwards = model.logits(TinyBatches.pick(batch, 6, 5, 4, 3, 2, 1, 0));
            for (int b = 0; b < together.length; b++) {
                assertThat(backwards[6 - b]).isCloseTo(together[b], within(CLOSE));
                assertThat(model.logits(TinyBatches.pick(batch, b))[0]).isCloseTo(together[b], within(CLOSE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("masked")
    void attentionIsZeroOnPadding(Case one) {
        try (CtrModel model = model(one)) {
            RawBatch batch = model.read(batch(one));
            boolean[] flags = new boolean[batch.length()];
            flags[1] = true;
            for (Trace trace : traces(model, batch.withHidden(flags))) {
                int last = trace.axes().size() - 1;
                AxisKind axis = trace.axes().get(last);
                boolean weights = trace.id().matches("(attention|fields)\\b.*");
                if (weights && (axis == AxisKind.HISTORY || axis == AxisKind.KEY)) {
                    int keys = (int) trace.shape()[last];
                    int perSample = trace.values().length / batch.size();
                    for (int i = 0; i < trace.values().length; i++) {
                        int step = i % keys;
                        boolean candidate = axis == AxisKind.KEY && step >= BatchPlan.longest(batch); // or a field
                        boolean padding = step >= batch.length(i / perSample) || i / perSample == 0 && step == 1;
                        if (padding && !candidate) {
                            assertThat(trace.values()[i]).isZero();
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("masked")
    void anEmptyHistoryScoresAsOneThatIsAllHidden(Case one) {
        RawBatch batch = TinyBatches.of(6, 0, 5);
        boolean[] all = new boolean[5];
        Arrays.fill(all, true);
        try (CtrModel model = model(one)) {
            float empty = model.logits(empty(batch))[0];
            assertThat(empty).isFinite();
            assertThat(model.logits(batch.withHidden(all))[0]).as(one.name()).isCloseTo(empty, within(CLOSE));
        }
    }

    private static RawBatch empty(RawBatch single) {
        return single.mostRecent(0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyParameterGetsAGradient(Case one) {
        try (CtrModel model = model(one)) {
            Map<String, double[]> run = new ModelRun(model).run(batch(one), true, ModelRun.Form.PLAIN);
            List<String> still = new ArrayList<>();
            for (Parameter p : model.parameters().dense()) {
                if (!shiftsNothing(one, p.name()) && zero(run.get("grad/" + p.name()))) {
                    still.add(p.name());
                }
            }
            for (RowTable t : model.parameters().tables()) {
                if (zero(run.get("grad/" + t.name()))) {
                    still.add(t.name());
                }
            }
            assertThat(still).isEmpty();
        }
    }

    /** A constant in front of a softmax or of a batch norm changes nothing, so its true gradient is zero. */
    private static boolean shiftsNothing(Case one, String name) {
        boolean softmax = name.matches("(attention_net\\.net|interest_evolution\\.attention_net)\\.\\d+\\.bias");
        boolean norm = name.matches("prediction_net\\.\\d+\\.bias")
                && one.config().toString().contains("batchNorm=true");
        boolean search = name.startsWith("search."); // taught by a loss of its own, see ReadingTest
        return softmax || norm || search;
    }

    private static boolean zero(double[] gradient) {
        return Arrays.stream(gradient).allMatch(g -> g == 0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameSeedGivesTheSameLoss(Case one) {
        double[] losses = new double[2];
        for (int i = 0; i < 2; i++) {
            try (CtrModel model = model(one)) {
                losses[i] = new ModelRun(model)
                        .run(batch(one), true, ModelRun.Form.FAST)
                        .get("loss_total")[0];
            }
        }
        assertThat(losses[0]).isEqualTo(losses[1]);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePlainAndTheFastFormAgree(Case one) {
        RawBatch batch = batch(one);
        boolean[] flags = new boolean[batch.length()];
        flags[2] = true;
        flags[7] = true;
        agree(one, batch);
        agree(one, batch.withHidden(flags));
        agree(one, TinyBatches.of(8, one.config().auxiliaryNegatives(), 5, 5, 5, 5));
        agree(one, TinyBatches.of(9, one.config().auxiliaryNegatives(), 0, 0, 0, 0, 0));
        if (one.config().auxiliaryNegatives() == 0) {
            agree(one, TinyBatches.beside(batch, 3));
            agree(one, TinyBatches.beside(batch.withHidden(flags), 2));
        }
    }

    private static void agree(Case one, RawBatch batch) {
        try (CtrModel model = model(one);
                CtrModel other = model(one)) {
            Map<String, double[]> plain = new ModelRun(model).run(batch, true, ModelRun.Form.PLAIN);
            Map<String, double[]> fast = new ModelRun(other).run(batch, true, ModelRun.Form.FAST);
            fast.forEach((name, values) -> {
                double[] expected = plain.get(name);
                assertThat(values).as(name).hasSameSizeAs(expected);
                double most = 0;
                double scale = 1;
                for (int i = 0; i < values.length; i++) {
                    most = Math.max(most, Math.abs(values[i] - expected[i]));
                    scale = Math.max(scale, Math.abs(expected[i]));
                }
                assertThat(most).as("%s %s", one, name).isLessThan(2e-5 * scale);
            });
            assertThat(fast).containsKeys("logit", "loss_total");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsInAFileScoreTheSame(Case one, @TempDir Path folder) throws IOException {
        RawBatch batch = batch(one);
        try (CtrModel model = model(one)) {
            float[] before = model.logits(batch);
            Path file = folder.resolve("weights.safetensors");
            try (OutputStream out = Files.newOutputStream(file)) {
                LinkedHashMap<String, Tensor> tensors =
                        new LinkedHashMap<>(Weights.of(model.parameters()).tensors());
                Safetensors.write(out, tensors, Map.of());
            }
            try (SafetensorsFile opened = Safetensors.map(file);
                    TrainedModel read =
                            TrainedModel.of(one.config(), TinyBatches.INPUT, new Weights(opened.tensors()))) {
                assertThat(read.logits(batch)).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void removingABehaviourEqualsHidingIt(Case one) {
        RawBatch single = TinyBatches.of(12, 0, 6);
        List<boolean[]> kept = new ArrayList<>();
        for (int j = 0; j < 6; j++) {
            boolean[] others = new boolean[6];
            Arrays.fill(others, true);
            others[j] = false;
            kept.add(others);
        }
        kept.add(new boolean[] {true, true, true, true, true, true});
        kept.add(new boolean[] {false, true, false, false, true, false});
        kept.add(new boolean[6]);
        try (CtrModel model = model(one)) {
            Removal removal = model.removal(single);
            assertThat(removal.behaviours()).isEqualTo(6);
            double[] logits = removal.logits(kept);
            for (int i = 0; i < kept.size(); i++) {
                RawBatch hidden = single.withHidden(not(kept.get(i)));
                assertThat(logits[i])
                        .as("%s %d", one, i)
                        .isCloseTo(ContractCases.inDouble(model, hidden), within(EXACT));
                assertThat((float) logits[i]).isCloseTo(model.logits(hidden)[0], within(1e-5f));
            }
        }
    }

    private static boolean[] not(boolean[] flags) {
        boolean[] not = new boolean[flags.length];
        for (int i = 0; i < not.length; i++) {
            not[i] = !flags[i];
        }
        return not;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ofALongHistoryTheNewestPartIsRead(Case one) {
        RawBatch batch = TinyBatches.of(13, one.config().auxiliaryNegatives(), TinyBatches.LENGTH + 5, 2);
        try (CtrModel model = model(one)) {
            float[] recent = model.logits(batch.mostRecent(TinyBatches.LENGTH));
            assertThat(model.logits(batch)).isEqualTo(recent);
            assertThat(model.removal(TinyBatches.pick(batch, 0)).behaviours()).isEqualTo(TinyBatches.LENGTH);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHistoryMattersWhereItIsRead(Case one) {
        assumeThat(one.name()).doesNotContain("pooling=NONE");
        RawBatch batch = batch(one);
        RawBatch without = TinyBatches.pick(batch, 2).mostRecent(0);
        try (CtrModel model = model(one)) {
            assertThat(model.logits(TinyBatches.pick(batch, 2))[0])
                    .isNotCloseTo(model.logits(without)[0], within(1e-6f));
        }
    }

    private static float[] plain(CtrModel model, BatchPlan plan) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().untrack();
            return model.forward(model.features(plan, false), ForwardContext.EVALUATE)
                    .logits()
                    .toFloatArray();
        }
    }

    private static List<Trace> traces(CtrModel model, RawBatch batch) {
        List<Trace> traces = new ArrayList<>();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().untrack();
            model.forward(
                    model.features(model.plainPlan(batch), false),
                    ForwardContext.traced((name, value, axes) -> traces.add(trace(name, value, axes))));
        }
        return traces;
    }

    private static Trace trace(TraceName name, NDArray value, AxisKind... axes) {
        return new Trace(name, List.of(axes), value.getShape().getShape(), value.toFloatArray());
    }

    private static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
