package dev.interestlens.golden;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.GoldenTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training a few steps against kinds train-din, train-dien and train-bst, with exact and with lazy tables. */
class TrainGoldenTest {
    static List<GoldenCase> cases() {
        return GoldenCase.ofKind("train-din", "train-dien", "train-bst");
    }

    @BeforeAll
    static void computeOnOneThread() {
        Tensors.onCpu().close(); // the engine sets its own number when it starts
        Ops.threads(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainsAsTheReference(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        for (boolean lazy : new boolean[] {false, true}) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = model(golden, tensors)) {
                gradients(golden, comparison, model);
                train(golden, comparison, lazy ? "sparse/" : "adam/", model, lazy);
            }
        }
        comparison.finish("epshat/");
    }

    private static CtrModel model(GoldenCase golden, Tensors tensors) {
        ModelConfig config =
                switch (golden.kind()) {
                    case "train-din" -> DinGoldenTest.seedConfig(golden);
                    case "train-dien" -> DienGoldenTest.seedConfig(golden);
                    default -> BstGoldenTest.seedConfig(golden);
                };
        Tensor profile = golden.inputs().get("batch0/user_profile");
        Schema schema = GoldenBatch.schema(golden, profile == null ? 0 : (int) profile.shape()[1]);
        int length = golden.hyper().get("max_len").asInt();
        return DinGoldenTest.model(config, schema, length, golden.weights(), UnaryOperator.identity(), tensors);
    }

    /** The gradients on the first batch at the initial weights; batch statistics move, so they are put back. */
    private static void gradients(GoldenCase golden, Comparison comparison, CtrModel model) {
        Map<String, double[]> run =
                new ModelRun(model).run(GoldenBatch.of(golden, "batch0/", "batch0/"), true, ModelRun.Form.FAST);
        comparison.check("step0/loss", run.get("loss"));
        comparison.check("step0/prob", run.get("prob"));
        golden.outputs().keySet().stream()
                .filter(name -> name.startsWith("step0/grad/"))
                .forEach(name -> comparison.check(name, run.get(name.substring("step0/".length()))));
        new Weights(golden.weights()).copyInto(model.parameters());
    }

    static void train(GoldenCase golden, Comparison comparison, String tag, CtrModel model, boolean lazy) {
        List<BatchPlan> batches = new ArrayList<>();
        for (int b = 0; b < golden.hyper().get("num_batches").asInt(); b++) {
            batches.add(plan(golden, model, GoldenBatch.of(golden, "batch" + b + "/", "batch" + b + "/")));
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
                    Tensor tensor = weights.get(name.substring(prefix.length()));
                    if (tensor != null) {
                        found.put(name, tensor.doubles());
                    }
                }
            }
        });
        comparison.check(tag + "losses", losses);
        float[] logits = model.logits(batches.get(0).raw());
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        comparison.check(tag + "step" + steps + "/eval_prob_batch0", probabilities);
        found.forEach((name, values) -> comparison.checkTrained(name, values, name.replaceFirst("^.*?/step\\d+/", "")));
    }

    /** The reference looks up the position of every column of its padded batch, and lazy tables move what is looked up. */
    private static BatchPlan plan(GoldenCase golden, CtrModel model, RawBatch batch) {
        return golden.kind().equals("train-bst")
                ? BatchPlan.plain(
                        batch,
                        model.input().schema(),
                        golden.hyper().get("max_len").asInt())
                : model.plan(batch);
    }
}
