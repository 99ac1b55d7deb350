package dev.interestlens.golden;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.onetrans.OneTransConfig;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Activation.Kind;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OneTrans against kind onetrans-paper. */
class OneTransGoldenTest {
    static List<GoldenCase> cases() {
        return GoldenCase.ofKind("onetrans-paper");
    }

    private static int size(GoldenCase golden, String name) {
        return golden.hyper().get(name).asInt();
    }

    private static OneTransConfig config(GoldenCase golden) {
        return Components.of(OneTransConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        size(golden, "embed_dim"),
                        "fieldEmbeddingSize",
                        size(golden, "embed_dim"),
                        "width",
                        size(golden, "width"),
                        "heads",
                        size(golden, "num_heads"),
                        "blocks",
                        size(golden, "num_layers"),
                        "feedForward",
                        size(golden, "feed_forward"),
                        "position",
                        PositionKind.INDEX_AND_TIME,
                        "embeddingDropout",
                        0,
                        "dropout",
                        0,
                        "head",
                        new HeadConfig(List.of(size(golden, "prediction_hidden")), Kind.RELU, false, 0, Products.NONE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itEqualsThePaper(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        for (ModelRun.Form form : ModelRun.Form.values()) {
            try (Tensors tensors = Tensors.onCpu();
                    CtrModel model = DinGoldenTest.model(
                            config(golden),
                            GoldenBatch.schema(golden, 2),
                            size(golden, "seq_len"),
                            golden.weights(),
                            UnaryOperator.identity(),
                            tensors)) {
                Map<String, double[]> run = new ModelRun(model).run(batch, true, form);
                for (String name : List.of("logit", "prob", "loss")) {
                    comparison.check(name, run.get(name));
                }
                golden.outputs().keySet().stream()
                        .filter(name -> name.startsWith("grad/"))
                        .forEach(name -> comparison.check(name, run.get(name)));
                if (form == ModelRun.Form.PLAIN) {
                    comparison.check("attn_weights", run.get("attention.heads"));
                    comparison.check("interest", run.get("interest"));
                    comparison.check("fields0", run.get("fields.0"));
                    comparison.check("fields1", run.get("fields.1"));
                }
            }
        }
        comparison.finish();
    }
}
