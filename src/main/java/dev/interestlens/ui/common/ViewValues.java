package dev.interestlens.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.event.Event;
import javafx.event.EventHandler;

/**
 * What a controller gives to its FXML, each by its name in the table {@code v}.
 *
 * <p>A value is bound as {@code text="${v.name}"}, an action called by {@code onAction="$v.name"}, and a node put in place by {@code <fx:reference
 * source="v.name"/>}. A test holds that FXML names what is given, and nothing else.
 */
public final class ViewValues {
    private final ObservableMap<String, Object> table = FXCollections.observableHashMap();

    /** JavaFX would drop a binding that nobody holds. */
    private final List<ObservableValue<?>> followed = new ArrayList<>();

    /** A value that FXML follows, such as a text or whether something is shown. */
    public void value(String name, ObservableValue<?> value) {
        followed.add(value);
        part(name, value.getValue());
        value.addListener((observed, before, now) -> table.put(name, now));
    }

    /** What a button does. */
    public void action(String name, Runnable action) {
        EventHandler<Event> handler = event -> action.run();
        part(name, handler);
    }

    /** What stays as it is, such as a node that is made in code. */
    public void part(String name, Object part) {
        if (table.containsKey(name)) {
            throw new IllegalArgumentException("given twice: " + name);
        }
        table.put(name, part);
    }

    ObservableMap<String, Object> table() {
        return table;
    }
}
