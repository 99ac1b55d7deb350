package dev.interestlens.golden;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.hstu.HstuConfig;
import dev.interestlens.model.hstu.HstuConfig.Divisor;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.Activation.Kind;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HSTU against kind hstu-paper. */
class HstuGoldenTest {
    static List<GoldenCase> cases() {
        return GoldenCase.ofKind("hstu-paper");
    }

    private static HstuConfig config(GoldenCase golden, Divisor divisor) {
        int size = golden.hyper().get("embed_dim").asInt();
        return Components.of(HstuConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        size,
                        "fieldEmbeddingSize",
                        size,
                        "width",
                        golden.hyper().get("width").asInt(),
                        "heads",
                        golden.hyper().get("num_heads").asInt(),
                        "blocks",
                        golden.hyper().get("num_layers").asInt(),
                        "position",
                        PositionKind.INDEX_AND_TIME,
                        "divisor",
                        divisor,
                        "embeddingDropout",
                        0,
                        "dropout",
                        0,
                        "head",
                        new HeadConfig(
                                List.of(golden.hyper().get("prediction_hidden").asInt()),
                                Kind.RELU,
                                false,
                                0,
                                Products.NONE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itEqualsThePaper(GoldenCase golden) {
        Comparison comparison = new Comparison(golden);
        RawBatch batch = GoldenBatch.of(golden, "", "");
        for (Divisor divisor : Divisor.values()) {
            String tag = divisor == Divisor.READ ? "read/" : "longest/";
            for (ModelRun.Form form : ModelRun.Form.values()) {
                try (Tensors tensors = Tensors.onCpu();
                        CtrModel model = DinGoldenTest.model(
                                config(golden, divisor),
                                GoldenBatch.schema(golden, 0),
                                golden.hyper().get("seq_len").asInt(),
                                golden.weights(),
                                UnaryOperator.identity(),
                                tensors)) {
                    Map<String, double[]> run = new ModelRun(model).run(batch, true, form);
                    for (String name : List.of("logit", "prob", "loss")) {
                        comparison.check(tag + name, run.get(name));
                    }
                    golden.outputs().keySet().stream()
                            .filter(name -> name.startsWith(tag + "grad/"))
                            .forEach(name -> comparison.check(name, run.get(name.substring(tag.length()))));
                    if (form == ModelRun.Form.PLAIN) {
                        comparison.check(tag + "attn_weights", run.get("attention.heads"));
                        comparison.check(tag + "interest", run.get("interest"));
                    }
                }
            }
        }
        comparison.finish();
    }
}
