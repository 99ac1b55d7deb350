package dev.interestlens.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** The names of values among which one is chosen and nothing is typed. */
public final class Named<T> extends StringConverter<T> {
    private final Function<? super T, String> name;

    public Named(Function<? super T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException(text);
    }
}
