package dev.interestlens.ui.common;

import dev.interestlens.store.Plural;
import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The words of the window in the language that is chosen now, and those that are bound follow it at once.
 *
 * <p>Views bind to {@link #table}, code to {@link #bind}. A placeholder is {@code {0}}, and {@code {0:event|events}} are words as {@link Plural}
 * chooses them; nothing else in a text is special.
 */
public final class Messages implements ControlWords {
    private static final List<String> BUNDLES = List.of("messages", "config", "teach", "glossary");

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language");
    private final ObservableMap<String, String> table = FXCollections.observableHashMap();

    public Messages(Language first) {
        // An invalidation listener, and the first: JavaFX calls those before all change listeners, and whoever is bound
        // may ask for words at once.
        language.addListener(change -> fill(language.get()));
        language.set(first);
    }

    /** The language; setting it changes every bound text. */
    @Override
    public ObjectProperty<Language> language() {
        return language;
    }

    @Override
    public Locale locale() {
        return language.get().locale();
    }

    /** Key to text without placeholders filled; views bind to its entries. */
    public ObservableMap<String, String> table() {
        return table;
    }

    /** A text that was not made here, as the window writes it: its typeface draws curly quotes as wide as an ideograph, which suits Chinese alone. */
    public String shown(String text) {
        return language.get() == Language.CHINESE ? text : text.replaceAll("[“”]", "\"");
    }

    @Override
    public String text(String key, Object... arguments) {
        String text = table.get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, "messages", key);
        }
        return fill(text, arguments);
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(table.get(key));
    }

    private static String fill(String text, Object... arguments) {
        String filled = Plural.fill(text, arguments);
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }

    private void fill(Language now) {
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "dev.interestlens.ui." + name,
                    now == Language.ENGLISH ? Locale.ROOT : now.locale(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                table.put(key, bundle.getString(key));
            }
        }
    }
}
