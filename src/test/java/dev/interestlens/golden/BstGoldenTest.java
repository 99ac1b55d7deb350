package dev.interestlens.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.bst.BstConfig.ItemFields;
import dev.interestlens.model.bst.EncoderConfig;
import dev.interestlens.model.bst.EncoderConfig.AttentionKind;
import dev.interestlens.model.bst.EncoderConfig.AttentionStart;
import dev.interestlens.model.bst.EncoderConfig.FeedForward;
import dev.interestlens.model.bst.PositionConfig;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.bst.SelfAttentionConfig;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Activation.Kind;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import dev.interestlens.store.Components;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BST against kinds bst-seed and bst-paper. */
class BstGoldenTest {
    static List<GoldenCase> seedCases() {
        return GoldenCase.ofKind("bst-seed");
    }

    static List<GoldenCase> paperCases() {
        return GoldenCase.ofKind("bst-paper");
    }

    static BstConfig seedConfig(GoldenCase golden) {
        int size = golden.hyper().get("embed_dim").asInt();
        return Components.of(BstConfig.preset(Preset.REFERENCE))
                .with(
                        "embeddingSize",
                        size,
                        "fieldEmbeddingSize",
                        size,
                        "position",
                        new PositionConfig(
                                SequencePosition.INDEX_FROM_OLDEST,
                                PositionUse.ADDED,
                                size,
                                40,
                                golden.hyper().get("max_seq_len").asInt()),
                        "encoder",
                        new EncoderConfig(
                                0,
                                golden.hyper().get("num_heads").asInt(),
                                golden.hyper().get("num_layers").asInt(),
                                golden.hyper().get("dim_feedforward").asInt(),
                                FeedForward.RELU,
                                NormPlace.POST,
                                0,
                                new SelfAttentionConfig(AttentionKind.FULL, 32, AttentionStart.RANDOM)),
                        "embeddingDropout",
                        0,
                        "head",
                        new HeadConfig(
                                List.of(golden.hyper().get("prediction_hidden").asInt()),
                                Kind.RELU,
                                false,
                                0,
                                Products.NONE));
    }

    private static BstConfig paperConfig(GoldenCase golden, PositionUse use) {
        int size = golden.hyper().get("embed_dim").asInt();
        return Components.of(BstConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        size,
                        "fieldEmbeddingSize",
                        size,
                        "itemFields",
                        ItemFields.ALL,
                        "position",
                        new PositionConfig(
                                SequencePosition.TIME,
                                use,
                                golden.hyper().get("position_dim_concat").asInt(),
                                golden.hyper().get("num_buckets").asInt(),
                                16),
                        "encoder",
                        new EncoderConfig(
                                0,
                                golden.hyper().get("num_heads").asInt(),
                                1,
                                golden.hyper().get("ffn_dim").asInt(),
                                FeedForward.LEAKY_RELU,
                                NormPlace.POST,
                                0,
                                new SelfAttentionConfig(AttentionKind.FULL, 32, AttentionStart.RANDOM)),
                        "head",
                        new HeadConfig(golden.sizes("mlp_dims"), Kind.LEAKY_RELU, false, 0, Products.NONE));
    }

    private static CtrModel seedModel(GoldenCase golden, Tensors tensors) {
        return DinGoldenTest.model(
                seedConfig(golden),
                GoldenBatch.schema(golden, 0),
                golden.hyper().get("max_len").asInt(),
                golden.weights(),
                UnaryOperator.identity(),
                tensors);
    }

