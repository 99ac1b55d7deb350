package dev.interestlens.ui.common;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.store.Texts;
import dev.interestlens.ui.control.ControlWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * The texts of the window in the current language; bound texts follow it at once.
 *
 * <p>Views bind to {@link #table}, code to {@link #bind}. Placeholders are those of {@link Texts}.
 */
public final class Messages implements ControlWords {
    private static final List<String> BUNDLES = List.of("messages", "config", "glossary");

    /** The space between a number, or its placeholder, and a unit. */
    private static final Pattern UNIT = Pattern.compile("(?<=[\\d}]) (?=(?:%|ms|s|min|h|MiB|GiB)(?![a-zA-Z]))");

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language");
    private final ObservableMap<String, String> table = FXCollections.observableHashMap();

    public Messages(Language first) {
        // An invalidation listener, and the first: JavaFX calls those before all change listeners, and bound code may
        // ask for texts at once.
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

    /** Key to text with unfilled placeholders; views bind to its entries. */
    public ObservableMap<String, String> table() {
        return table;
    }

    @Override
    public String text(String key, Object... arguments) {
        String text = table.get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, "messages", key);
        }
        return texts(BUNDLES.get(0)).fill(text, locale(), arguments);
    }

    /** Whether something is the text of a key in any language. */
    public boolean isText(String key, String text) {
        return Arrays.stream(Language.values())
                .anyMatch(each -> texts(BUNDLES.get(0)).text(key, each.locale()).equals(text));
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(table.get(key));
    }

    /** The name of a model family. */
    public String family(String id) {
        return family(id, "name");
    }

    /**
     * A text of a family, else that of all families; without a title the name is used. Where there is none at all, it is the last word of the key.
     */
    public String family(String id, String key, Object... arguments) {
        String found = table.get("family." + id + "." + key);
        String text = found == null ? table.get("family." + key) : found;
        if (text == null && key.equals("title")) {
            return family(id, "name");
        } else if (text == null) {
            return key.equals("name") ? id : key.substring(key.lastIndexOf('.') + 1);
        }
        return texts(BUNDLES.get(0)).fill(text, locale(), arguments);
    }

    /** The same as a binding that follows the language. */
    public StringBinding bindFamily(String id, String key) {
        return Bindings.createStringBinding(() -> family(id, key), language);
    }

    private static Texts texts(String name) {
        return new Texts(Messages.class, "dev.interestlens.ui." + name);
    }

    private void fill(Language now) {
        for (String name : BUNDLES) {
            Texts texts = texts(name);
            texts.keys().forEach(key -> table.put(key, joined(texts.text(key, now.locale()))));
        }
        fill("", Texts.beside(TeachingStep.class), now);
        ModelCatalog.families().forEach(family -> fill(family.id() + ".", family.texts(), now));
    }

    /** The texts of a type have its name as key, all others of a family the family's as prefix. */
    private void fill(String family, Texts texts, Language now) {
        for (String key : texts.keys()) {
            boolean ofType = key.startsWith("option.") || Character.isUpperCase(key.charAt(0));
            table.put(ofType ? key : "family." + family + key, joined(texts.text(key, now.locale())));
        }
    }

    /** With a no-break space between a number and its unit, so that no line ends there. */
    private static String joined(String text) {
        return UNIT.matcher(text).replaceAll("\u00a0");
    }
}
