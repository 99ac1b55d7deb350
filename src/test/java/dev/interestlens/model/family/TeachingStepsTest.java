package dev.interestlens.model.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.workspace.RunCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeachingStepsTest {
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("model.pooling", List.of("mean", "sum", "none")),
            Map.entry("model.normalisation", List.of("none", "softmax", "softmaxScaled")),
            Map.entry("model.position", List.of("none", "index", "time", "indexAndTime")),
            Map.entry("model.unit.inputs", List.of("concat", "differenceProduct", "outerProduct")),
            Map.entry("model.attention", List.of("bilinear", "dot", "unit", "mlp")),
            Map.entry("model.evolution", List.of("gru", "aigru", "agru", "augru", "augruReleased")),
            Map.entry("model.auxiliary.kind", List.of("none", "innerProduct", "net", "fullSoftmax")),
            Map.entry("model.auxiliary.reduction", List.of("perSample", "perPair", "perCell")),
            Map.entry("model.itemFields", List.of("all", "itemOnly")),
            Map.entry("model.candidate", List.of("inside", "outside")),
            Map.entry("model.position.kind", List.of("none", "time", "index", "indexFromOldest", "sinusoid")),
            Map.entry("model.position.use", List.of("added", "concatenated")),
            Map.entry("model.encoder.width", List.of("0", "32")),
            Map.entry("model.encoder.norm", List.of("pre", "post")),
            Map.entry("model.readOut", List.of("candidate", "concat", "mean", "sum")));

    @Test
    void everyPresetHasWordsInBothLanguages() {
        for (Locale words : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            for (ModelFamily<?> family : ModelCatalog.families()) {
                for (Preset preset : family.presets()) {
                    assertThat(written(ExperimentConfig.of(family.preset(preset)), words))
                            .as(family.id() + " " + preset)
                            .isNotEmpty()
                            .noneMatch(formula -> formula.contains("{") || formula.contains("null"));
                }
            }
        }
    }

    @Test
    void everyChoiceOfASwitchChangesWhatIsWritten() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : family.presets()) {
                ExperimentConfig base = ExperimentConfig.of(family.preset(preset));
                CHOICES.forEach((name, values) -> {
                    if (RunCommand.switches(ConfigJson.tree(base)).containsKey(name)) {
                        each(base, name, values);
                    }
                });
            }
        }
    }

    private static void each(ExperimentConfig base, String name, List<String> values) {
        List<List<String>> found = new ArrayList<>();
        int made = 0;
        for (String value : values) {
            try {
                ExperimentConfig config = ConfigJson.set(base, name + "=" + value);
                found.add(written(config, Locale.ENGLISH));
                made++;
            } catch (ProblemException refused) {
                assertThat(name).isIn("model.readOut", "model.candidate");
            }
        }
        boolean meant = base.model().shows(name.substring("model.".length()));
        assertThat(found.stream().distinct().count()).as(name).isEqualTo(meant ? made : 1);
    }

    @Test
    void dienWithASmallNetHasNoBilinearForm() {
        ExperimentConfig config = dien("model.attention=mlp");
        assertThat(written(config, Locale.ENGLISH))
                .contains("sⱼ = MLP[hⱼ ; c]")
                .noneMatch(formula -> formula.contains("ᵀ W c"));
        assertThat(written(dien("model.attention=bilinear"), Locale.ENGLISH)).contains("sⱼ = hⱼᵀ W c");
        assertThat(written(dien("model.evolution=gru"), Locale.ENGLISH)).contains("sⱼ = h′ⱼᵀ W c", "h* = Σⱼ aⱼ h′ⱼ");
        assertThat(written(dien("model.evolution=augruReleased"), Locale.ENGLISH))
                .contains("ũⱼ = 1 − (1 − aⱼ)(1 − uⱼ)");
    }

    @Test
    void theFormOfDinIsTheChosenOne() {
        ExperimentConfig paper = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.PAPER));
        assertThat(written(paper, Locale.ENGLISH)).contains("wⱼ = sⱼ", "sⱼ = MLP[c ; eⱼ ; c ⊗ eⱼ]");
        ExperimentConfig softmax = ConfigJson.set(paper, "model.normalisation=softmax");
        assertThat(written(softmax, Locale.ENGLISH))
                .contains("wⱼ = exp(sⱼ) / Σₖ exp(sₖ)")
                .doesNotContain("wⱼ = sⱼ");
    }

    @Test
    void bstSaysWhereNormPlaceReadOutAndCandidateStand() {
        ExperimentConfig reference =
                ExperimentConfig.of(ModelCatalog.family("bst").preset(Preset.REFERENCE));
        assertThat(written(reference, Locale.ENGLISH))
                .contains(
                        "xⱼ = E[itemⱼ] + pos(j),  behaviours alone",
                        "u = Σⱼ Fⱼ / n",
                        "z = MLP[u ; c ; profile],  p = σ(z)",
                        "S = LayerNorm(X + A X W_v W_o),  F = LayerNorm(S + FFN(S))");
        assertThat(written(ConfigJson.set(reference, "model.encoder.norm=pre"), Locale.ENGLISH))
                .contains("S = X + A N W_v W_o,  F = S + FFN(LayerNorm(S))");
    }

    private static ExperimentConfig dien(String setting) {
        return ConfigJson.set(ExperimentConfig.of(ModelCatalog.family("dien").preset(Preset.QUICK)), setting);
    }

    private static List<String> written(ExperimentConfig config, Locale words) {
        return ModelCatalog.teaching(config.model()).stream()
                .peek(step -> assertThat(step.title().in(words) + step.text().in(words))
                        .isNotBlank())
                .map(step -> step.formula().in(words))
                .toList();
    }
}
