package dev.interestlens.data.source;

import java.util.Map;
import java.util.Objects;

/**
 * What may be said about a source; everything else is recognised from its content.
 *
 * @param format {@code auto} or the id of a layout
 * @param mapping role → column: {@code user, item, time, category, title, title_zh, label, rating, event}, and
 *     {@code user.NAME}, {@code item.NAME}, {@code context.NAME} for further fields; empty where it is to be guessed
 * @param encoding {@code auto} or the name of a character set
 * @param separator {@code auto} or the text between two values
 * @param maxCategories categories kept of an item, 1 … 32; the first stands first
 * @param minimumRating rows below are left out; NaN for none
 * @param eventTypes event types that count, separated by commas; empty for all
 * @param rejectShare the largest share of rows that may be rejected before the import fails, 0 … 1
 * @param dropDuplicates true to leave out an event that repeats one of the same user, item and time
 * @param threads for reading and sorting; 0 for the machine's
 * @param memoryMegabytes for reading and sorting; 0 for a quarter of the machine's
 */
public record PrepareOptions(
        String format,
        Map<String, String> mapping,
        String encoding,
        String separator,
        int maxCategories,
        double minimumRating,
        String eventTypes,
        double rejectShare,
        boolean dropDuplicates,
        int threads,
        int memoryMegabytes) {

    /** The value that leaves a choice to the content of the file. */
    public static final String AUTO = "auto";

    public PrepareOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(separator, "separator");
        Objects.requireNonNull(eventTypes, "eventTypes");
        mapping = Map.copyOf(mapping);
        if (maxCategories < 1 || maxCategories > 32) {
            throw new IllegalArgumentException("maxCategories " + maxCategories);
        }
        if (!(rejectShare >= 0 && rejectShare <= 1)) {
            throw new IllegalArgumentException("rejectShare " + rejectShare);
        }
        if (threads < 0 || memoryMegabytes < 0) {
            throw new IllegalArgumentException("threads " + threads + ", memory " + memoryMegabytes);
        }
    }

    /** Everything recognised from the content. */
    public static PrepareOptions defaults() {
        return new PrepareOptions(AUTO, Map.of(), AUTO, AUTO, 4, Double.NaN, "", 0.1, false, 0, 0);
    }

    /** The same with a column mapping. */
    public PrepareOptions withMapping(Map<String, String> columns) {
        return new PrepareOptions(
                format,
                columns,
                encoding,
                separator,
                maxCategories,
                minimumRating,
                eventTypes,
                rejectShare,
                dropDuplicates,
                threads,
                memoryMegabytes);
    }
}
