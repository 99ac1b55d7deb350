package dev.interestlens.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A prepared data set on disk, mapped into memory: opening it parses only {@code dataset.json} and the checksums, and needs no heap for its events.
 * Events are sorted by user, time and input order. Safe for use by several threads. Closing it releases the mapped files; nothing may be read
 * afterwards.
 */
public final class PreparedDataset implements AutoCloseable {

    private final Path folder;
    private final DatasetInfo info;
    private EventRows events;
    private EventRows impressions;
    private FieldColumns items;
    private FieldColumns users;
    private Vocabulary itemKeys;
    private Vocabulary userKeys;
    private Vocabulary titles;
    private Vocabulary chineseTitles;

    private PreparedDataset(DatasetSums sums, DatasetInfo info) {
        folder = sums.folder();
        this.info = info;
        DatasetInfo.Counts counts = info.counts();
        Schema schema = info.schema();
        List<Field> further = schema.itemFields().subList(1, schema.itemFields().size());
        events = new EventRows(sums, Layout.EVENTS, info, counts.events());
        impressions = info.labelled() ? new EventRows(sums, Layout.IMPRESSIONS, info, counts.impressions()) : null;
        items = new FieldColumns(
                sums, further, counts.items() + (long) Field.FIRST, Layout::itemField, Layout::itemField);
        users = new FieldColumns(sums, schema.userFields(), counts.users(), Layout::userField, Layout::userField);
        itemKeys = Vocabulary.of(sums, Layout.ITEM_KEYS, counts.items());
        userKeys = Vocabulary.of(sums, Layout.USER_KEYS, counts.users());
        titles = vocabularyIfThere(sums, Layout.TITLES);
        chineseTitles = vocabularyIfThere(sums, Layout.CHINESE_TITLES);
    }

    private Vocabulary vocabularyIfThere(DatasetSums sums, String name) {
        return sums.has(Layout.starts(name)) ? Vocabulary.of(sums, name, items()) : null;
    }

