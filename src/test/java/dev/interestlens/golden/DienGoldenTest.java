package dev.interestlens.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.AuxiliaryConfig;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.dien.AuxiliaryConfig.LastTarget;
import dev.interestlens.model.dien.AuxiliaryConfig.Reduction;
import dev.interestlens.model.dien.Dien;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.dien.Evolution;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Activation.Kind;
import dev.interestlens.nn.layer.ActivationUnit.Inputs;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DIEN against kinds dien-seed, dien-paper and dien-paper-projected. */
class DienGoldenTest {
    private static final Map<Reduction, String> REDUCTIONS =
            Map.of(Reduction.PER_SAMPLE, "paper", Reduction.PER_PAIR, "mean_pairs", Reduction.PER_CELL, "mean_cells");

    static List<GoldenCase> seedCases() {
        return GoldenCase.ofKind("dien-seed");
    }

    static List<GoldenCase> paperCases() {
        return GoldenCase.ofKind("dien-paper", "dien-paper-projected");
    }

    static DienConfig seedConfig(GoldenCase golden) {
        int size = golden.hyper().get("embed_dim").asInt();
        return Components.of(DienConfig.preset(Preset.REFERENCE))
                .with(
                        "embeddingSize",
                        size,
                        "fieldEmbeddingSize",
                        size,
                        "hiddenSize",
                        golden.hyper().get("hidden_dim").asInt(),
                        "unit",
                        new UnitConfig(
                                Inputs.CONCAT,
                                List.of(golden.hyper().get("attention_hidden").asInt()),
                                Kind.RELU,
                                0),
                        "head",
                        new HeadConfig(golden.sizes("prediction_hidden_dims"), Kind.RELU, true, 0, Products.NONE));
    }

    private static DienConfig paperConfig(GoldenCase golden, Evolution evolution, AuxiliaryConfig auxiliary) {
        int size = golden.hyper().get("embed_dim").asInt();
        return Components.of(DienConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        size,
                        "fieldEmbeddingSize",
                        size,
                        "hiddenSize",
                        golden.hyper().get("hidden_dim").asInt(),
                        "unit",
                        new UnitConfig(Inputs.CONCAT, List.of(8), Kind.RELU, 0),
                        "evolution",
                        evolution,
                        "auxiliary",
                        auxiliary,
                        "head",
                        new HeadConfig(golden.sizes("prediction_hidden_dims"), Kind.RELU, false, 0, Products.NONE));
    }

    private static AuxiliaryConfig inner(GoldenCase golden, Reduction reduction) {
        double alpha = golden.hyper().get("aux_alpha").asDouble();
        return new AuxiliaryConfig(AuxiliaryKind.INNER_PRODUCT, alpha, reduction, 1, LastTarget.RESOLVED);
    }

