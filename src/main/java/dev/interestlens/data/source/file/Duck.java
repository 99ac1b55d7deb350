package dev.interestlens.data.source.file;

import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.store.Problem;
import dev.interestlens.store.UnpackedLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private DuckDB for one import, in memory or in a file of its working folder. It may read the given files and write to its working folder; it
 * loads no extensions and has no network access, and its settings are locked.
 */
public final class Duck implements AutoCloseable {

    /** Processes a row. */
    public interface RowAction {
        void accept(ResultSet row) throws SQLException, IOException;
    }

    /** Writes one row to an appender. */
    public interface RowFill {
        void put(long row, DuckDBAppender into) throws SQLException;
    }

    private static final int USUAL_MEGABYTES = 520;
    private static final int COLLECT_ROWS = 1 << 22;
    private static final UnpackedLibrary LIBRARY =
            new UnpackedLibrary("DuckDB", 60, Pattern.compile("libduckdb_java\\d+\\.so"));
    private static final Logger LOG = LoggerFactory.getLogger(Duck.class);

    private final Connection connection;
    private final Progress progress;
    private final AtomicReference<Statement> running = new AtomicReference<>();
    private final Runnable unwatch;
    private final Staging staging;
    private volatile Range range = new Range(0, 0);

    /** The range of the whole progress that a stage covers. */
    private record Range(double from, double to) {}

    /** Where tables are stored. */
    public enum Staging {
        MEMORY,
        /** In a file of the working folder, uncompressed: compression takes more than half of the reading time. */
        FILE,
        /** In such a file, compressed: for logs that would fill a disk. */
        PACKED_FILE
    }

    public Duck(Path work, List<Path> readable, PrepareOptions options, Progress progress) {
        this(work, readable, options, progress, Staging.MEMORY);
    }

    public Duck(Path work, List<Path> readable, PrepareOptions options, Progress progress, Staging staging) {
        this.progress = progress;
        this.staging = staging;
        try {
            connection = connect();
        } catch (SQLException e) {
            throw failed(e);
        }
        unwatch = progress.watch(this::breakOff, this::fraction);
        run("SET enable_progress_bar = true");
        run("SET enable_progress_bar_print = false");
        if (options.resources().threads() > 0) {
            run("SET threads = " + options.resources().threads());
        }
        // Otherwise DuckDB would turn a list of a few texts into a join, and a join changes the order of rows.
        run("SET disabled_optimizers = 'in_clause'");
        run("SET TimeZone = 'UTC'");
        run("SET memory_limit = '" + memoryMegabytes(options) + "MB'");
        run("SET temp_directory = " + literal(work.toString()));
        run("SET allowed_directories = [" + literal(work.toString()) + ", " + path(work) + "]");
        run("SET allowed_paths = ["
                + readable.stream()
                        .flatMap(path -> Stream.of(literal(path.toString()), path(path)))
                        .collect(Collectors.joining(", "))
                + "]");
        if (staging != Staging.MEMORY) {
            run("ATTACH " + literal(work.resolve("stage.db").toString()) + " AS stage");
            run("USE stage");
            // No checkpoints: the file is deleted after the import.
            run("SET checkpoint_threshold = '1TB'");
            run("PRAGMA disable_checkpoint_on_shutdown");
        }
        if (staging == Staging.FILE) {
            run("SET force_compression = 'uncompressed'");
        }
        run("SET enable_external_access = false");
        run("SET lock_configuration = true");
    }

