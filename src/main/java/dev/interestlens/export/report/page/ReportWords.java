package dev.interestlens.export.report.page;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.figure.Phrase;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of reports. */
public final class ReportWords {
    private static final TextBundle WORDS = new TextBundle(ReportWords.class);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReportWords() {}

    /**
     * A text.
     *
     * @param values name and value of each placeholder in turn
     */
    public static Text of(String key, Object... values) {
        return WORDS.of(key, values);
    }

    /** Several texts, such as the heads of a table. */
    public static List<Phrase> all(String... keys) {
        return Arrays.stream(keys).<Phrase>map(key -> of(key)).toList();
    }

    /** A text of several values. */
    public static TextBundle.Filled filled(String key) {
        return WORDS.filled(key);
    }

    /** The text of a key, or the given words where there is none. */
    public static Text orElse(String key, String words) {
        return WORDS.orElse(key, words);
    }

    /** Date and time, UTC. */
    public static String time(long seconds) {
        return DATE.format(Instant.ofEpochSecond(seconds));
    }

    /** The name of a family of models. */
    public static Text family(String id) {
        ModelFamily<?> family = ModelCatalog.family(id);
        return new Text(family.name(Locale.ENGLISH), family.name(Locale.CHINESE));
    }
}
