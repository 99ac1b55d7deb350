package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.model.ModelCatalog;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Letters LETTERS = new Letters(20, Letters.Cut.MATH);

    private static Recorder drawn(String text, double width) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        Formula formula = new Formula(Phrase.same(text), LETTERS);
        formula.paint(recorder, width, formula.height(recorder, width));
        return recorder;
    }

    private static List<String> texts(Recorder recorder) {
        return recorder.texts().stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .toList();
    }

    @Test
    void whatStandsAroundAStrokeIsAFraction() {
        Recorder recorder = drawn("aⱼ = exp(sⱼ) / Σₖ exp(sₖ)", 600);
        assertThat(texts(recorder))
                .containsExactly("a", "j", "=", "exp", "(", "s", "j", ")", "∑", "k", "exp", "(", "s", "k", ")");
        assertThat(recorder.operations().stream().filter(each -> each.startsWith("line")))
                .hasSize(1);
    }

    @Test
    void indicesArePlainLettersBelowAndPowersAbove() {
        assertThat(texts(drawn("hⱼ₋₁ᵀ c", 600))).containsExactly("h", "j", "−", "1", "T", "c");
        assertThat(texts(drawn("wᵏⱼ", 600))).containsExactly("w", "j", "k");
    }

    @Test
    void aFractionNeedsNoParentheses() {
        assertThat(texts(drawn("r = (1/n) Σⱼ eⱼ", 600))).containsExactly("r", "=", "1", "n", "∑", "j", "e", "j");
        assertThat(texts(drawn("softmax(Q Kᵀ / √d, only j ≤ i)", 600)))
                .containsExactly("softmax", "(", "Q K", "T", "d", ",", "only j ≤ i", ")");
    }

    @Test
    void theArgumentsOfAFunctionKeepTheirParentheses() {
        assertThat(texts(drawn("exp(s / d)", 600))).containsExactly("exp", "(", "s", "d", ")");
    }

    @Test
    void singleLettersAreItalicAndNamesAreNot() {
        assertThat(drawn("exp(z) σ γ W ũ h", 600).texts().stream().map(String::strip))
                .containsExactly("exp", "(", "𝑧", ")", "𝜎 𝛾 𝑊", "𝑢", "˜", "ℎ");
    }

    @Test
    void whatFollowsARootStandsBelowItsLine() {
        Recorder recorder = drawn("√d E", 600);
        assertThat(texts(recorder)).containsExactly("d", "E");
        assertThat(recorder.operations())
                .filteredOn(each -> each.startsWith("polyline"))
                .hasSize(1);
    }

    @Test
    void namesBelowAndGroupsAboveAreWrittenWithSigns() {
        assertThat(texts(drawn("X W_q", 600))).containsExactly("X W", "q");
        assertThat(texts(drawn("γ^(age of j) S", 600))).containsExactly("γ", "age of j", "S");
    }

    @Test
    void chineseWordsAreNotInTheFontOfMathematics() {
        assertThat(drawn("E[候选]", 600).operations())
                .filteredOn(each -> each.contains("候选"))
                .singleElement()
                .asString()
                .doesNotContain("MATH");
    }

    @Test
    void aFormulaThatIsTooWideIsBrokenBehindAComma() {
        Formula formula = new Formula(Phrase.same("z = MLP[r ; c],  p = σ(z)"), LETTERS);
        Recorder ruler = new Recorder(Locale.ENGLISH);
        assertThat(formula.height(ruler, 150)).isGreaterThan(1.5 * formula.height(ruler, 600));
    }

    @Test
    void theFontsOfFilesHaveEverySignOfAFormula() throws IOException {
        List<Formula> all = formulas().stream()
                .map(text -> new Formula(Phrase.same(text), LETTERS))
                .toList();
        byte[] pdf = new FigureFile(Palette.LIGHT, Locale.ENGLISH).of("pdf", new Stacked(all, 10), "formulas");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("⊙", "⟨")
                    .doesNotContain("?");
        }
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    private static List<String> formulas() {
        return ModelCatalog.families().stream()
                .flatMap(family -> Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .map(language ->
                                ResourceBundle.getBundle("dev.interestlens.model." + family.id() + ".texts", language)))
                .flatMap(texts -> texts.keySet().stream()
                        .filter(key -> key.contains(".formula"))
                        .map(texts::getString))
                .toList();
    }

    @Test
    void everyFormulaOfEveryFamilyIsDrawnWhole() {
        assertThat(formulas()).hasSizeGreaterThan(60).allSatisfy(text -> {
            String all = String.join("", texts(drawn(text, 2000))).replace("ˆ", "");
            String signs = text.replace('Σ', '∑').replace('ᴄ', 'c');
            assertThat(letters(all)).isEqualTo(letters(Normalizer.normalize(signs, Normalizer.Form.NFKC)));
        });
    }
}
