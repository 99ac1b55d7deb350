package dev.interestlens.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TableFileTest {
    private static final Table TABLE = new Table(
            Phrase.same("Test figures & 50 %"),
            List.of(Phrase.same("Run"), Phrase.same("AUC"), Phrase.same("Users")),
            List.of(
                    List.of(
                            Cell.words("=din_1"),
                            Cell.number(0.81234567, 4).within(0.8, 0.825).best(true),
                            Cell.count(12345)),
                    List.of(Cell.words("[bst]"), Cell.number(Double.NaN, 4), Cell.EMPTY)));

    private final TableFile english = new TableFile(Locale.ENGLISH);

    @Test
    void latexHasTheRulesOfBooktabsAndTheBestInBold() {
        assertThat(text("tex"))
                .contains("\\usepackage{booktabs")
                .contains("\\caption{Test figures \\& 50 \\%}")
                .contains("\\begin{tabular}{lrr}")
                .contains("\\toprule\nRun & AUC & Users \\\\\n\\midrule")
                .contains("=din\\_1 & \\textbf{0.8123}~{\\scriptsize {[}0.8000,~0.8250{]}} & 12,345 \\\\")
                .contains("{[}bst{]} & \\textemdash{} &  \\\\\n\\bottomrule");
    }

    @Test
    void aLongLatexTableGoesOverPages() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            rows.add(List.of(Cell.count(i)));
        }
        String tex = text(english.of("tex", List.of(new Table(Phrase.EMPTY, List.of(Phrase.same("n")), rows)), "t"));
        assertThat(tex)
                .contains("\\begin{longtable}{r}")
                .contains("\\midrule\\endhead")
                .doesNotContain("\\begin{table}");
    }

    @Test
    void markdownStandsBelowItsTitleWithNumbersToTheRight() {
        assertThat(text("md"))
                .isEqualTo("**Test figures & 50 %**\n\n| Run | AUC | Users |\n| --- | ---: | ---: |\n"
                        + "| =din\\_1 | 0.8123 ★ \\[0.8000,\u00a00.8250\\] | 12,345 |\n| \\[bst\\] | — |  |\n");
    }

    @Test
    void csvKeepsAllDigitsAndTheIntervalInColumnsOfItsOwn() {
        assertThat(text("csv"))
                .isEqualTo("Run,AUC,AUC low,AUC high,Users\r\n'=din_1,0.81234567,0.8,0.825,12345\r\n[bst],,,,\r\n");
    }

    @Test
    void severalCsvTablesStandBelowTheirTitles() {
        String csv = text(english.of("csv", List.of(TABLE, TABLE.titled(Phrase.same("two"))), "t"));
        assertThat(csv).startsWith("Test figures & 50 %\r\nRun,").contains("\r\n\r\ntwo\r\nRun,");
    }

    @Test
    void anyPictureOfATableHoldsItsCells() throws IOException {
        try (PDDocument document = Loader.loadPDF(english.of("pdf", List.of(TABLE), "t"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Test figures")
                    .contains("0.8123 ★ [0.8000");
        }
        assertThat(text("svg")).contains("12,345");
    }

    private String text(String ending) {
        return text(english.of(ending, List.of(TABLE), "t"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
