package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Letters LETTERS = new Letters(20, false);

    private static Recorder drawn(String text, double width) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        Formula formula = new Formula(Phrase.same(text), LETTERS);
        formula.paint(recorder, width, formula.height(recorder, width));
        return recorder;
    }

    private static List<String> texts(Recorder recorder) {
        return recorder.texts().stream().map(String::strip).toList();
    }

    @Test
    void whatStandsAroundAStrokeIsAFraction() {
        Recorder recorder = drawn("aⱼ = exp(sⱼ) / Σₖ exp(sₖ)", 600);
        assertThat(texts(recorder))
                .containsExactly("a", "j", "=", "exp", "(", "s", "j", ")", "Σ", "k", "exp", "(", "s", "k", ")");
        assertThat(recorder.operations().stream().filter(each -> each.startsWith("line")))
                .hasSize(1);
    }

    @Test
    void indicesArePlainLettersBelowAndPowersAbove() {
        assertThat(texts(drawn("hⱼ₋₁ᵀ c", 600))).containsExactly("h", "j−1", "T", "c");
        assertThat(texts(drawn("wᵏⱼ", 600))).containsExactly("w", "j", "k");
    }

    @Test
    void aFractionNeedsNoParentheses() {
        assertThat(texts(drawn("r = (1/n) Σⱼ eⱼ", 600))).containsExactly("r", "=", "1", "n", "Σ", "j", "e", "j");
        assertThat(texts(drawn("softmax(Q Kᵀ / √d, only j ≤ i)", 600)))
                .containsExactly("softmax", "(", "Q K", "T", "√d", ",", "only j ≤ i", ")");
    }

    @Test
    void aFormulaThatIsTooWideIsBrokenBehindAComma() {
        Formula formula = new Formula(Phrase.same("z = MLP[r ; c],  p = σ(z)"), LETTERS);
        Recorder ruler = new Recorder(Locale.ENGLISH);
        assertThat(formula.height(ruler, 150)).isGreaterThan(1.5 * formula.height(ruler, 600));
    }

    @Test
    void everyFormulaOfEveryFamilyIsDrawnWhole() {
        List<String> formulas = ModelCatalog.families().stream()
                .flatMap(family -> Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .map(language ->
                                ResourceBundle.getBundle("dev.interestlens.model." + family.id() + ".texts", language)))
                .flatMap(texts -> texts.keySet().stream()
                        .filter(key -> key.contains(".formula"))
                        .map(texts::getString))
                .toList();
        assertThat(formulas).hasSizeGreaterThan(60).allSatisfy(text -> {
            String all = String.join("", drawn(text, 2000).texts()).replaceAll("\\s", "");
            assertThat(all.chars().filter(Character::isLetter).count())
                    .isEqualTo(text.chars().filter(Character::isLetter).count());
        });
    }
}