    @ParameterizedTest
    @MethodSource("seedCases")
    void seedFormEqualsTheReferenceCode(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "right/");
        for (ModelRun.Form form : ModelRun.Form.values()) {
            for (boolean training : new boolean[] {false, true}) {
                try (Tensors tensors = Tensors.onCpu();
                        CtrModel model = seedModel(golden, tensors)) {
                    Map<String, double[]> run = new ModelRun(model).run(batch, training, form);
                    String tag = training ? "right/train/" : "right/eval/";
                    for (String name : List.of("logit", "prob", "loss")) {
                        comparison.check(tag + name, run.get(name));
                    }
                    comparison.check("right/logit", run.get("logit"));
                    comparison.check("right/prob", run.get("prob"));
                    comparison.check("right/eval_fastpath/prob", run.get("prob"));
                    golden.outputs().keySet().stream()
                            .filter(name -> name.startsWith(tag + "grad/"))
                            .forEach(name -> comparison.check(name, run.get(name.substring(tag.length()))));
                    if (form == ModelRun.Form.PLAIN) {
                        seedTraces(golden, comparison, run);
                    }
                }
            }
        }
        emptyHistories(golden, comparison);
        comparison.finish("left/");
    }

    private static void seedTraces(GoldenCase golden, Comparison comparison, Map<String, double[]> run) {
        comparison.check("right/layer0_input", run.get("input"));
        comparison.check("right/user_representation", run.get("interest"));
        int layers = golden.hyper().get("num_layers").asInt();
        for (int layer = 0; layer < layers; layer++) {
            String tag = "right/layer" + layer + "/";
            comparison.check(tag + "attn_weights", run.get("attention." + layer));
            comparison.check(tag + "output", run.get("output." + layer));
        }
    }

    /** Where the reference gives NaN we give the resolved rule; its other rows are the same. */
    private static void emptyHistories(GoldenCase golden, Comparison comparison) {
        RawBatch batch = GoldenBatch.of(golden, "empty/", "empty/");
        double[] empty = new double[batch.size()];
        Arrays.setAll(empty, b -> batch.length(b) == 0 ? 1 : 0);
        comparison.check("empty/seed_prob_is_nan", empty);
        for (ModelRun.Form form : ModelRun.Form.values()) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = seedModel(golden, tensors)) {
                Map<String, double[]> run = new ModelRun(model).run(batch, true, form);
                double[] prob = run.get("prob");
                comparison.check("empty/safe_prob", prob);
                comparison.check("empty/safe_loss", run.get("loss"));
                double[] others = java.util.stream.IntStream.range(0, prob.length)
                        .filter(b -> empty[b] == 0)
                        .mapToDouble(b -> prob[b])
                        .toArray();
                comparison.check("empty/seed_prob_other_rows", others);
                String gradients = "empty/safe_grad/";
                golden.outputs().keySet().stream()
                        .filter(name -> name.startsWith(gradients))
                        .forEach(name -> comparison.check(name, run.get("grad/" + name.substring(gradients.length()))));
                if (form == ModelRun.Form.PLAIN) {
                    comparison.check("empty/safe_user_representation", run.get("interest"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paperCases")
    void paperFormEqualsThePaper(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        int length = golden.hyper().get("seq_len").asInt();
        for (PositionUse use : PositionUse.values()) {
            String tag = use == PositionUse.ADDED ? "sum/" : "concat/";
            comparison.check(tag + "bucket_ids", buckets(golden, batch, length));
            for (ModelRun.Form form : ModelRun.Form.values()) {
                try (Tensors tensors = Tensors.onCpu();
                        CtrModel model = DinGoldenTest.model(
                                paperConfig(golden, use),
                                GoldenBatch.schema(golden, 0),
                                length,
                                weights(golden, tag.replace('/', '.')),
                                BstGoldenTest::paperName,
                                tensors)) {
                    Map<String, double[]> run = new ModelRun(model).run(batch, true, form);
                    for (String name : List.of("logit", "prob", "loss")) {
                        comparison.check(tag + name, run.get(name));
                    }
                    String gradients = tag + "grad/";
                    golden.outputs().keySet().stream()
                            .filter(name -> name.startsWith(gradients))
                            .forEach(name -> comparison.check(
                                    name, run.get("grad/" + paperName(name.substring(gradients.length())))));
                    if (form == ModelRun.Form.PLAIN) {
                        comparison.check(tag + "attn_weights", run.get("attention.0"));
                        comparison.check(tag + "block_output", run.get("output.0"));
                        comparison.check(tag + "block_input", masked(golden, run.get("input"), length));
                    }
                }
            }
        }
        comparison.finish();
    }

    private static Map<String, Tensor> weights(GoldenCase golden, String prefix) {
        Map<String, Tensor> weights = new HashMap<>();
        golden.weights().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                weights.put(name.substring(prefix.length()), tensor);
            }
        });
        assertThat(weights).isNotEmpty();
        return weights;
    }

    /** Buckets of a padded history and of the candidate behind it. */
    private static double[] buckets(GoldenCase golden, RawBatch batch, int length) {
        int[] ragged = PositionIndex.buckets(
                batch.gaps, golden.hyper().get("num_buckets").asInt());
        double[] buckets = new double[batch.size() * (length + 1)];
        for (int b = 0; b < batch.size(); b++) {
            for (int t = 0; t < batch.length(b); t++) {
                buckets[b * (length + 1) + t] = ragged[batch.offsets[b] + t];
            }
        }
        return buckets;
    }

    private static double[] masked(GoldenCase golden, double[] values, int length) {
        int[] mask = golden.ints("hist_mask");
        int positions = mask.length / length * (length + 1);
        int width = values.length / positions;
        double[] masked = new double[values.length];
        for (int i = 0; i < masked.length; i++) {
            int sample = i / width / (length + 1);
            int t = i / width % (length + 1);
            masked[i] = t == length || mask[sample * length + t] == 1 ? values[i] : 0;
        }
        return masked;
    }

    /** Their names as ours: a Sequential without dropout becomes one that counts it. */
    private static String paperName(String name) {
        String ours = name.replaceFirst("^block\\.", "transformer_encoder.layers.0.");
        for (int i = 8; i >= 0; i--) {
            ours = ours.replaceFirst("^mlp\\." + 2 * i + "\\.", "prediction_head." + 3 * i + ".");
        }
        return ours;
    }
}
