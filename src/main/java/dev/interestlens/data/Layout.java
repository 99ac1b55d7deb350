package dev.interestlens.data;

import dev.interestlens.store.FolderKind;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of the files in a prepared data set. All numbers are little-endian and lie one after another without a header.
 *
 * <pre>
 * dataset.json              DatasetInfo
 * checksums.json            size, SHA-256 and CRC-32C a block of every column
 * SHA256SUMS                of the two files above, as sha256sum writes it
 * ROWS.offsets              int64, users + 1: first row of each user; ROWS is events, or impressions where the source has labels
 * ROWS.item                 int32 a row
 * ROWS.time                 int64 a row, seconds since 1970
 * ROWS.micros               int32 a row, microseconds behind that second; only where some time is no whole second
 * ROWS.order                int32 a row, place in the input
 * ROWS.context.NAME         int32 a row, or float32 for a number
 * items.field.NAME          int32 · width an item (from id 0), or float32; users.field.NAME likewise, a user
 * VOCABULARY.text, .starts  UTF-8 texts one after another, and int64 starts (count + 1); VOCABULARY is items.key, users.key,
 *                           items.title, items.title_zh, items.field.NAME, users.field.NAME or context.field.NAME
 * rejected.csv              rows that were left out, where there are any
 * </pre>
 */
public final class Layout {

    public static final int VERSION = 1;
    public static final String INFO = "dataset.json";
    public static final String CHECKSUMS = "checksums.json";
    public static final String SUMS = "SHA256SUMS";
    /** Rows that the user chose: all rows where the source has no labels. */
    public static final String EVENTS = "events";

    /** Rows that were shown and not chosen, where the source has labels. */
    public static final String IMPRESSIONS = "impressions";

    public static final String REJECTED = "rejected.csv";

    /** Why the planted events of a data set happened; only where causes were planted in it. */
    public static final String CAUSES = "causes.csv";

    /** Vocabulary of the items' and users' own ids, and the titles. */
    public static final String ITEM_KEYS = "items.key";

    public static final String USER_KEYS = "users.key";
    public static final String TITLES = "items.title";
    public static final String CHINESE_TITLES = "items.title_zh";

    /** The folder of a prepared data set. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(INFO, "\"fingerprint\"", CHECKSUMS, "{"),
            Pattern.compile(
                    "dataset\\.json|checksums\\.json|SHA256SUMS|rejected\\.csv|causes\\.csv|label\\.json|(trust|ageing)/.+"
                            + "|(events|impressions|items|users|context)\\.[^/]+"),
            true);

    private Layout() {}

    public static String offsets(String rows) {
        return rows + ".offsets";
    }

    public static String item(String rows) {
        return rows + ".item";
    }

    public static String time(String rows) {
        return rows + ".time";
    }

    public static String micros(String rows) {
        return rows + ".micros";
    }

    public static String order(String rows) {
        return rows + ".order";
    }

    public static String context(String rows, String field) {
        return rows + ".context." + field;
    }

    public static String itemField(String field) {
        return "items.field." + field;
    }

    public static String userField(String field) {
        return "users.field." + field;
    }

    public static String contextField(String field) {
        return "context.field." + field;
    }

    public static String text(String vocabulary) {
        return vocabulary + ".text";
    }

    public static String starts(String vocabulary) {
        return vocabulary + ".starts";
    }
}
