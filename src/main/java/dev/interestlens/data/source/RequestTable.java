package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV (with a heading) or Parquet file of pairs to be scored, read as a stream: {@code user}, {@code item} and, where there is one, {@code time}
 * (seconds since 1970, or a date that DuckDB reads). Closing lets go of it.
 */
public final class RequestTable implements AutoCloseable {
    private static final List<String> ROLES = List.of("user", "item", "time");

    /**
     * A pair as it stands in the file.
     *
     * @param user the user's id in the source, empty where there is none
     * @param item the item's id in the source
     * @param time seconds since 1970; null where the table has no time, {@link #UNREADABLE} where it cannot be read
     */
    public record Request(String user, String item, Long time) {}

    /** The time of a row whose time cannot be read. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    /** Takes rows in the order of the file. */
    @FunctionalInterface
    public interface Taker {
        void take(List<Request> rows) throws IOException;
    }

    private final Path file;
    private final Duck duck;
    private final String query;
    private final boolean timed;

    private RequestTable(Path file, Duck duck, String query, boolean timed) {
        this.file = file;
        this.duck = duck;
        this.query = query;
        this.timed = timed;
    }

    /**
     * Opens a file.
     *
     * @param columns the column of a role, where it is called otherwise
     * @param work a folder for what does not fit into memory
     * @throws dev.interestlens.store.ProblemException where it cannot be read or has no such column
     */
    public static RequestTable open(Path file, Map<String, String> columns, Path work, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw Problem.badInput(RequestTable.class, "noRequests").file(file).exception();
        }
        Duck duck = new Duck(work, List.of(file), PrepareOptions.defaults(), progress);
        try {
            String table = ParquetHead.is(file)
                    ? "read_parquet(" + Csv.path(file) + ")"
                    : "read_csv(" + Csv.path(file) + ", header = true, all_varchar = true)";
            List<String> names = new ArrayList<>();
            duck.each(
                    "SELECT column_name FROM (DESCRIBE SELECT * FROM " + table + ")",
                    row -> names.add(row.getString(1)));
            String user = column(file, names, columns, "user");
            String item = column(file, names, columns, "item");
            String time = column(file, names, columns, "time");
            String query = "SELECT CAST(" + Duck.name(user) + " AS VARCHAR), CAST(" + Duck.name(item) + " AS VARCHAR), "
                    + (time == null ? "NULL, true" : seconds(Duck.name(time))) + " FROM " + table;
            return new RequestTable(file, duck, query, time != null);
        } catch (IOException e) {
            duck.close();
            throw Compression.unreadable(file, e);
        } catch (RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    /** The seconds, and whether there is nothing to read. */
    private static String seconds(String column) {
        String text = "trim(CAST(" + column + " AS VARCHAR))";
        return "coalesce(TRY_CAST(" + text + " AS BIGINT), CAST(floor(epoch(TRY_CAST(" + text
                + " AS TIMESTAMP))) AS BIGINT)), " + "nullif(" + text + ", '') IS NULL";
    }

    private static String column(Path file, List<String> names, Map<String, String> columns, String role) {
        String wanted = columns.getOrDefault(role, role);
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        if (role.equals("time") && !columns.containsKey(role)) {
            return null;
        }
        throw Problem.badInput(RequestTable.class, "noColumn")
                .file(file)
                .value(wanted)
                .with("columns", String.join(", ", names))
                .with("roles", String.join(", ", ROLES))
                .exception();
    }

    /** Number of rows; reads through the file once. */
    public long rows() {
        return duck.number("SELECT count(*) FROM (" + query + ")");
    }

    /**
     * Hands out all rows from one on, so many at a time; ends with a problem once its progress says that somebody cancels.
     *
     * @param from number of the first row, from 0
     */
    public void each(long from, int many, Taker taker) {
        List<Request> some = new ArrayList<>(many);
        try {
            duck.each(query + (from == 0 ? "" : " OFFSET " + from), found -> {
                some.add(request(
                        found.getString(1),
                        found.getString(2),
                        found.getLong(3),
                        found.wasNull(),
                        found.getBoolean(4)));
                if (some.size() == many) {
                    taker.take(List.copyOf(some));
                    some.clear();
                }
            });
            if (!some.isEmpty()) {
                taker.take(List.copyOf(some));
            }
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
    }

    private Request request(String user, String item, long time, boolean untimed, boolean nothing) {
        Long seconds = !timed || untimed && nothing ? null : untimed ? Long.valueOf(UNREADABLE) : Long.valueOf(time);
        return new Request(user == null ? "" : user, item == null ? "" : item, seconds);
    }

    @Override
    public void close() {
        duck.close();
    }
}
