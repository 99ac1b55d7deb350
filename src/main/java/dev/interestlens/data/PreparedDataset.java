package dev.interestlens.data;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A prepared data set on disk, mapped into memory: opening it parses nothing but {@code dataset.json} and takes no heap for
 * its events. Events are sorted by user, time and input order. Safe for use by several threads until it is closed.
 */
public final class PreparedDataset implements AutoCloseable {

    private PreparedDataset() {}

    public static PreparedDataset open(Path folder) {
        throw new UnsupportedOperationException("open " + folder);
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public DatasetInfo info() {
        throw new UnsupportedOperationException();
    }

    public Schema schema() {
        throw new UnsupportedOperationException();
    }

    /** Number of users; they are numbered 0 … users − 1. */
    public int users() {
        throw new UnsupportedOperationException();
    }

    /** Number of items; their ids are 2 … items + 1. */
    public int items() {
        throw new UnsupportedOperationException();
    }

    public long events() {
        throw new UnsupportedOperationException();
    }

    /** First event of a user. */
    public long firstEvent(int user) {
        throw new UnsupportedOperationException();
    }

    /** One past the last event of a user. */
    public long endEvent(int user) {
        throw new UnsupportedOperationException();
    }

    /** Item of an event, from 2. */
    public int eventItem(long event) {
        throw new UnsupportedOperationException();
    }

    /** Time of an event in seconds since 1970; its rank in the input where the source has no time. */
    public long eventTime(long event) {
        throw new UnsupportedOperationException();
    }

    /** Line order of an event in the input, from 0. */
    public long eventOrder(long event) {
        throw new UnsupportedOperationException();
    }

    /** Label of an event where the source has labels, else 1. */
    public float eventLabel(long event) {
        throw new UnsupportedOperationException();
    }

    /**
     * An id of an item.
     *
     * @param field among the schema's categorical item fields
     * @param item an id, 0 and 1 allowed
     * @param k which of the field's values, 0 … width − 1
     */
    public int itemField(int field, int item, int k) {
        throw new UnsupportedOperationException();
    }

    /** A number of an item; {@code field} counts the numeric item fields. */
    public float itemNumber(int field, int item) {
        throw new UnsupportedOperationException();
    }

    /** An id of a user; {@code field} counts the categorical user fields. */
    public int userField(int field, int user, int k) {
        throw new UnsupportedOperationException();
    }

    /** A number of a user; {@code field} counts the numeric user fields. */
    public float userNumber(int field, int user) {
        throw new UnsupportedOperationException();
    }

    /** An id of an event's context; {@code field} counts the categorical context fields. */
    public int contextField(int field, long event, int k) {
        throw new UnsupportedOperationException();
    }

    /** A number of an event's context; {@code field} counts the numeric context fields. */
    public float contextNumber(int field, long event) {
        throw new UnsupportedOperationException();
    }

    /** The item's id in the source. */
    public String itemKey(int item) {
        throw new UnsupportedOperationException();
    }

    /** The item's title in the language, or in another, or its key where it has none. */
    public String itemTitle(int item, Locale language) {
        throw new UnsupportedOperationException();
    }

    /** Text of a category id. */
    public String categoryName(int category) {
        throw new UnsupportedOperationException();
    }

    /** Text of an id of a categorical item field. */
    public String itemValue(int field, int id) {
        throw new UnsupportedOperationException();
    }

    /** The user's id in the source. */
    public String userKey(int user) {
        throw new UnsupportedOperationException();
    }

    /** Id of an item by its key in the source, or {@link Field#UNKNOWN}. */
    public int itemOf(String key) {
        throw new UnsupportedOperationException();
    }

    /** Number of a user by the key in the source, or −1. */
    public int userOf(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
