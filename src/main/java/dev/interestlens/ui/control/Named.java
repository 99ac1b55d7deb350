package dev.interestlens.ui.control;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.util.Callback;
import javafx.util.StringConverter;

/** The names of values among which one is chosen and nothing is typed. */
public final class Named<T> extends StringConverter<T> {
    private final Function<? super T, String> name;

    public Named(Function<? super T, String> name) {
        this.name = name;
    }

    /** The cells of a list of such values. */
    public static <T> Callback<ListView<T>, ListCell<T>> cells(Function<? super T, String> name) {
        return list -> new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? "" : name.apply(value));
            }
        };
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
