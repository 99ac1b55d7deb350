package dev.interestlens.explain;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of this package in both languages, from {@code texts.properties} and {@code texts_zh.properties}. */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Wording() {}

    /** The text of a key. */
    public static Text of(String key) {
        return of(key, Map.of());
    }

    /** The text of a key with its placeholders filled; a placeholder {@code {name}} stands for the value of that name. */
    public static Text of(String key, Map<String, Text> values) {
        return new Text(fill(key, Locale.ENGLISH, values, Text::en), fill(key, Locale.CHINESE, values, Text::zh));
    }

    /** The text of a key, or the given words in both languages where there is none. */
    public static Text orElse(String key, String words) {
        return bundle(Locale.ENGLISH).containsKey(key) ? of(key) : Text.same(words);
    }

    /** Titles in a row: “A”, “B” and “C”. */
    static Text list(List<Text> titles) {
        return new Text(join(titles, Text::en, Locale.ENGLISH), join(titles, Text::zh, Locale.CHINESE));
    }

    /** Two scores with as few decimals as tell them apart, two or three. */
    static Text score(double value, double other) {
        for (int digits = 2; digits < 4; digits++) {
            String shown = number(value, digits);
            if (!shown.equals(number(other, digits))) {
                return Text.same(shown);
            }
        }
        return Text.same(number(value, 2));
    }

    static String number(double value, int digits) {
        DecimalFormat format =
                new DecimalFormat("0." + "0".repeat(digits), DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value);
    }

    private static String join(List<Text> titles, Function<Text, String> language, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        List<String> quoted = titles.stream()
                .map(title -> bundle.getString("list.quoted").replace("{title}", language.apply(title)))
                .toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String head = quoted.subList(0, quoted.size() - 1).stream()
                .collect(Collectors.joining(bundle.getString("list.comma")));
        return head + bundle.getString("list.last") + quoted.get(quoted.size() - 1);
    }

    private static String fill(String key, Locale locale, Map<String, Text> values, Function<Text, String> language) {
        return PLACEHOLDER.matcher(bundle(locale).getString(key)).replaceAll(place -> {
            Text value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : language.apply(value));
        });
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                Wording.class.getPackageName() + ".texts",
                locale,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
