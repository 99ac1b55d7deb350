package dev.interestlens.export.report;

import dev.interestlens.explain.Looked;
import dev.interestlens.explain.Text;
import dev.interestlens.explain.TextBundle;
import dev.interestlens.explain.Wording;
import java.util.HashMap;
import java.util.Map;

/** The words of reports, with their values. */
final class Words {
    private static final TextBundle BUNDLE = new TextBundle(Words.class);

    private final String key;
    private final Map<String, Text> values = new HashMap<>();

    private Words(String key) {
        this.key = key;
    }

    static Words of(String key) {
        return new Words(key);
    }

    /** What Look means, and where an even share of it lies. */
    static Text look(Looked looked) {
        double even = looked.even();
        return of(Double.isNaN(even) ? "lookHelp.raw" : "lookHelp")
                .with("kind", Wording.look(looked))
                .with("even", Markup.number(even, 3))
                .text();
    }

    Words with(String name, String value) {
        return with(name, Text.same(value));
    }

    Words with(String name, Text value) {
        values.put(name, value);
        return this;
    }

    Text text() {
        return BUNDLE.of(key, values);
    }
}