    @ParameterizedTest
    @MethodSource("seedCases")
    void seedFormEqualsTheReferenceCode(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "right/");
        for (boolean training : new boolean[] {false, true}) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = DinGoldenTest.model(
                            seedConfig(golden),
                            GoldenBatch.schema(golden, 0),
                            golden.hyper().get("max_len").asInt(),
                            golden.weights(),
                            UnaryOperator.identity(),
                            tensors)) {
                Map<String, double[]> run = new ModelRun(model).run(batch, training, ModelRun.Form.PLAIN);
                String tag = training ? "right/train/" : "right/eval/";
                seedTraces(comparison, run);
                for (String name : List.of("logit", "prob", "loss")) {
                    comparison.check(tag + name, run.get(name));
                }
                golden.outputs().keySet().stream()
                        .filter(name -> name.startsWith(tag + "grad/") || name.startsWith(tag + "buffer_after/"))
                        .forEach(name -> comparison.check(name, run.get(name.substring(tag.length()))));
            }
        }
        comparison.finish("left/");
    }

    private static void seedTraces(Comparison comparison, Map<String, double[]> run) {
        comparison.check("right/attn_scores_unmasked", run.get("scores"));
        comparison.check("right/attn_weights", run.get("attention"));
        comparison.check("right/interest_states", run.get("extractor.state"));
        comparison.check("right/extractor_reset_gate", run.get("extractor.reset"));
        comparison.check("right/extractor_update_gate_z", keep(run.get("extractor.update")));
        comparison.check("right/extractor_candidate", run.get("extractor.candidate"));
        comparison.check("right/augru_reset_gate", run.get("evolution.reset"));
        comparison.check("right/augru_update_gate_z", keep(run.get("evolution.update")));
        comparison.check("right/augru_candidate", run.get("evolution.candidate"));
        comparison.check("right/augru_attentional_update_gate", run.get("evolution.written"));
        comparison.check("right/evolved_states", run.get("evolution.state"));
        comparison.check("right/final_interest", run.get("interest"));
    }

    @ParameterizedTest
    @MethodSource("paperCases")
    void paperFormEqualsThePaper(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        for (ModelRun.Form form : ModelRun.Form.values()) {
            golden.hyper().get("variants").forEach(variant -> {
                String name = variant.asText();
                Evolution evolution = Evolution.valueOf(name.toUpperCase(Locale.ROOT));
                DienConfig config = paperConfig(golden, evolution, inner(golden, Reduction.PER_SAMPLE));
                try (Tensors tensors = Tensors.onCpu();
                        CtrModel model = paperModel(golden, config, tensors)) {
                    variant(golden, comparison, name + "/", new ModelRun(model).run(batch, true, form), form);
                }
            });
            for (Reduction reduction : Reduction.values()) {
                DienConfig config = paperConfig(golden, Evolution.AUGRU, inner(golden, reduction));
                try (Tensors tensors = Tensors.onCpu();
                        CtrModel model = paperModel(golden, config, tensors)) {
                    Map<String, double[]> run =
                            new ModelRun(model).auxiliaryOnly().run(batch, true, form);
                    auxiliary(golden, comparison, REDUCTIONS.get(reduction), run, form);
                }
            }
        }
        if (golden.hyper().get("interest_state_loss").asBoolean()) {
            for (LastTarget last : LastTarget.values()) {
                fullSoftmax(golden, comparison, batch, last);
            }
        }
        comparison.finish();
    }

    private static CtrModel paperModel(GoldenCase golden, DienConfig config, Tensors tensors) {
        Schema schema = GoldenBatch.schema(golden, 0);
        int length = golden.hyper().get("max_len").asInt();
        return DinGoldenTest.model(config, schema, length, golden.weights(), DienGoldenTest::paperName, tensors);
    }

    private static void variant(
            GoldenCase golden, Comparison comparison, String tag, Map<String, double[]> run, ModelRun.Form form) {
        comparison.check(tag + "logit", run.get("logit"));
        comparison.check(tag + "prob", run.get("prob"));
        comparison.check(tag + "loss_target", run.get("loss"));
        comparison.check(tag + "loss_total", run.get("loss_total"));
        String gradients = tag + "grad_total/";
        golden.outputs().keySet().stream()
                .filter(name -> name.startsWith(gradients))
                .forEach(name ->
                        comparison.check(name, run.get("grad/" + paperName(name.substring(gradients.length())))));
        if (form == ModelRun.Form.PLAIN) {
            comparison.check(tag + "reset_gate", masked(golden, run.get("evolution.reset")));
            comparison.check(tag + "update_gate_z", masked(golden, keep(run.get("evolution.update"))));
            comparison.check(tag + "candidate", masked(golden, run.get("evolution.candidate")));
            comparison.check(tag + "effective_update_gate", run.get("evolution.written"));
            comparison.check(tag + "evolved_states", run.get("evolution.state"));
            comparison.check(tag + "final_interest", run.get("interest"));
        }
    }

    private static void auxiliary(
            GoldenCase golden, Comparison comparison, String reduction, Map<String, double[]> run, ModelRun.Form form) {
        comparison.check("loss_aux_" + reduction, run.get("auxiliary"));
        String gradients = "aux_only/" + reduction + "/grad/";
        golden.outputs().keySet().stream()
                .filter(name -> name.startsWith(gradients))
                .forEach(name ->
                        comparison.check(name, run.get("grad/" + paperName(name.substring(gradients.length())))));
        if (form == ModelRun.Form.PLAIN) {
            double[] pairs = pairs(golden);
            double[] positive = times(pairs, beforeLast(golden, run.get("auxiliary.positive")));
            double[] negative = times(pairs, beforeLast(golden, run.get("auxiliary.negative")));
            double[] terms = new double[pairs.length];
            for (int i = 0; i < terms.length; i++) {
                terms[i] = pairs[i] * (Math.log1p(Math.exp(-positive[i])) + Math.log1p(Math.exp(negative[i])));
            }
            comparison.check("aux_mask", pairs);
            comparison.check("aux_pos_logit", positive);
            comparison.check("aux_neg_logit", negative);
            comparison.check("aux_per_step", terms);
            comparison.check("attn_scores", masked(golden, run.get("scores")));
            comparison.check("attn_weights", run.get("attention"));
            comparison.check("interest_states", masked(golden, run.get("extractor.state")));
        }
    }

    /** The reference's loss over all items: alone on constant states, and its value also at the end of the whole model. */
    private static void fullSoftmax(GoldenCase golden, Comparison comparison, RawBatch batch, LastTarget last) {
        String tag = "state_loss/" + last.name().toLowerCase(Locale.ROOT) + "/";
        AuxiliaryConfig auxiliary = new AuxiliaryConfig(AuxiliaryKind.FULL_SOFTMAX, 1, Reduction.PER_PAIR, 1, last);
        DienConfig config = paperConfig(golden, Evolution.AUGRU, auxiliary);
        for (ModelRun.Form form : ModelRun.Form.values()) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = paperModel(golden, config, tensors)) {
                Map<String, double[]> run = new ModelRun(model).auxiliaryOnly().run(batch, true, form);
                comparison.check(tag + "value", run.get("auxiliary"));
                for (String name : List.of("predictor.weight", "predictor.bias")) {
                    comparison.check(tag + "grad/" + name, run.get("grad/state_loss." + name));
                }
            }
        }
        int[] mask = golden.ints(last == LastTarget.LITERAL ? "hist_mask" : "next_mask");
        float[] counted = new float[mask.length];
        int pairs = 0;
        for (int i = 0; i < mask.length; i++) {
            counted[i] = mask[i];
            pairs += mask[i];
        }
        try (Tensors tensors = Tensors.onCpu();
                Dien model = (Dien) paperModel(golden, config, tensors);
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().track();
            float[] values = golden.outputs().get("interest_states").floats();
            NDArray states = tensors.floats(values, mask.length, values.length / mask.length);
            states.setRequiresGradient(true);
            NDArray terms = model.auxiliary().ofItems(states, tensors.longs(golden.ints("next_items")));
            NDArray loss = model.auxiliary().reduce(Ops.mul(terms, tensors.floats(counted, mask.length)), pairs, 1, 1);
            Ops.backward(loss);
            model.parameters().untrack();
            comparison.check(tag + "value", ModelRun.doubles(loss));
            comparison.check(tag + "grad_interest_states", ModelRun.doubles(Ops.gradient(states)));
        }
    }

    /** Their names as ours: a Sequential without dropout becomes one that counts it. */
    static String paperName(String name) {
        String ours = name.replaceFirst("^extractor\\.", "interest_extractor.")
                .replaceFirst("^evolution_cell\\.", "interest_evolution.gru_cell.")
                .replaceFirst("^attention_W$", "interest_evolution.attention_W");
        for (int i = 8; i >= 0; i--) {
            ours = ours.replaceFirst("^prediction\\." + 2 * i + "\\.", "prediction_net." + 3 * i + ".");
        }
        return ours;
    }

    private static double[] keep(double[] update) {
        double[] keep = new double[update.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = 1 - update[i];
        }
        return keep;
    }

    private static double[] masked(GoldenCase golden, double[] values) {
        int[] mask = golden.ints("hist_mask");
        int width = values.length / mask.length;
        double[] masked = new double[values.length];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = mask[i / width] * values[i];
        }
        return masked;
    }

    /** 1 where a step and the next are real, (B, L − 1). */
    private static double[] pairs(GoldenCase golden) {
        int[] mask = golden.ints("hist_mask");
        int length = golden.hyper().get("max_len").asInt();
        double[] pairs = new double[mask.length / length * (length - 1)];
        for (int i = 0; i < pairs.length; i++) {
            int at = i / (length - 1) * length + i % (length - 1);
            pairs[i] = mask[at] * mask[at + 1];
        }
        return pairs;
    }

    private static double[] beforeLast(GoldenCase golden, double[] steps) {
        int length = golden.hyper().get("max_len").asInt();
        double[] before = new double[steps.length / length * (length - 1)];
        for (int i = 0; i < before.length; i++) {
            before[i] = steps[i / (length - 1) * length + i % (length - 1)];
        }
        return before;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }
}
