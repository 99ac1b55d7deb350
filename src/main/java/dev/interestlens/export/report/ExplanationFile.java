package dev.interestlens.export.report;

import dev.interestlens.explain.Explanation;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Writes an explanation in the form that the file's ending asks for. */
public final class ExplanationFile {
    private final Disk disk;

    public ExplanationFile(Disk disk) {
        this.disk = disk;
    }

    /**
     * @param target ends in json, csv, svg or html; another ending is a usage problem
     * @param language of a picture, and the one that a page shows first
     */
    public void write(Explanation explanation, Provenance provenance, Locale language, Path target) {
        byte[] bytes = text(explanation, provenance, language, target).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(disk, target, out -> out.write(bytes));
    }

    private static String text(Explanation explanation, Provenance provenance, Locale language, Path target) {
        String name = target.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> Json.pretty(ExplanationJson.tree(explanation, provenance));
            case "csv" -> ExplanationCsv.text(explanation);
            case "svg" -> ExplanationFigure.of(explanation, provenance, language);
            case "html", "htm" -> ExplanationPage.of(explanation, provenance, language);
            default ->
                throw Problem.usage(ExplanationFile.class, "unknownEnding")
                        .file(target)
                        .exception();
        };
    }
}
