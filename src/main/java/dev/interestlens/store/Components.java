package dev.interestlens.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The components of a record by their names: reads them, and makes the same record with other values for some of them. The components of a flattened
 * part ({@code @JsonUnwrapped}) have their names as if they were the record's own.
 */
public final class Components<R extends Record> {
    private final R record;

    private Components(R record) {
        this.record = record;
    }

    public static <R extends Record> Components<R> of(R record) {
        return new Components<>(record);
    }

    public boolean has(String name) {
        return place(record, name).isPresent();
    }

    public Class<?> type(String name) {
        return at(name).component.getType();
    }

    public Object get(String name) {
        return get(at(name).component, at(name).record);
    }

    /**
     * The record with other values, which its constructor checks.
     *
     * @param changed name and value of a component in turn
     */
    @SuppressWarnings("unchecked") // a record's class is the class of its copy
    public R with(Object... changed) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < changed.length; i += 2) {
            at((String) changed[i]);
            values.put((String) changed[i], changed[i + 1]);
        }
        return (R) with(record, values);
    }

    private static Record with(Record record, Map<String, Object> changed) {
        return make(record.getClass(), component -> {
            Object now = get(component, record);
            return changed.containsKey(component.getName())
                    ? changed.get(component.getName())
                    : flattened(component) ? with((Record) now, changed) : now;
        });
    }

    /** A record of these values, which its constructor checks. */
    public static <R extends Record> R make(Class<R> type, Function<RecordComponent, Object> values) {
        RecordComponent[] all = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(all).map(values).toArray());
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a component. */
    public static Object get(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands before the names of the components within a component: {@code head.}; nothing where it is flattened. */
    public static String prefix(RecordComponent component) {
        return flattened(component) ? "" : component.getName() + ".";
    }

    /** Whether its own components stand in its place in JSON. */
    public static boolean flattened(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** A component and the record that has it: the whole one or a part of it. */
    private record Place(Record record, RecordComponent component) {}

    private Place at(String name) {
        return place(record, name)
                .orElseThrow(() -> new IllegalArgumentException(record.getClass() + " has no " + name));
    }

    private static Optional<Place> place(Record record, String name) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .flatMap(each -> each.getName().equals(name)
                        ? Stream.of(new Place(record, each))
                        : flattened(each) ? place((Record) get(each, record), name).stream() : Stream.empty())
                .findFirst();
    }

    private static RuntimeException refused(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
    }
}
