package dev.interestlens.golden;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.Weights;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.GoldenTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training a few steps against kind train-din, with exact and with lazy tables. */
class TrainGoldenTest {
    static List<GoldenCase> dinCases() {
        return GoldenCase.ofKind("train-din");
    }

    @ParameterizedTest
    @MethodSource("dinCases")
    void dinTrainsAsTheReference(GoldenCase golden) {
        Schema schema = GoldenBatch.schema(
                golden, (int) golden.inputs().get("batch0/user_profile").shape()[1]);
        Comparison comparison = new Comparison(golden);
        for (boolean lazy : new boolean[] {false, true}) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = DinGoldenTest.model(
                            DinGoldenTest.seedConfig(golden),
                            schema,
                            golden.hyper().get("max_len").asInt(),
                            golden.weights(),
                            UnaryOperator.identity(),
                            tensors)) {
                train(golden, comparison, lazy ? "sparse/" : "adam/", model, lazy, UnaryOperator.identity());
            }
        }
        comparison.finish("epshat/", "step0/");
    }

    static void train(
            GoldenCase golden,
            Comparison comparison,
            String tag,
            CtrModel model,
            boolean lazy,
            UnaryOperator<String> ours) {
        List<RawBatch> batches = new ArrayList<>();
        for (int b = 0; b < golden.hyper().get("num_batches").asInt(); b++) {
            batches.add(GoldenBatch.of(golden, "batch" + b + "/", "batch" + b + "/"));
        }
        int steps = golden.hyper().get("steps").asInt();
        double[] losses = new double[steps];
        Map<String, double[]> found = new LinkedHashMap<>();
        GoldenTraining.run(model, batches, steps, golden.hyper().get("lr").asDouble(), lazy, (done, loss) -> {
            losses[done - 1] = loss;
            Map<String, Tensor> weights = Weights.of(model.parameters()).tensors();
            for (String name : golden.outputs().keySet()) {
                String prefix = tag + "step" + done + "/";
                if (name.startsWith(prefix)) {
                    Tensor tensor = weights.get(ours.apply(name.substring(prefix.length())));
                    if (tensor != null) {
                        found.put(name, tensor.doubles());
                    }
                }
            }
        });
        comparison.check(tag + "losses", losses);
        float[] logits = model.logits(batches.get(0));
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        comparison.check(tag + "step" + steps + "/eval_prob_batch0", probabilities);
        found.forEach((name, values) -> comparison.checkTrained(name, values, name.replaceFirst("^.*?/step\\d+/", "")));
    }
}
