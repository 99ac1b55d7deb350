package dev.interestlens.export.report.page;

import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes a document: HTML in both languages; Markdown or PDF in one; or only its tables as LaTeX or CSV. */
public final class ReportFile {
    /** Formats of documents. */
    public enum Format {
        HTML("html"),
        MD("md"),
        PDF("pdf"),
        LATEX("tex"),
        CSV("csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    /** Those of the formats. */
    public static final List<String> ENDINGS =
            Stream.of(Format.values()).map(format -> format.ending).toList();

    private ReportFile() {}

    /** The format of a file's ending, checked before any work; another ending is a usage problem. */
    public static Format format(Path target) {
        OutputPath.requireEnding(target, ENDINGS);
        return Stream.of(Format.values())
                .filter(format -> format.ending.equals(OutputPath.ending(target)))
                .findFirst()
                .orElseThrow();
    }

    /** @throws dev.interestlens.store.ProblemException where the disk refuses */
    public static void write(Disk disk, Document document, Format format, Locale language, Path target) {
        String title = document.title().in(language);
        byte[] bytes =
                switch (format) {
                    case HTML, MD -> document.bytes(format.ending, language);
                    case PDF -> new FigureFile(Palette.LIGHT, language).pages(document.drawings(language), title);
                    case LATEX, CSV -> new TableFile(language).of(format.ending, document.tables(), title);
                };
        AtomicFile.write(disk, target, out -> out.write(bytes));
    }
}
