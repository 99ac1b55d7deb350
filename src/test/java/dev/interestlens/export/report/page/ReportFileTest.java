package dev.interestlens.export.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    Path folder;

    private static Document document() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(List.of(Cell.words("switch" + i), Cell.count(i)));
        }
        return new Document(new Text("A report", "一份报告"))
                .heading(new Text("Switches", "开关"))
                .paragraph(new Text("In words.", "文字。"))
                .table(Table.pairs(Phrase.EMPTY, Text.same("a"), Text.same("b"), rows))
                .table(Table.pairs(Phrase.EMPTY, Text.same("none"), Text.same("b"), List.of()));
    }

    @Test
    void aPdfHasPagesThatHoldEveryRow() throws IOException {
        Path file = written(ReportFile.Format.PDF, Locale.CHINESE, "report.pdf");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            assertThat(text).contains("一份报告", "文字。", "switch0", "switch99");
        }
    }

    @Test
    void latexAndCsvHoldTheTablesAlone() throws IOException {
        assertThat(Files.readString(written(ReportFile.Format.LATEX, Locale.ENGLISH, "report.tex")))
                .contains("\\caption{Switches}", "switch99 & 99")
                .doesNotContain("In words", "none");
        assertThat(Files.readString(written(ReportFile.Format.CSV, Locale.ENGLISH, "report.csv")))
                .startsWith("a,b\r\nswitch0,0\r\n");
    }

    @Test
    void theEndingSaysTheFormat() {
        assertThat(ReportFile.format(Path.of("x.MD"))).isEqualTo(ReportFile.Format.MD);
        assertThat(ReportFile.format(Path.of("x.tex"))).isEqualTo(ReportFile.Format.LATEX);
        assertThatThrownBy(() -> ReportFile.format(Path.of("tex"))).isInstanceOf(ProblemException.class);
    }

    private Path written(ReportFile.Format format, Locale language, String name) {
        Path file = folder.resolve(name);
        ReportFile.write(Disk.real(), document(), format, language, file);
        return file;
    }
}
