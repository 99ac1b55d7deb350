package dev.interestlens.spark.source;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.ScanSummary;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.load.Audit;
import dev.interestlens.data.source.load.DuckEngine;
import dev.interestlens.data.source.load.EventEngine;
import dev.interestlens.data.source.load.EventSql;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads parts of a log separately, with the SQL that reads a whole one. The results of parts can be combined. It is serialised and sent to the
 * machines that read the parts.
 */
final class LogReader implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String SCAN = "interest_lens_scan";
    private static final int MEGABYTES = 400;
    private static final int PIECE = 1 << 18;

    /**
     * The result of scanning a part.
     *
     * @param sha256 of a whole file; else empty
     * @param problem its problem, with line numbers of the part; null where there is none
     */
    record Scanned(ScanSummary summary, String sha256, Problem problem) implements Serializable {}

    /**
     * The result of reading a part.
     *
     * @param name of the published rows
     * @param rows number of them
     * @param out reason → number of rows left out, and the first of them within the part
     * @param fractions rows whose time is no whole second
     */
    record Read(
            String name,
            long rows,
            Map<String, Out> out,
            List<EventEngine.Reject> rejects,
            long fractions,
            long earliest,
            long latest)
            implements Serializable {}

    /** Rows of a part that are left out for one reason. */
    record Out(long count, List<Long> first) implements Serializable {}

    /** The head of a file without its rows. */
    private record Head(FileKind kind, String charset, Dialect dialect, List<String> columns) implements Serializable {
        static Head of(TextHead head) {
            return new Head(head.kind(), head.charset().name(), head.dialect(), new ArrayList<>(head.columns()));
        }

        TextHead in(Path file, boolean first) {
            Dialect own = first ? dialect : dialect.withHeader(false).behind(0);
            return new TextHead(file, kind, EncodingGuess.known(Charset.forName(charset)), own, columns, List.of());
        }
    }

    private final List<Head> heads = new ArrayList<>();

    LogReader(List<TableInput> logs) {
        logs.forEach(log -> heads.add(Head.of(log.head())));
    }

    private TextHead head(LogPart part, Path file) {
        return heads.get(part.file()).in(file, part.first());
    }

    /** Scans a part. */
    Scanned scan(LogPart part, Cluster.Files files) throws IOException {
        try {
            return switch (part.kind()) {
                case WHOLE -> {
                    TextTable table =
                            TextTable.of(head(part, files.local()), false, files.work(), Progress.none(), 0, 1);
                    yield new Scanned(table.scan(), table.source().sha256(), null);
                }
                case BYTES -> new Scanned(TextTable.part(head(part, files.local())), "", null);
                case ROWS -> new Scanned(ScanSummary.EMPTY, "", null);
            };
        } catch (ProblemException e) {
            return new Scanned(ScanSummary.EMPTY, "", e.problem());
        }
    }

    /** The checksum of the whole file to which a part belongs. */
    String sum(LogPart part, Cluster.Files files) throws IOException {
        Sha256 sum = new Sha256();
        byte[] bytes = new byte[PIECE];
        try (InputStream in = files.whole()) {
            for (int n = in.readNBytes(bytes, 0, PIECE); n > 0; n = in.readNBytes(bytes, 0, PIECE)) {
                sum.update(bytes, 0, n);
            }
        }
        return sum.hex();
    }

    /** The smallest texts of the column of times, as {@link TimeColumn.Values#least} says. */
    ArrayList<String> least(
            LogPart part, Cluster.Files files, ScanSummary whole, String value, String columns, List<String> conditions)
            throws IOException {
        ArrayList<String> least = new ArrayList<>();
        try (Duck duck = duck(files)) {
            String scan = scan(duck, part, files, whole);
            String table = "(SELECT " + value + " AS v FROM " + scan + ")";
            duck.each(TimeColumn.Values.query(columns, conditions, table), row -> {
                for (int n = 1; n <= conditions.size(); n++) {
                    least.add(row.getString(n));
                }
            });
        }
        return least;
    }

    /** SQL of the published rows, for {@link #read}. */
    static String query(EventSql sql, PublishedColumns columns) {
        return "SELECT " + columns.list() + " FROM (" + sql.withTexts(SCAN) + ")";
    }

    /** Reads a part and publishes its rows. */
    Read read(LogPart part, Cluster.Files files, ScanSummary whole, String query) throws IOException {
        try (Duck duck = duck(files)) {
            String scan = scan(duck, part, files, whole);
            duck.run("CREATE TABLE part_rows AS " + query.replace(SCAN, scan));
            Path rows = files.work().resolve("rows.parquet");
            duck.run("COPY (SELECT CAST(" + part.number() + " AS INTEGER) AS part, rowid AS n, * FROM part_rows) TO "
                    + Duck.literal(rows.toString()) + " (FORMAT parquet)");
            Map<String, Out> out = new TreeMap<>();
            duck.each(
                    "SELECT bad, count(*), list(rowid ORDER BY rowid)[1:" + Audit.FIRST + "]::VARCHAR FROM part_rows"
                            + " WHERE bad IS NOT NULL GROUP BY bad",
                    row -> out.put(row.getString(1), new Out(row.getLong(2), numbers(row.getString(3)))));
            long[] figures = new long[4];
            duck.each(
                    "SELECT count(*), count(*) FILTER (WHERE bad IS NULL AND t % 1000000 <> 0), coalesce(min(t) FILTER"
                            + " (WHERE bad IS NULL), " + Long.MAX_VALUE
                            + "), coalesce(max(t) FILTER (WHERE bad IS NULL), " + Long.MIN_VALUE + ") FROM part_rows",
                    row -> {
                        for (int n = 0; n < figures.length; n++) {
                            figures[n] = row.getLong(n + 1);
                        }
                    });
            List<EventEngine.Reject> rejects = new ArrayList<>(DuckEngine.rejected(duck, "rejects"));
            String name = files.publish(rows);
            return new Read(name, figures[0], out, rejects, figures[1], figures[2], figures[3]);
        }
    }

    private static List<Long> numbers(String list) {
        List<Long> numbers = new ArrayList<>();
        for (String number : list.substring(1, list.length() - 1).split(", ")) {
            numbers.add(Long.parseLong(number));
        }
        return numbers;
    }

    private Duck duck(Cluster.Files files) throws IOException {
        PrepareOptions options =
                PrepareOptions.defaults().with("threads", "1").with("memoryMegabytes", String.valueOf(MEGABYTES));
        return new Duck(files.work(), List.of(files.local()), options, Progress.none());
    }

    private String scan(Duck duck, LogPart part, Cluster.Files files, ScanSummary whole) throws IOException {
        TextHead head = head(part, files.local());
        if (part.kind() == LogPart.Kind.ROWS) {
            Csv.scan(duck, new TextTable(head, head.file(), ScanSummary.EMPTY, null), "rejects");
            return "(SELECT * EXCLUDE (file_row_number) FROM read_parquet(" + Duck.path(head.file())
                    + ", file_row_number = true) WHERE file_row_number >= " + part.from() + " AND file_row_number < "
                    + part.to() + ")";
        }
        TextTable table = TextTable.known(head, part.kind() == LogPart.Kind.BYTES, whole, files.work());
        return Csv.scan(duck, table, "rejects");
    }
}
