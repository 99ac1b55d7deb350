package dev.interestlens.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.model.Weights;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Dice;
import dev.interestlens.store.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dice against kind dice. */
class DiceGoldenTest {
    /** A tag of the case, and the inputs, weights and mask it stands for. */
    private record Form(String tag, String weights, String x, String upstream, boolean masked) {}

    private static final List<Form> FORMS = List.of(
            new Form("2d", "dice", "x2", "gy2", false),
            new Form("2d_alpha0", "dice0", "x2", "gy2", false),
            new Form("2d_constcol", "dice", "x2_constcol", "gy2", false),
            new Form("3d_flat", "dice", "x3", "gy3", false),
            new Form("3d_valid", "dice", "x3", "gy3", true));

    static List<GoldenCase> cases() {
        return GoldenCase.ofKind("dice");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void diceEqualsItsFormula(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        for (Form form : FORMS) {
            for (boolean training : new boolean[] {false, true}) {
                check(golden, comparison, form, training);
            }
        }
        comparison.finish("3d_seed_literal");
    }

    private static void check(GoldenCase golden, Comparison comparison, Form form, boolean training) {
        int features = golden.hyper().get("num_features").asInt();
        String tag = form.tag() + (training ? "/train/" : "/eval/");
        try (Tensors tensors = Tensors.onCpu();
                Parameters parameters = new Parameters();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Dice dice = new Dice(
                    parameters, "dice", features, golden.hyper().get("eps").asDouble());
            parameters.create(tensors, 1, true);
            new Weights(weights(golden, form.weights())).copyInto(parameters);
            parameters.track();
            NDArray x = rows(golden, form.x(), features, tensors);
            x.setRequiresGradient(true);
            NDArray y = dice.apply(x, form.masked() ? mask(golden, tensors) : null, training);
            Ops.backward(Ops.sumAll(Ops.mul(y, rows(golden, form.upstream(), features, tensors))));
            parameters.untrack();
            comparison.check(tag + "y", ModelRun.doubles(y));
            comparison.check(tag + "grad_x", ModelRun.doubles(Ops.gradient(x)));
            comparison.check(tag + "grad_alpha", ModelRun.doubles(Ops.gradient(parameters.flat())));
            for (String name : List.of("running_mean", "running_var")) {
                Buffer buffer = parameters.bufferNamed("dice.bn." + name);
                comparison.check(
                        tag + "buffer_after/" + name,
                        Tensor.of(buffer.values(), features).doubles());
            }
        }
    }

    private static Map<String, Tensor> weights(GoldenCase golden, String prefix) {
        Map<String, Tensor> weights = new HashMap<>();
        golden.weights().forEach((name, tensor) -> {
            if (name.startsWith(prefix + ".")) {
                weights.put("dice" + name.substring(prefix.length()), tensor);
            }
        });
        return weights;
    }

    private static NDArray rows(GoldenCase golden, String name, int features, Tensors tensors) {
        float[] values = golden.inputs().get(name).floats();
        return tensors.floats(values, values.length / features, features);
    }

    private static RowMask mask(GoldenCase golden, Tensors tensors) {
        int[] flags = golden.ints("mask3");
        float[] mask = new float[flags.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = flags[i];
        }
        return RowMask.of(tensors, mask, DataType.FLOAT32);
    }
}
