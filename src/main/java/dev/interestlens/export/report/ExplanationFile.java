package dev.interestlens.export.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.explain.Explanation;
import dev.interestlens.export.report.json.ExplanationJson;
import dev.interestlens.export.report.json.FidelityJson;
import dev.interestlens.export.report.json.Provenance;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes an explanation in the format of the file's ending. */
public record ExplanationFile(Disk disk) {
    /** In which one is written. */
    public static final List<String> ENDINGS = List.of("json", "csv", "md", "html", "htm", "svg", "pdf", "png", "tex");

    /** In which several are written. */
    public static final List<String> ENDINGS_OF_SEVERAL = ENDINGS.subList(0, 5);

    /**
     * @param chosen picture below the history of a figure; if empty, the first one
     * @param model fidelity over many predictions, where it was measured
     * @param language of a picture, and the one that a page shows first
     * @param target ends in one of {@link #ENDINGS}; another ending is a usage problem
     */
    public void write(
            Explanation explanation,
            Provenance provenance,
            Optional<? extends Drawing> chosen,
            Optional<MeasuredFidelity> model,
            Locale language,
            Path target) {
        OutputPath.requireEnding(target, ENDINGS);
        String ending = OutputPath.ending(target);
        if (FigureFile.ENDINGS.contains(ending)) {
            put(
                    new FigureFile(Palette.LIGHT, language)
                            .of(
                                    ending,
                                    ExplanationFigure.of(explanation, provenance, chosen, model),
                                    explanation.impression().candidate().title().in(language)),
                    target);
            return;
        }
        String text =
                switch (ending) {
                    case "json" -> Json.pretty(tree(explanation, provenance, model));
                    case "csv" -> ExplanationCsv.text(explanation, provenance);
                    default ->
                        ExplanationPage.of(explanation, provenance, model).text(ending, language);
                };
        put(text.getBytes(StandardCharsets.UTF_8), target);
    }

    /**
     * Several of one run in one file.
     *
     * @param explanations at least one
     * @param target ends in one of {@link #ENDINGS_OF_SEVERAL}
     */
    public void write(List<Sourced> explanations, Optional<MeasuredFidelity> model, Locale language, Path target) {
        OutputPath.requireEnding(target, ENDINGS_OF_SEVERAL);
        String ending = OutputPath.ending(target);
        String text =
                switch (ending) {
                    case "json" -> {
                        ArrayNode all = JsonNodeFactory.instance.arrayNode();
                        explanations.forEach(each -> all.add(tree(each.explanation(), each.source(), model)));
                        yield Json.pretty(all);
                    }
                    case "csv" -> ExplanationCsv.text(explanations);
                    default -> ExplanationPage.of(explanations, model).text(ending, language);
                };
        put(text.getBytes(StandardCharsets.UTF_8), target);
    }

    /** One of several explanations, with its provenance. */
    public record Sourced(Explanation explanation, Provenance source) {}

    private static ObjectNode tree(Explanation explanation, Provenance provenance, Optional<MeasuredFidelity> model) {
        ObjectNode tree = ExplanationJson.tree(explanation, provenance);
        model.ifPresent(measured -> tree.set(
                "modelFidelity",
                FidelityJson.tree(measured.report(), measured.source()).put("older", measured.older())));
        return tree;
    }

    private void put(byte[] bytes, Path target) {
        AtomicFile.write(disk, target, out -> out.write(bytes));
    }
}
