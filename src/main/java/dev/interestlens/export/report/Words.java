package dev.interestlens.export.report;

import dev.interestlens.explain.Text;
import dev.interestlens.explain.TextBundle;
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