    /** Whether a folder holds a prepared data set, which may be damaged. */
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(Layout.INFO));
    }

    /**
     * Opens a folder that {@code data.source} wrote. The describing files are checked now, each column when it is first read: every method may throw
     * a {@link dev.interestlens.store.ProblemException} that names the damaged file.
     *
     * @throws dev.interestlens.store.ProblemException if it is no data set, damaged, of another version, or a column has another size
     */
    public static PreparedDataset open(Path folder) {
        Path file = folder.resolve(Layout.INFO);
        if (!isAt(folder)) {
            FileAccess.requireThere(folder);
            throw Problem.badInput(PreparedDataset.class, "noDataset", folder).exception();
        }
        DatasetSums sums = DatasetSums.open(folder);
        int version =
                Json.read(sums.info(), JsonNode.class, file).path("version").asInt();
        if (version != Layout.VERSION) {
            throw Problem.badInput(PreparedDataset.class, "version", folder)
                    .with("found", version)
                    .exception("expected", Layout.VERSION);
        }
        return new PreparedDataset(sums, Json.read(sums.info(), DatasetInfo.class, file));
    }

    public Path folder() {
        return folder;
    }

    public DatasetInfo info() {
        return info;
    }

    public Schema schema() {
        return info.schema();
    }

    /** Number of users; they are numbered 0 … users − 1. */
    public int users() {
        return info.counts().users();
    }

    /** Number of items; their ids are 2 … items + 1. */
    public int items() {
        return info.counts().items();
    }

    public long events() {
        return info.counts().events();
    }

    /** First event of a user. */
    public long firstEvent(int user) {
        return events.first(user);
    }

    /** One past the last event of a user. */
    public long endEvent(int user) {
        return events.end(user);
    }

    /** Item of an event, from 2. */
    public int eventItem(long event) {
        return events.item(event);
    }

    /** Copies the items of {@code count} events from {@code first} on to {@code target[at] …}. */
    public void eventItems(long first, int[] target, int at, int count) {
        events.items(first, target, at, count);
    }

    /** Copies the times of {@code count} events from {@code first} on to {@code target[at] …}. */
    public void eventTimes(long first, long[] target, int at, int count) {
        events.times(first, target, at, count);
    }

    /** Whether an item is among the events first … end − 1. */
    public boolean contains(long first, long end, int item) {
        return events.contains(first, end, item);
    }

    /** Time of an event in seconds since 1970; its position in the input where the source has no time. */
    public long eventTime(long event) {
        return events.time(event);
    }

    /** Microseconds of an event's time behind its whole second, 0 … 999,999. */
    public int eventMicros(long event) {
        return events.micros(event);
    }

    /** Position of an event in the input, from 0. */
    public int eventOrder(long event) {
        return events.order(event);
    }

    /** Rows of a kind; {@code kind} is {@link Layout#EVENTS} or {@link Layout#IMPRESSIONS}. */
    public Optional<EventRows> rows(String kind) {
        return kind.equals(Layout.EVENTS) ? Optional.of(events) : impressions();
    }

    /** Rows that were shown and not chosen; empty where the source has no labels. */
    public Optional<EventRows> impressions() {
        return Optional.ofNullable(impressions);
    }

    /**
     * An id of an item.
     *
     * @param field among the schema's categorical item fields; 0 is the item itself
     * @param item an id, 0 and 1 allowed
     * @param k which of the field's values, 0 … width − 1
     */
    public int itemField(int field, int item, int k) {
        return field == Schema.ITEM ? item : items.id(field - 1, item, k);
    }

    /**
     * All ids of a further categorical item field, item after item.
     *
     * @param field as in {@link #itemField}, at least 1
     * @param of N item ids
     * @param target N · width ids
     */
    public void itemFields(int field, int[] of, int[] target) {
        items.ids(field - 1, of, target);
    }

    /** A number of an item; {@code field} counts the numeric item fields. */
    public float itemNumber(int field, int item) {
        return items.number(field, item);
    }

    /** An id of a user; {@code field} counts the categorical user fields. */
    public int userField(int field, int user, int k) {
        return users.id(field, user, k);
    }

    /** A number of a user; {@code field} counts the numeric user fields. */
    public float userNumber(int field, int user) {
        return users.number(field, user);
    }

    /** An id of an event's context; {@code field} counts the categorical context fields. */
    public int contextField(int field, long event) {
        return events.contextField(field, event);
    }

    /** A number of an event's context; {@code field} counts the numeric context fields. */
    public float contextNumber(int field, long event) {
        return events.contextNumber(field, event);
    }

    /** The item's id in the source; empty for padding and unknown. */
    public String itemKey(int item) {
        return item < Field.FIRST ? "" : itemKeys.get(item - Field.FIRST);
    }

    /** The item's title in the language, else in another one, else its key. */
    public String itemTitle(int item, Locale language) {
        if (item < Field.FIRST) {
            return "";
        }
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        String wanted = text(chinese ? chineseTitles : titles, item);
        String other = wanted.isEmpty() ? text(chinese ? titles : chineseTitles, item) : wanted;
        return other.isEmpty() ? itemKey(item) : other;
    }

    /** The item's title in exactly this language; empty where it has none. */
    public String itemText(int item, Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return text(chinese ? chineseTitles : titles, item);
    }

    private static String text(Vocabulary texts, int item) {
        return texts == null ? "" : texts.get(item - Field.FIRST);
    }

    /** Text of a category id; empty for padding, unknown and where items have no category. */
    public String categoryName(int category) {
        return schema().hasCategory() ? itemValue(Schema.CATEGORY, category) : "";
    }

    /** Text of an id of a categorical item field. */
    public String itemValue(int field, int id) {
        return field == Schema.ITEM ? itemKey(id) : items.text(field - 1, id);
    }

    /** Text of an id of a categorical user field. */
    public String userValue(int field, int id) {
        return users.text(field, id);
    }

    /** Text of an id of a categorical context field. */
    public String contextValue(int field, int id) {
        return events.contextText(field, id);
    }

    /** The user's id in the source. */
    public String userKey(int user) {
        return userKeys.get(user);
    }

    /** Id of an item by its key in the source, or {@link Field#UNKNOWN}. */
    public int itemOf(String key) {
        int index = index(itemKeys, key);
        return index < 0 ? Field.UNKNOWN : index + Field.FIRST;
    }

    /** Number of a user by the key in the source, or −1. */
    public int userOf(String key) {
        return index(userKeys, key);
    }

    // A text of a person or another file may be written in another way than the key that the import made of it.
    private int index(Vocabulary keys, String text) {
        int index = keys.indexOf(text);
        if (index < 0) {
            String clean = KeyText.clean(text);
            index = keys.indexOf(clean);
            if (index < 0 && "true".equals(info.origin().settings().get("joinIds"))) {
                index = keys.indexOf(KeyText.joined(clean));
            }
        }
        return index;
    }

    @Override
    public void close() {
        // Java 17 cannot unmap files; the garbage collector unmaps unreachable ones.
        events = null;
        impressions = null;
        items = null;
        users = null;
        itemKeys = null;
        userKeys = null;
        titles = null;
        chineseTitles = null;
    }
}