    /** Loads the native library. */
    public static void load() {
        try (Connection first = connect()) {
            LOG.debug("DuckDB {}", first.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    /** Connects in memory, with automatic download and loading of extensions off from the start. */
    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        return LIBRARY.use(() -> new DuckDBDriver().connect("jdbc:duckdb:", properties));
    }

    public static int memoryMegabytes(PrepareOptions options) {
        return options.resources().memoryMegabytes() > 0 ? options.resources().memoryMegabytes() : USUAL_MEGABYTES;
    }

    /** Escapes a file name: DuckDB would take * ? [ in it for a pattern. */
    public static String path(Path file) {
        return literal(file.toString().replaceAll("([*?\\[])", "[$1]"));
    }

    /** A text in SQL. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Texts in SQL, as a list in brackets. */
    public static String literals(Collection<String> texts) {
        return texts.stream().sorted().map(Duck::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** SQL of the number in a text, NULL where it is not a finite number. */
    public static String finite(String text) {
        String number = "try_cast(" + text + " AS FLOAT)";
        return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
    }

    /** A name in SQL. */
    public static String name(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Sets the range of the whole progress that the next queries cover. */
    public void stage(String name, double from, double to) {
        collect();
        range = new Range(from, to);
        progress.at(name, from);
    }

    // Java lets its heap grow while the machine has memory. The import shares the process with the database and both
    // are to stay within 1 GB, so unused heap is returned now, which takes some hundredths of a second.
    private void collect() {
        if (staging != Staging.MEMORY) {
            System.gc();
        }
    }

    // Called from another thread while a query runs.
    private double fraction() {
        Range now = range;
        if (running.get() instanceof DuckDBPreparedStatement statement) {
            try {
                double share = statement.getQueryProgress().getPercentage() / 100;
                return share >= 0 ? now.from + (now.to - now.from) * Math.min(1, share) : -1;
            } catch (SQLException e) {
                LOG.debug("the query had ended before it could be asked", e);
            }
        }
        return -1;
    }

    private void breakOff() {
        Statement statement = running.get();
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("the query had ended before it could be broken off", e);
            }
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        running.set(statement);
        return statement;
    }

    public void run(String sql) {
        ImportCancelled.check(progress);
        long began = System.nanoTime();
        try (Statement statement = statement()) {
            statement.execute(sql);
            took(began, sql);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            running.set(null);
        }
    }

    /** Calls the action for every row of the result. */
    public void each(String sql, RowAction action) throws IOException {
        ImportCancelled.check(progress);
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            long count = 0;
            long began = System.nanoTime();
            while (rows.next()) {
                if ((++count & 0xFFFF) == 0) {
                    ImportCancelled.check(progress);
                }
                if (count % COLLECT_ROWS == 0) {
                    collect();
                }
                action.accept(rows);
            }
            took(began, sql);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            running.set(null);
        }
    }

    /** Makes a table with the rows that the action writes. */
    public void fill(String table, List<String> columns, long rows, RowFill action) {
        table(table, columns);
        append(table, rows, action);
    }

    /** Makes an empty table. */
    void table(String table, List<String> columns) {
        run("CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
    }

    /** Adds the rows that the action writes. */
    void append(String table, long rows, RowFill action) {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (long row = 0; row < rows; row++) {
                if ((row & 0xFFFF) == 0) {
                    ImportCancelled.check(progress);
                }
                appender.beginRow();
                action.put(row, appender);
                appender.endRow();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void took(long began, String sql) {
        LOG.debug("{} ms: {}", (System.nanoTime() - began) / 1_000_000, sql);
    }

    /** The one number that the query gives. */
    public long number(String sql) {
        ImportCancelled.check(progress);
        long began = System.nanoTime();
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            long number = rows.getLong(1);
            took(began, sql);
            return number;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            running.set(null);
        }
    }

    private RuntimeException failed(SQLException e) {
        ImportCancelled.check(progress);
        String message = e.getMessage() == null ? "" : e.getMessage();
        // The message of an error during streaming follows a line about the stream.
        String first = message.lines()
                .filter(line -> line.startsWith("Error: "))
                .findFirst()
                .or(() -> message.lines().findFirst())
                .orElse("");
        boolean memory = message.contains("Out of Memory");
        Problem.Builder problem =
                memory ? Problem.resource(Duck.class, "memory") : Problem.badInput(Duck.class, "refused");
        return problem.with("reason", first).exception(e);
    }

    @Override
    public void close() {
        unwatch.run();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
