package dev.interestlens.export.report.page;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of reports, with their values. */
public final class ReportWords {
    private static final TextBundle BUNDLE = new TextBundle(ReportWords.class);

    private final String key;
    private final Map<String, Text> values = new HashMap<>();

    private ReportWords(String key) {
        this.key = key;
    }

    public static ReportWords of(String key) {
        return new ReportWords(key);
    }

    /** The name of a family of models. */
    public static Text family(String id) {
        ModelFamily<?> family = ModelCatalog.family(id);
        return new Text(family.name(Locale.ENGLISH), family.name(Locale.CHINESE));
    }

    public ReportWords with(String name, String value) {
        return with(name, Text.same(value));
    }

    public ReportWords with(String name, Text value) {
        values.put(name, value);
        return this;
    }

    public Text text() {
        return BUNDLE.of(key, values);
    }
}
