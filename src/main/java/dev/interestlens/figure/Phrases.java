package dev.interestlens.figure;

import dev.interestlens.store.Texts;
import java.util.List;

/** The texts of painters, in {@code texts.properties} and {@code texts_zh.properties} beside this class. */
public final class Phrases {
    private static final Texts TEXTS = Texts.beside(Phrases.class);

    private Phrases() {}

    /** The text of a key with its values in order. */
    public static Phrase of(String key, Phrase... values) {
        List<Phrase> all = List.of(values);
        return language -> TEXTS.text(
                key, language, all.stream().map(value -> value.in(language)).toArray());
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
