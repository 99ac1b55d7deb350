package dev.interestlens.data.source;

import dev.interestlens.store.Components;
import java.util.Map;
import java.util.Objects;

/**
 * What can be set for a source; everything else is recognised from its content.
 *
 * @param format {@code auto} or the id of a layout
 * @param mapping the columns that a person chose, so that no other one is read; empty where they are to be guessed
 * @param answers where only these are chosen and the other columns are still recognised; answers to a question about a role
 * @param text how texts are written
 * @param time {@code auto}, {@code iso}, a unit such as {@code seconds}, a pattern such as {@code %d/%m/%Y}, or several of them with commas
 *     between: each value is read by the first that fits
 * @param rules which rows count
 * @param maxCategories categories kept of an item, 1 … 32; the first stands first
 * @param rejectShare the largest share of rows that may be rejected before the import fails, 0 … 1
 * @param resources for reading and sorting
 */
public record PrepareOptions(
        String format,
        ColumnMapping mapping,
        ColumnMapping answers,
        TextFormat text,
        String time,
        ImportRules rules,
        int maxCategories,
        double rejectShare,
        Resources resources) {

    /** The value that leaves a choice to the content of the file. */
    public static final String AUTO = "auto";

    /** The quote of a file in which no character has that meaning, and the column of the times where the order of the rows counts. */
    public static final String NONE = "none";

    /**
     * How texts are written.
     *
     * @param encoding {@code auto} or the name of a character set
     * @param separator {@code auto} or the text between two values, one to four ASCII characters
     * @param quote {@code auto}, {@code none}, or the one ASCII character around values that may hold separators
     */
    public record TextFormat(String encoding, String separator, String quote) {
        public TextFormat {
            Objects.requireNonNull(encoding, "encoding");
            if (!separator.equals(AUTO)) {
                Dialect.requireSeparator(separator);
            }
            if (!quote.equals(AUTO) && !quote.equals(NONE)) {
                Dialect.requireQuote(quote);
            }
        }
    }

    /**
     * What may be used of the machine.
     *
     * @param threads 0 for all
     * @param memoryMegabytes 0 for 520, with which 5 million events of 2 million items are joined in a process of 0.9 GB
     */
    public record Resources(int threads, int memoryMegabytes) {
        public Resources {
            if (threads < 0 || memoryMegabytes < 0) {
                throw new IllegalArgumentException("threads " + threads + ", memory " + memoryMegabytes);
            }
        }
    }

    public PrepareOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(rules, "rules");
        if (maxCategories < 1 || maxCategories > 32) {
            throw new IllegalArgumentException("maxCategories " + maxCategories);
        }
        if (!(rejectShare >= 0 && rejectShare <= 1)) {
            throw new IllegalArgumentException("rejectShare " + rejectShare);
        }
    }

    /** Everything recognised from the content. */
    public static PrepareOptions defaults() {
        return new PrepareOptions(
                AUTO,
                ColumnMapping.none(),
                ColumnMapping.none(),
                new TextFormat(AUTO, AUTO, AUTO),
                AUTO,
                ImportRules.usual(),
                4,
                0.1,
                new Resources(0, 0));
    }

    /** What a person chose of the columns. */
    public ColumnMapping columns() {
        return mapping.isEmpty() ? answers : mapping;
    }

    /** The same with a column mapping. */
    public PrepareOptions withMapping(ColumnMapping columns) {
        return Components.of(this).with("mapping", columns);
    }

    /** The same with answers. */
    PrepareOptions withAnswers(ColumnMapping columns) {
        return Components.of(this).with("answers", columns);
    }

    /** The same with a column mapping as a file of an earlier import has it: id of a role → column. */
    public PrepareOptions withMapping(Map<String, String> written) {
        return withMapping(ColumnMapping.typed(written));
    }

    /** The same with columns that a person names, as {@code --map} takes them: users and items among them are a mapping, fewer are answers. */
    public PrepareOptions withColumns(Map<String, String> written) {
        ColumnMapping columns = ColumnMapping.typed(written);
        return columns.hasAll(Roles.needed()) ? withMapping(columns) : withAnswers(columns);
    }

    /**
     * The same with one setting by its name, as {@code prepare --set} takes it: {@code format, user, item, timeColumn, encoding, separator, quote,
     * time, minimumRating, minimumLabel, eventTypes, dropDuplicates, dropFarTimes, missingTimes, joinIds, users.share, users.seed, core, maxCategories, rejectShare, threads, memoryMegabytes}.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE if there is no such setting, or it cannot have this value
     */
    public PrepareOptions with(String name, String value) {
        return PrepareSettings.with(this, name, value);
    }

    /** The same with some settings, each as above. */
    public PrepareOptions with(Map<String, String> settings) {
        PrepareOptions options = this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        return options;
    }

    /** What differs from the defaults, by the names of {@link #with}; the mapping is not among it. */
    public Map<String, String> settings() {
        return PrepareSettings.of(this);
    }
}
