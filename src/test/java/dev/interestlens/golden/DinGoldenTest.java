package dev.interestlens.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.RegularisationConfig;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Activation.Kind;
import dev.interestlens.nn.layer.ActivationUnit.Inputs;
import dev.interestlens.store.Components;
import dev.interestlens.store.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DIN against kinds din-seed and din-paper. */
class DinGoldenTest {
    static List<GoldenCase> seedCases() {
        return GoldenCase.ofKind("din-seed");
    }

    static List<GoldenCase> paperCases() {
        return GoldenCase.ofKind("din-paper");
    }

    static DinConfig seedConfig(GoldenCase golden) {
        return Components.of(DinConfig.preset(Preset.REFERENCE))
                .with(
                        "embeddingSize",
                        golden.hyper().get("embed_dim").asInt(),
                        "fieldEmbeddingSize",
                        golden.hyper().get("embed_dim").asInt(),
                        "unit",
                        new UnitConfig(Inputs.CONCAT, golden.sizes("attention_hidden_dims"), Kind.RELU, 0),
                        "head",
                        new HeadConfig(golden.sizes("prediction_hidden_dims"), Kind.RELU, true, 0, Products.NONE));
    }

    static DinConfig paperConfig(GoldenCase golden, Normalisation normalisation) {
        return Components.of(DinConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        golden.hyper().get("embed_dim").asInt(),
                        "fieldEmbeddingSize",
                        golden.hyper().get("embed_dim").asInt(),
                        "unit",
                        new UnitConfig(Inputs.DIFFERENCE_PRODUCT, golden.sizes("attention_hidden_dims"), Kind.DICE, 0),
                        "normalisation",
                        normalisation,
                        "diceEpsilon",
                        golden.hyper().get("dice_eps").asDouble(),
                        "regularisation",
                        RegularisationConfig.NONE,
                        "head",
                        new HeadConfig(golden.sizes("prediction_hidden_dims"), Kind.DICE, false, 0, Products.NONE));
    }

    /** A model with a case's weights, whose names are ours after {@code rename}. */
    static CtrModel model(
            dev.interestlens.model.config.ModelConfig config,
            Schema schema,
            int length,
            Map<String, Tensor> weights,
            UnaryOperator<String> rename,
            Tensors tensors) {
        CtrModel model = ModelCatalog.create(config, new ModelInput(schema, length));
        model.create(tensors, 1, true);
        Map<String, Tensor> renamed = new HashMap<>();
        weights.forEach((name, tensor) -> renamed.put(rename.apply(name), tensor));
        new Weights(renamed).copyInto(model.parameters());
        return model;
    }

    @ParameterizedTest
    @MethodSource("seedCases")
    void seedFormEqualsTheReferenceCode(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        int length = golden.hyper().get("max_len").asInt();
        Schema schema = GoldenBatch.schema(
                golden, (int) golden.inputs().get("user_profile").shape()[1]);
        for (boolean training : new boolean[] {false, true}) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = model(
                            seedConfig(golden), schema, length, golden.weights(), UnaryOperator.identity(), tensors)) {
                Map<String, double[]> run = new ModelRun(model).run(batch, training, ModelRun.Form.PLAIN);
                String tag = training ? "train/" : "eval/";
                if (!training) {
                    comparison.check("attn_scores_unmasked", run.get("scores"));
                    comparison.check("attn_weights", run.get("attention"));
                    comparison.check("user_interest", run.get("interest"));
                    comparison.check("candidate_emb", run.get("candidate"));
                }
                for (String name : List.of("logit", "prob", "loss")) {
                    comparison.check(tag + name, run.get(name));
                }
                golden.outputs().keySet().stream()
                        .filter(name -> name.startsWith(tag + "grad/") || name.startsWith(tag + "buffer_after/"))
                        .forEach(name -> comparison.check(name, run.get(name.substring(tag.length()))));
            }
        }
        comparison.finish();
    }

    @ParameterizedTest
    @MethodSource("paperCases")
    void paperFormEqualsThePaper(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        JsonNode hyper = golden.hyper();
        Schema schema = GoldenBatch.schema(
                golden, (int) golden.inputs().get("user_profile").shape()[1]);
        for (Normalisation normalisation : List.of(Normalisation.NONE, Normalisation.SOFTMAX)) {
            for (ModelRun.Form form : ModelRun.Form.values()) {
                for (boolean training : new boolean[] {false, true}) {
                    String tag = (normalisation == Normalisation.NONE ? "raw/" : "softmax/")
                            + (training ? "train_valid/" : "eval/");
                    try (Tensors tensors = Tensors.onCpu();
                            CtrModel model = model(
                                    paperConfig(golden, normalisation),
                                    schema,
                                    hyper.get("max_len").asInt(),
                                    golden.weights(),
                                    DinGoldenTest::paperName,
                                    tensors)) {
                        Map<String, double[]> run = new ModelRun(model).run(batch, training, form);
                        paperTraces(comparison, tag, run);
                        for (String name : List.of("logit", "prob", "loss")) {
                            comparison.check(tag + name, run.get(name));
                        }
                        for (String kind : List.of("grad/", "buffer_after/")) {
                            golden.outputs().keySet().stream()
                                    .filter(name -> name.startsWith(tag + kind))
                                    .forEach(name -> comparison.check(
                                            name, run.get(kind + paperName(name.substring((tag + kind).length())))));
                        }
                    }
                }
            }
        }
        comparison.finish("train_all");
    }

    private static void paperTraces(Comparison comparison, String tag, Map<String, double[]> run) {
        if (run.containsKey("scores")) {
            comparison.check(tag + "attn_scores_unmasked", run.get("scores"));
            comparison.check(tag + "attn_weights", run.get("attention"));
            comparison.check(tag + "user_interest", run.get("interest"));
        }
    }

    /** Their separate lists of layers as one numbered sequence: Linear, Dice, dropout. */
    static String paperName(String name) {
        String ours = name.replaceFirst("^attention\\.", "attention_net.net.")
                .replaceFirst("^prediction\\.", "prediction_net.");
        for (int i = 0; i < 8; i++) {
            ours = ours.replace("linears." + i + ".", 3 * i + ".").replace("dices." + i + ".", 3 * i + 1 + ".");
        }
        return ours.replace(".out.", ".6.");
    }
}
