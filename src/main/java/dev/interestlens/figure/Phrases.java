package dev.interestlens.figure;

import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that painters need, in {@code texts.properties} and {@code texts_zh.properties} beside this class. */
public final class Phrases {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private Phrases() {}

    /** The words of a key, with {@code {0}}, {@code {1}} … replaced. */
    public static Phrase of(String key, Phrase... values) {
        List<Phrase> all = List.of(values);
        return language -> PLACEHOLDER
                .matcher(ResourceBundle.getBundle(
                                Phrases.class.getPackageName() + ".texts",
                                language,
                                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                        .getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(
                        all.get(Integer.parseInt(place.group(1))).in(language)));
    }

    /** The same with texts that need no translation. */
    public static Phrase of(String key, String value, String... more) {
        Phrase[] values = new Phrase[1 + more.length];
        values[0] = Phrase.same(value);
        for (int i = 0; i < more.length; i++) {
            values[1 + i] = Phrase.same(more[i]);
        }
        return of(key, values);
    }
}
