package dev.interestlens.export.report;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a document as the file's ending says: HTML in both languages, or Markdown in one. */
public final class ReportFile {
    private ReportFile() {}

    /** Looks at the ending before any work; the same problem. */
    public static void requireKnown(Path target) {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".md")) {
            throw Problem.usage(ReportFile.class, "reportEnding").file(target).exception();
        }
    }

    /** @throws dev.interestlens.store.ProblemException for another ending, or where the disk refuses */
    public static void write(Disk disk, Document document, Locale language, Path target) {
        requireKnown(target);
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        String text = name.endsWith(".md") ? document.markdown(language) : document.html(language);
        AtomicFile.write(disk, target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
