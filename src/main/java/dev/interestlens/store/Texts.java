package dev.interestlens.store;

import java.util.Arrays;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one bundle in every language: {@code NAME.properties} for English, {@code NAME_zh.properties} for Chinese. Every text of the program is
 * read here, and placeholders are the same everywhere:
 *
 * <ul>
 *   <li>{@code {name}} the value of that name; values that are given in order have the names 0, 1, 2 …
 *   <li>{@code {name%,d}} the value, formatted by {@code %,d} as {@link java.util.Formatter} does
 *   <li>{@code {name:row|rows}} the first words where the value is 1, else the second
 *   <li>{@code {name@BUNDLE.PREFIX}} the text {@code PREFIX.VALUE} of a bundle beside this one, filled with the same values
 * </ul>
 *
 * A placeholder without a value stays as it is; nothing else in a text is special.
 *
 * @param owner a class of the program or library that brings the bundle
 * @param bundle full name, such as {@code dev.interestlens.store.problems}
 */
public record Texts(Class<?> owner, String bundle) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(\\w+)(?:(%[^}]+)|:([^|}]*)\\|([^}]*)|@(\\w+)\\.(\\w+))?}");

    private static final Pattern CONVERSION = Pattern.compile("%[-+, 0(#]*\\d*(?:\\.\\d+)?[a-zA-Z%]");

    /** Where the bundles of a class stand, by name: looking for them in a jar takes longer than the rest of a text. */
    private static final ClassValue<Map<String, Texts>> FOUND = new ClassValue<>() {
        @Override
        protected Map<String, Texts> computeValue(Class<?> owner) {
            return new ConcurrentHashMap<>();
        }
    };

    /** The bundle {@code texts} in the package of a class, or above it. */
    public static Texts beside(Class<?> owner) {
        return beside(owner, "texts");
    }

    /** A bundle in the package of a class, or where it has none in the nearest package that holds it. */
    public static Texts beside(Class<?> owner, String name) {
        return FOUND.get(owner).computeIfAbsent(name, wanted -> nearest(owner, wanted));
    }

    private static Texts nearest(Class<?> owner, String name) {
        String home = owner.getPackageName();
        for (String place = home; place.contains("."); place = place.substring(0, place.lastIndexOf('.'))) {
            String file = (place + "." + name).replace('.', '/') + ".properties";
            if (owner.getClassLoader().getResource(file) != null) {
                return new Texts(owner, place + "." + name);
            }
        }
        return new Texts(owner, home + "." + name);
    }

    /** Texts by their keys, for a library that asks for them itself. */
    public static ResourceBundle bundle(Map<String, String> texts) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts.entrySet().stream()
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toArray(Object[][]::new);
            }
        };
    }

    /** A text without values; a missing one is a defect. */
    public String text(String key, Locale language) {
        return opened(language).getString(key);
    }

    /** A text with values in order. */
    public String text(String key, Locale language, Object... values) {
        return fill(text(key, language), language, values);
    }

    /** A text with values by name. */
    public String text(String key, Locale language, Map<String, ?> values) {
        return fill(text(key, language), language, values::get);
    }

    /** The program's language for a locale: figures are then written in one way on every system. */
    public static Locale language(Locale locale) {
        return locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /**
     * Values in the places of a format such as {@code %-20s %.4f}, in order and the same in every language; a number that is not defined is a dash.
     */
    public static String row(String format, Object... values) {
        int[] next = {0};
        return CONVERSION
                .matcher(format)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().equals("%%") ? "%" : figure(Locale.ROOT, found.group(), values[next[0]++])));
    }

    /** A name from elsewhere as it can be shown in one line: control and format characters are written as escapes. */
    public static String plain(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        });
        return shown.toString();
    }

    private static String figure(Locale locale, String conversion, Object value) {
        boolean defined = !(value instanceof Double number && !Double.isFinite(number))
                && !(value instanceof Float single && !Float.isFinite(single));
        return defined
                ? String.format(locale, conversion, value)
                : String.format(
                        locale, conversion.replaceAll("[+, 0(#]*(-?)([1-9]\\d*)?(\\.\\d+)?[a-zA-Z]$", "$1$2s"), "–");
    }

    /** The text of a key that may be missing, without values. */
    public Optional<String> find(String key, Locale language) {
        return has(key) ? Optional.of(text(key, language)) : Optional.empty();
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return keys().contains(key);
    }

    /** All keys; none where there is no such bundle. */
    public Set<String> keys() {
        try {
            return opened(Locale.ENGLISH).keySet();
        } catch (MissingResourceException noBundle) {
            return Set.of();
        }
    }

    /** A text that was looked up, with values in order. */
    public String fill(String text, Locale language, Object... values) {
        List<Object> all = Arrays.asList(values);
        return fill(text, language, name -> {
            int place = Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : all.size();
            return place < all.size() ? all.get(place) : null;
        });
    }

    /** A text that was looked up, with the values that a function gives for names; null where it has none. */
    public String fill(String text, Locale language, Function<String, ?> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            Object value = values.apply(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : shown(value, found, language, values));
        });
    }

    private String shown(Object value, MatchResult place, Locale language, Function<String, ?> values) {
        if (place.group(2) != null) {
            return figure(language, place.group(2), value);
        }
        String plain = value instanceof KeyedText text ? text.in(language) : String.valueOf(value);
        if (place.group(4) != null) {
            return plain.equals("1") ? place.group(3) : place.group(4);
        }
        return place.group(5) == null
                ? plain
                : fill(beside(owner, place.group(5)).text(place.group(6) + "." + plain, language), language, values);
    }

    private ResourceBundle opened(Locale language) {
        return ResourceBundle.getBundle(
                bundle,
                language,
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
