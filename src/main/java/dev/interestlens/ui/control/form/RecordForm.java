package dev.interestlens.ui.control.form;

import dev.interestlens.store.Components;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts a record to its fields, nested records included, and back.
 *
 * <p>Fields are known by dotted names below the record ({@code head.dropout}). Building the record runs its own checks, whose exceptions are passed
 * on.
 */
final class RecordForm {
    /** One field: its dotted name, the record whose texts describe it, and the component it stands for. */
    record Field(String name, Class<?> owner, RecordComponent component) {
        Class<?> type() {
            return component.getType();
        }
    }

    private final Class<? extends Record> type;
    private final List<Field> fields;

    RecordForm(Class<? extends Record> type) {
        this.type = type;
        this.fields = List.copyOf(fields(type, type, ""));
    }

    List<Field> fields() {
        return fields;
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    Map<String, Object> values(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        read(record, "", values);
        return values;
    }

    Record record(Map<String, Object> values) {
        return make(type, "", values);
    }

    /** The fields of a record, and those of its parts: they are named and described as the owner's where the part is flattened. */
    private static List<Field> fields(Class<?> type, Class<?> owner, String prefix) {
        List<Field> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> part = component.getType();
            if (part.isRecord()) {
                found.addAll(fields(
                        part, Components.flattened(component) ? owner : part, prefix + Components.prefix(component)));
            } else {
                found.add(new Field(prefix + component.getName(), owner, component));
            }
        }
        return found;
    }

    private static void read(Record record, String prefix, Map<String, Object> values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Components.get(component, record);
            if (value instanceof Record nested) {
                read(nested, prefix + Components.prefix(component), values);
            } else {
                values.put(prefix + component.getName(), value);
            }
        }
    }

    private static Record make(Class<? extends Record> type, String prefix, Map<String, Object> values) {
        return Components.make(type, component -> {
            Class<?> part = component.getType();
            return part.isRecord()
                    ? make(part.asSubclass(Record.class), prefix + Components.prefix(component), values)
                    : values.get(prefix + component.getName());
        });
    }
}
