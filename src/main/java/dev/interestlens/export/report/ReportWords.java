package dev.interestlens.export.report;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of reports, with their values. */
final class ReportWords {
    private static final TextBundle BUNDLE = new TextBundle(ReportWords.class);

    private final String key;
    private final Map<String, Text> values = new HashMap<>();

    private ReportWords(String key) {
        this.key = key;
    }

    static ReportWords of(String key) {
        return new ReportWords(key);
    }

    /** What a family of models is called. */
    static Text family(String id) {
        ModelFamily<?> family = ModelCatalog.family(id);
        return new Text(family.name(Locale.ENGLISH), family.name(Locale.CHINESE));
    }

    ReportWords with(String name, String value) {
        return with(name, Text.same(value));
    }

    ReportWords with(String name, Text value) {
        values.put(name, value);
        return this;
    }

    Text text() {
        return BUNDLE.of(key, values);
    }
}
