package dev.interestlens.publish.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A data set as Parquet with a machine-readable card: {@code croissant.json}, JSON-LD of schema.org in the form of MLCommons Croissant 1.0, with the
 * sum of each file and the meaning of each column.
 */
public final class CroissantFolder {
    private static final String CARD = "croissant.json";
    private static final String FORMAT = "http://mlcommons.org/croissant/1.0";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The kind of such a folder. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(CARD, FORMAT), Pattern.compile("(events|items|users)\\.parquet|croissant\\.json"), false);

    private static final Map<String, String> MEANINGS = Map.of(
            "user", "Id of the user in the source.",
            "item", "Id of the item in the source.",
            "time", "Seconds since 1970.",
            "micros", "Microseconds behind the second.",
            "order", "Place of the row in the source.",
            "label", "1: the user chose the item; 0: it was shown and not chosen.",
            "title", "Title of the item in English.",
            "title_zh", "Title of the item in Chinese.",
            "category", "Categories of the item.");

    private CroissantFolder() {}

    /**
     * Writes the folder.
     *
     * @throws dev.interestlens.store.ProblemException where the disk refuses, or it was cancelled
     */
    public static void write(PreparedDataset data, OutputPath target, Progress progress) {
        target.make(Disk.real(), work -> {
            ParquetSet.write(data, work.made(), PrepareOptions.defaults(), progress);
            Json.write(Disk.real(), work.made().resolve(CARD), card(data.info(), work.made()));
            return work.made();
        });
    }

    private static ObjectNode card(DatasetInfo info, Path folder) throws IOException {
        ObjectNode card = JSON.objectNode();
        card.set("@context", context());
        card.put("@type", "sc:Dataset");
        card.put("conformsTo", FORMAT);
        card.put("name", info.origin().name());
        card.put("description", description(info));
        card.put("version", "1.0.0");
        card.put("identifier", info.fingerprint());
        if (info.times().timed()) {
            card.put(
                    "temporalCoverage",
                    Instant.ofEpochSecond(info.times().firstTime()) + "/"
                            + Instant.ofEpochSecond(info.times().lastTime()));
        }
        ArrayNode files = card.putArray("distribution");
        ArrayNode records = card.putArray("recordSet");
        for (Map.Entry<String, Map<String, String>> each :
                ParquetSet.columns(folder).entrySet()) {
            files.add(file(folder.resolve(each.getKey())));
            records.add(records(each.getKey(), each.getValue()));
        }
        return card;
    }

    private static String description(DatasetInfo info) {
        DatasetInfo.Counts counts = info.counts();
        return counts.events() + " events of " + counts.users() + " users with " + counts.items() + " items"
                + (info.labelled() ? ", and " + counts.impressions() + " that were shown and not chosen" : "")
                + ". Read from a source of the kind " + info.origin().format() + "; " + info.leftOut()
                + " rows were left out."
                + FigureWords.mark(info).map(words -> " " + words.en()).orElse("");
    }

    private static ObjectNode context() {
        ObjectNode context = JSON.objectNode();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        for (String term : new String[] {
            "column", "extract", "field", "fileObject", "recordSet", "references", "repeated", "source"
        }) {
            context.put(term, "cr:" + term);
        }
        context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
        return context;
    }

    private static ObjectNode file(Path file) throws IOException {
        String name = file.getFileName().toString();
        ObjectNode object = JSON.objectNode();
        object.put("@type", "cr:FileObject");
        object.put("@id", name);
        object.put("name", name);
        object.put("contentUrl", name);
        object.put("contentSize", Files.size(file) + " B");
        object.put("encodingFormat", "application/x-parquet");
        object.put("sha256", Sha256.of(file));
        return object;
    }

    private static ObjectNode records(String file, Map<String, String> columns) {
        String set = file.substring(0, file.indexOf('.'));
        ObjectNode records = JSON.objectNode();
        records.put("@type", "cr:RecordSet");
        records.put("@id", set);
        records.put("name", set);
        ArrayNode fields = records.putArray("field");
        columns.forEach((column, type) -> fields.add(field(file, set, column, type)));
        return records;
    }

    private static ObjectNode field(String file, String set, String column, String type) {
        ObjectNode field = JSON.objectNode();
        field.put("@type", "cr:Field");
        field.put("@id", set + "/" + column);
        field.put("name", column);
        field.put("description", MEANINGS.getOrDefault(column, "The field " + column + " of the source."));
        field.put("dataType", dataType(type));
        if (type.endsWith("[]")) {
            field.put("repeated", true);
        }
        ObjectNode source = field.putObject("source");
        source.putObject("fileObject").put("@id", file);
        source.putObject("extract").put("column", column);
        boolean joins = set.equals("events") && (column.equals("user") || column.equals("item"));
        if (joins) {
            field.putObject("references").putObject("field").put("@id", column + "s/" + column);
        }
        return field;
    }

    private static String dataType(String type) {
        return switch (type) {
            case "BIGINT", "INTEGER", "TINYINT" -> "sc:Integer";
            case "FLOAT", "DOUBLE" -> "sc:Float";
            default -> "sc:Text";
        };
    }
}
