package dev.interestlens.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The components of a record by their names: reads them, and makes the same record with other values for some of them. */
public final class Components<R extends Record> {
    private final R record;
    private final RecordComponent[] all;

    private Components(R record) {
        this.record = record;
        all = record.getClass().getRecordComponents();
    }

    public static <R extends Record> Components<R> of(R record) {
        return new Components<>(record);
    }

    public boolean has(String name) {
        return Arrays.stream(all).anyMatch(each -> each.getName().equals(name));
    }

    public Class<?> type(String name) {
        return all[at(name)].getType();
    }

    public Object get(String name) {
        return get(all[at(name)]);
    }

    /**
     * The record with other values, which its constructor checks.
     *
     * @param changed name and value of a component in turn
     */
    public R with(Object... changed) {
        Object[] values = Arrays.stream(all).map(this::get).toArray();
        for (int i = 0; i < changed.length; i += 2) {
            values[at((String) changed[i])] = changed[i + 1];
        }
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class is the class of its copy
            Constructor<R> made = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private int at(String name) {
        return IntStream.range(0, all.length)
                .filter(i -> all[i].getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(record.getClass() + " has no " + name));
    }

    private Object get(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException refused(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
    }
}
