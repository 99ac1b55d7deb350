package dev.interestlens.ui.export;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Named;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;

/** One of a few values, named in the language of the window. */
final class Choice<T> extends ComboBox<T> {
    private final Function<T, String> name;

    Choice(Messages messages, Property<T> chosen, List<T> values, Function<T, String> name) {
        this.name = name;
        getItems().setAll(values);
        setMinWidth(USE_PREF_SIZE);
        named();
        valueProperty().bindBidirectional(chosen);
        Changes.call(this::named, messages.language());
    }

    private void named() {
        setConverter(new Named<>(name));
    }
}
