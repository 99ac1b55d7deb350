package dev.interestlens.data;

/**
 * Names of the files in a prepared data set. All numbers are little-endian and lie one after another without a header.
 *
 * <pre>
 * dataset.json              DatasetInfo
 * checksums.json            size, SHA-256 and CRC-32C a block of every column
 * SHA256SUMS                of the two files above, as sha256sum writes it
 * users.offsets             int64, users + 1: first event of each user
 * events.item               int32 an event
 * events.time               int64 an event, seconds since 1970
 * events.order              int32 an event, place in the input
 * events.label              float32 an event, where the source has labels
 * items.NAME, users.NAME    int32 · width an item (from id 0) or user (from 0), or float32 for a number
 * context.NAME              int32 an event, or float32
 * GROUP.NAME.text, .starts  a vocabulary: UTF-8 texts one after another, and int64 starts (count + 1)
 * rejected.csv              rows that were left out, where there are any
 * </pre>
 */
public final class Layout {

    public static final int VERSION = 1;
    public static final String INFO = "dataset.json";
    public static final String CHECKSUMS = "checksums.json";
    public static final String SUMS = "SHA256SUMS";
    public static final String OFFSETS = "users.offsets";
    public static final String ITEM = "events.item";
    public static final String TIME = "events.time";
    public static final String ORDER = "events.order";
    public static final String LABEL = "events.label";
    public static final String REJECTED = "rejected.csv";

    /** Vocabulary of the items' and users' own ids, and the titles. */
    public static final String ITEM_KEYS = "items.key";

    public static final String USER_KEYS = "users.key";
    public static final String TITLES = "items.title";
    public static final String CHINESE_TITLES = "items.title_zh";

    private Layout() {}

    public static String item(Field field) {
        return "items.field." + field.name();
    }

    public static String user(Field field) {
        return "users.field." + field.name();
    }

    public static String context(Field field) {
        return "context.field." + field.name();
    }

    public static String text(String vocabulary) {
        return vocabulary + ".text";
    }

    public static String starts(String vocabulary) {
        return vocabulary + ".starts";
    }
}
