package dev.interestlens.explain;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a package in both languages: {@code texts.properties} and {@code texts_zh.properties} beside the owner. A placeholder {@code {name}}
 * stands for the value of that name.
 */
public record TextBundle(Class<?> owner) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** The text of a key. */
    public Text of(String key) {
        return of(key, Map.of());
    }

    /** The text of a key with its placeholders filled. */
    public Text of(String key, Map<String, Text> values) {
        return new Text(fill(key, Locale.ENGLISH, values, Text::en), fill(key, Locale.CHINESE, values, Text::zh));
    }

    /** The text of a key, or the given words in both languages where there is none. */
    public Text orElse(String key, String words) {
        return bundle(Locale.ENGLISH).containsKey(key) ? of(key) : Text.same(words);
    }

    private String fill(String key, Locale locale, Map<String, Text> values, Function<Text, String> language) {
        return PLACEHOLDER.matcher(bundle(locale).getString(key)).replaceAll(place -> {
            Text value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : language.apply(value));
        });
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                owner.getPackageName() + ".texts",
                locale,
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
