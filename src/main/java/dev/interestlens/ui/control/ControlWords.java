package dev.interestlens.ui.control;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/** The words a control shows, in the current language. */
public interface ControlWords {
    /** The text of a key, with {@code {0}}, {@code {1}} … replaced. */
    String text(String key, Object... arguments);

    /** The text of a key that may be missing. */
    Optional<String> find(String key);

    /** The current language. */
    Locale locale();

    /** Changes whenever the language does. */
    ObservableValue<?> language();

    /** The text of a key that follows the language and every argument that is observable. */
    default StringBinding bind(String key, Object... arguments) {
        return Bindings.createStringBinding(
                () -> text(key, TextArguments.valuesOf(arguments)), TextArguments.observables(language(), arguments));
    }
}
