package dev.interestlens.data.source.prepare;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ImportRules;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.ParquetHead;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.data.source.time.TimeFormat;
import dev.interestlens.data.source.time.TimeRule;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A CSV file with a header, or a Parquet file, of pairs to be scored, read as a stream: {@code user}, {@code item} and optionally {@code time}, or
 * columns whose names mean these in a log. Times have the chosen format, else that of the data set, else the one that fits their values. Closing
 * releases the file.
 */
public final class RequestTable implements AutoCloseable {
    private static final List<Roles> ROLES = List.of(Roles.USER, Roles.ITEM, Roles.TIME);

    /**
     * A pair of the file.
     *
     * @param user the user's id in the source, empty where there is none
     * @param item the item's id in the source
     * @param time microseconds since 1970; null where the table has no time, {@link #UNREADABLE} where it cannot be read
     */
    public record Request(String user, String item, Long time) {}

    /** The time of a row whose time cannot be read. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    /** Receives rows in the order of the file. */
    @FunctionalInterface
    public interface Taker {
        void take(List<Request> rows) throws IOException;
    }

    private static final int FIRST = 200;

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
     * @param columns of roles, where they have other names
     * @param written how times are written, as in {@link PrepareOptions#time}
     * @param own the format in the source of the data set, from its settings; empty where it has none
     * @param work a folder for data that does not fit into memory
     * @throws dev.interestlens.store.ProblemException where it cannot be read, has no such column, or its times could be read in several ways
     */
    public static RequestTable open(
            Path file, ColumnMapping columns, String written, String own, Path work, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw Problem.badInput(RequestTable.class, "noRequests", file).exception();
        }
        Duck duck = new Duck(work, List.of(file), PrepareOptions.defaults(), progress);
        try {
            String table =
                    ParquetHead.is(file) ? "read_parquet(" + Duck.path(file) + ")" : Csv.withHeading(heading(file));
            Map<String, String> types = ParquetHead.types(duck, " FROM " + table);
            List<String> names = List.copyOf(types.keySet());
            String user = column(file, names, columns, Roles.USER);
            String item = column(file, names, columns, Roles.ITEM);
            String time = column(file, names, columns, Roles.TIME);
            for (String name : List.of(user, item)) {
                requireSingle(file, name, new ColumnType(types.get(name)));
            }
            String read = time == null
                    ? "NULL, true"
                    : time(duck, file, table, time, new ColumnType(types.get(time)), written, own);
            String query = "SELECT " + text(user) + ", " + text(item) + ", " + read + " FROM " + table;
            return new RequestTable(file, duck, query, time != null);
        } catch (IOException e) {
            duck.close();
            throw Compression.unreadable(file, e);
        } catch (ProblemException e) {
            duck.close();
            throw named(file, e);
        } catch (RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    /**
     * Opens a table of one person's items, each with its time and its user where there are such columns, else with the item as user; empty where the file
     * is a list of items: no heading names them, or they come first and without times.
     *
     * @param work a folder for data that does not fit into memory
     * @throws dev.interestlens.store.ProblemException where it cannot be read, or its times could be read in several ways
     */
    public static Optional<RequestTable> history(Path file, Path work) {
        TextHead head = named(file);
        ColumnMapping roles = RoleGuess.of(head.columns());
        Optional<String> item = roles.column(Roles.ITEM);
        boolean first = !roles.has(Roles.TIME)
                && item.filter(column -> head.column(column) == 0).isPresent();
        if (item.isEmpty() || first && isList(head)) {
            return Optional.empty();
        }
        ColumnMapping columns =
                roles.only(ROLES::contains).and(ColumnMapping.none().with(Roles.USER, item.get()));
        try {
            return Optional.of(open(file, columns, PrepareOptions.AUTO, "", work, Progress.none()));
        } catch (ProblemException e) {
            String asked = e.problem().values().get("readings"); // of the log of a data set a setting answers it
            throw asked == null
                    ? e
                    : Problem.badInput(RequestTable.class, "historyTimes", file)
                            .with("readings", asked)
                            .exception(e);
        }
    }

    /**
     * Opens a table of users; empty where the file is a list of users: one key a line, without a heading or with one.
     *
     * @param work a folder for data that does not fit into memory
     * @throws dev.interestlens.store.ProblemException where it cannot be read, or has a heading that names no users
     */
    public static Optional<RequestTable> users(Path file, Path work) {
        TextHead head = named(file);
        Optional<String> user = RoleGuess.of(head.columns()).column(Roles.USER);
        boolean headed = head.kind() != FileKind.TABLE || head.dialect().header();
        if (head.columns().size() < 2 || !headed) {
            return Optional.empty();
        }
        if (user.isEmpty()) {
            throw Problem.badInput(RequestTable.class, "noUsers", file)
                    .exception("columns", String.join("\", \"", head.columns()));
        }
        ColumnMapping columns =
                ColumnMapping.none().with(Roles.USER, user.get()).with(Roles.ITEM, user.get());
        return Optional.of(open(file, columns, PrepareOptions.AUTO, "", work, Progress.none()));
    }

    /** The beginning of a file, with the first row as names where it names users or items: of a few rows that may be all that tells. */
    private static TextHead named(Path file) {
        TextHead head = TextHead.of(file, PrepareOptions.defaults());
        if (head.kind() != FileKind.TABLE
                || head.dialect().header()
                || head.rows().isEmpty()) {
            return head;
        }
        ColumnMapping roles = RoleGuess.of(head.rows().get(0));
        return Roles.needed().stream().anyMatch(roles::has) ? head.withHeader() : head;
    }

    /** Whether the keys of its first column can be cut out of each line. */
    private static boolean isList(TextHead head) {
        return head.kind() == FileKind.TABLE
                && (head.columns().size() == 1 || head.dialect().separator().equals(","));
    }
    /** The first row always holds the column names: a guess could take another row and leave out those before it. */
    private static TextHead heading(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw Problem.badInput(SourceFiles.class, "emptyFile", file).exception();
        }
        TextHead head = TextHead.of(file, PrepareOptions.defaults());
        boolean packed = Compression.isPacked(file);
        boolean unpacks = file.getFileName().toString().matches("(?i).*\\.(gz|zst)") && !Compression.isZip(file);
        if (head.kind() != FileKind.TABLE || packed && !unpacks) {
            throw Problem.badInput(RequestTable.class, "pairsKind", file).exception();
        }
        return head.dialect().header() || head.rows().isEmpty() ? head : head.withHeader();
    }

    /**
     * The columns that a person named for roles, where they have other names.
     *
     * @param written id of a role → column
     * @throws dev.interestlens.store.ProblemException of kind USAGE where pairs have no such role
     */
    public static ColumnMapping columns(Map<String, String> written) {
        written.keySet().stream()
                .filter(id -> ROLES.stream().noneMatch(role -> role.id().equals(id)))
                .findFirst()
                .ifPresent(RequestTable::noRole);
        return ColumnMapping.typed(written);
    }

    private static void noRole(String id) {
        throw Problem.usage(RequestTable.class, "role")
                .value(id)
                .with("option", "--map")
                .exception("known", ids());
    }

    private static String ids() {
        return ROLES.stream().map(Roles::id).collect(Collectors.joining(", "));
    }

    private static void requireSingle(Path file, String column, ColumnType type) {
        if (type.isList() || type.isNested()) {
            throw Problem.badInput(RequestTable.class, "nestedColumn", file)
                    .value(column)
                    .exception("type", type.sql());
        }
    }

    /** SQL of a text as in a log, NULL where it is empty. */
    private static String text(String column) {
        return Trim.ALL.of("CAST(" + Duck.name(column) + " AS VARCHAR)");
    }

    /** SQL of the microseconds, and of whether the text is empty. */
    private static String time(
            Duck duck, Path file, String table, String name, ColumnType type, String written, String own)
            throws IOException {
        String column = Duck.name(name);
        if (type.isMoment()) {
            return judged(TimeRule.of(TimeFormat.typed(), column, true, ImportRules.usual()));
        }
        requireSingle(file, name, type);
        String text = text(name);
        List<String> first = new ArrayList<>();
        duck.each(
                "SELECT " + text + " FROM " + table + " WHERE " + text + " IS NOT NULL LIMIT " + FIRST,
                row -> first.add(row.getString(1)));
        TimeColumn times = TimeColumn.of(
                duck,
                written,
                own,
                first,
                TimeColumn.Values.of(duck, () -> "(SELECT " + text + " AS v FROM " + table + ")"));
        if (times.question().isPresent()) {
            throw times.question().get().problem().file(file).exception();
        }
        return judged(TimeRule.of(times.format(), text, times.dated(), ImportRules.usual()));
    }

    private static String judged(TimeRule rule) {
        return "CASE WHEN " + rule.isTime() + " THEN " + rule.micros() + " END, " + rule.isMissing();
    }

    private static String column(Path file, List<String> names, ColumnMapping columns, Roles role) {
        String wanted = columns.column(role).orElse(role.id());
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        String guessed =
                columns.has(role) ? null : RoleGuess.of(names).column(role).orElse(null);
        if (guessed != null || role == Roles.TIME && !columns.has(role)) {
            return guessed;
        }
        throw Problem.badInput(RequestTable.class, "noColumn", file)
                .value(wanted)
                .with("columns", String.join("\", \"", names))
                .exception("roles", ids());
    }

    /** Number of rows; reads through the file once. */
    public long rows() {
        try {
            return duck.number("SELECT count(*) FROM (" + query + ")");
        } catch (ProblemException e) {
            throw named(file, e);
        }
    }

    private static ProblemException named(Path file, ProblemException e) {
        return e.problem().kind() == Problem.Kind.BAD_INPUT ? e.problem().badInput(file, e) : e;
    }

    /**
     * Passes on all rows from a number on, in blocks; ends with a problem once it is cancelled.
     *
     * @param from number of the first row, from 0
     */
    public void each(long from, int many, Taker taker) {
        each(from == 0 ? "" : " OFFSET " + from, many, taker);
    }

    /**
     * The same up to a row.
     *
     * @param to number of the row behind the last one
     */
    public void each(long from, long to, int many, Taker taker) {
        each(" LIMIT " + (to - from) + " OFFSET " + from, many, taker);
    }

    private void each(String range, int many, Taker taker) {
        List<Request> some = new ArrayList<>(many);
        try {
            duck.each(query + range, found -> {
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
        Long micros = !timed || untimed && nothing ? null : untimed ? Long.valueOf(UNREADABLE) : Long.valueOf(time);
        return new Request(user == null ? "" : user, item == null ? "" : item, micros);
    }

    @Override
    public void close() {
        duck.close();
    }
}
