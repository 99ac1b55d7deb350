package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.TextWriter;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Decides for each context field whether it is a number. For one that is not, it makes the table {@code context_NAME} of {@code x} and {@code id} and
 * writes the vocabulary.
 */
public final class ContextFields {

    private final List<String> names = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<FieldKind> kinds = new ArrayList<>();
    private final List<ColumnSum> sums = new ArrayList<>();

    /** @param table name of a field → a table with all its texts, in the column {@code x_NAME} */
    public ContextFields(Duck duck, TableInput input, UnaryOperator<String> table, Disk disk, Path folder)
            throws IOException {
        for (FieldRole field : input.fields(Roles.CONTEXT_FIELD)) {
            String name = field.name();
            names.add(name);
            String column = Duck.name("x_" + name);
            FieldKind kind = FieldKind.of(duck, table.apply(name), column, name);
            kinds.add(kind);
            if (kind.isNumber()) {
                fields.add(Field.numeric(name, EntityLoad.scale(duck, table.apply(name), column)));
                continue;
            }
            duck.run("CREATE TABLE " + table(name) + " AS SELECT x, CAST(row_number() OVER (ORDER BY x) + 1 AS INTEGER)"
                    + " AS id FROM (SELECT DISTINCT " + column + " AS x FROM " + table.apply(name)
                    + ") WHERE x IS NOT NULL");
            fields.add(vocabulary(duck, name, disk, folder));
        }
    }

    private Field vocabulary(Duck duck, String name, Disk disk, Path folder) throws IOException {
        int[] size = {Field.FIRST};
        try (TextWriter texts = new TextWriter(disk, folder, Layout.contextField(name))) {
            duck.each("SELECT x FROM " + table(name) + " ORDER BY id", row -> {
                texts.add(row.getString(1));
                size[0]++;
            });
            sums.addAll(texts.finish());
        }
        return Field.categorical(name, size[0]);
    }

    /** The table of a field that is not a number. */
    public static String table(String name) {
        return Duck.name("context_" + name);
    }

    List<String> names() {
        return names;
    }

    public List<Field> fields() {
        return fields;
    }

    /** What each field is, in the same order. */
    public List<FieldKind> kinds() {
        return kinds;
    }

    public List<Boolean> categorical() {
        return fields.stream().map(Field::isCategorical).toList();
    }

    public List<ColumnSum> sums() {
        return sums;
    }
}
