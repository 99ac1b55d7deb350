package dev.interestlens.export.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The meaning of a model's ids, one JSON object in each line: {@code items.jsonl} with each item's key, title and further fields as the model takes
 * them, and a file with the texts of every other field. Users are not in it.
 */
public record VocabularyFiles(Disk disk, PreparedDataset data) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Writes them into a folder, which is made. */
    public void write(Path folder) {
        lines(folder.resolve("items.jsonl"), Field.FIRST, data.items() + Field.FIRST, this::item);
        Schema schema = data.schema();
        List<Field> items = schema.categoricalItemFields();
        for (int f = 1; f < items.size(); f++) {
            int field = f;
            values(folder, "item_", items.get(f), id -> data.itemValue(field, id));
        }
        for (int f = 0; f < schema.categoricalUserFields().size(); f++) {
            int field = f;
            values(folder, "user_", schema.categoricalUserFields().get(f), id -> data.userValue(field, id));
        }
        for (int f = 0; f < schema.categoricalContextFields().size(); f++) {
            int field = f;
            values(folder, "context_", schema.categoricalContextFields().get(f), id -> data.contextValue(field, id));
        }
    }

    private ObjectNode item(int id) {
        ObjectNode line = JSON.objectNode();
        line.put("id", id);
        line.put("key", data.itemKey(id));
        line.put("title", data.itemTitle(id, Locale.ENGLISH));
        List<Field> fields = data.schema().categoricalItemFields();
        for (int f = 1; f < fields.size(); f++) {
            ArrayNode ids = line.putArray(fields.get(f).name());
            for (int k = 0; k < fields.get(f).width(); k++) {
                ids.add(data.itemField(f, id, k));
            }
        }
        List<Field> numeric = data.schema().itemFields().stream()
                .filter(field -> !field.isCategorical())
                .toList();
        for (int f = 0; f < numeric.size(); f++) {
            line.put(numeric.get(f).name(), data.itemNumber(f, id));
        }
        return line;
    }

    private void values(Path folder, String group, Field field, IntFunction<String> texts) {
        String name = (group + field.name()).replaceAll("[^\\p{L}\\p{N}_-]", "_");
        lines(folder.resolve(name + ".jsonl"), Field.FIRST, field.size(), id -> JSON.objectNode()
                .put("id", id)
                .put("text", texts.apply(id)));
    }

    private void lines(Path file, int from, int to, IntFunction<ObjectNode> line) {
        AtomicFile.write(disk, file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (int id = from; id < to; id++) {
                write(writer, line.apply(id));
            }
            writer.flush();
        });
    }

    private static void write(Writer writer, ObjectNode line) throws IOException {
        writer.write(line.toString());
        writer.write('\n');
    }
}
