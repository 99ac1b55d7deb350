package dev.interestlens.ui.control.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** One field: its dotted name, its type, and the component it stands for. */
    record Field(String name, RecordComponent component) {
        Class<?> type() {
            return component.getType();
        }
    }

    private final Class<? extends Record> type;
    private final List<Field> fields;

    RecordForm(Class<? extends Record> type) {
        this.type = type;
        this.fields = List.copyOf(fields(type, ""));
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

    private static List<Field> fields(Class<?> type, String prefix) {
        List<Field> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + component.getName();
            if (component.getType().isRecord()) {
                found.addAll(fields(component.getType(), name + "."));
            } else {
                found.add(new Field(name, component));
            }
        }
        return found;
    }

    private static void read(Object record, String prefix, Map<String, Object> values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = get(component, record);
            String name = prefix + component.getName();
            if (value instanceof Record nested) {
                read(nested, name + ".", values);
            } else {
                values.put(name, value);
            }
        }
    }

    private static Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static Record make(Class<?> type, String prefix, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = prefix + components[i].getName();
            arguments[i] = types[i].isRecord() ? make(types[i], name + ".", values) : values.get(name);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
