package dev.interestlens.data.source.load;

import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.time.FarTimes;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** The engine of a single machine: everything is in one DuckDB. */
public final class DuckEngine implements EventEngine {

    private final Path work;
    private final PrepareOptions options;
    private final Disk disk;
    private final Progress progress;
    private final LongFunction<Duck.Staging> staging;
    private Map<TableInput, TextTable> tables = Map.of();
    private List<TextTable> logs = List.of();
    private EventSql sql;
    private Duck duck;
    private int scans;

    /**
     * @param work for temporary files
     * @param staging decides where tables are stored by the number of bytes of events; it does not change the result
     */
    DuckEngine(Path work, PrepareOptions options, Disk disk, Progress progress, LongFunction<Duck.Staging> staging) {
        this.work = work;
        this.options = options;
        this.disk = disk;
        this.progress = progress;
        this.staging = staging;
    }

    @Override
    public Map<TableInput, TextTable> scan(ImportPlan plan) {
        Map<TableInput, TextTable> found = new LinkedHashMap<>();
        List<TableInput> inputs = plan.tables();
        boolean guessed = options.text().encoding().equals(PrepareOptions.AUTO);
        for (int n = 0; n < inputs.size(); n++) {
            double from = 0.12 * n / inputs.size();
            double to = 0.12 * (n + 1) / inputs.size();
            found.put(inputs.get(n), TextTable.of(inputs.get(n).head(), guessed, work, progress, from, to));
        }
        tables = found;
        logs = plan.logs().stream().map(tables::get).toList();
        List<Path> readable = tables.values().stream().map(TextTable::readable).toList();
        duck = new Duck(work, readable, options, progress, staging.apply(bytes()));
        return tables;
    }

    private long bytes() {
        long bytes = 0;
        for (TextTable log : logs) {
            try {
                bytes += Files.size(log.readable());
            } catch (IOException e) {
                throw Compression.unreadable(log.readable(), e);
            }
        }
        return bytes;
    }

    @Override
    public void stage(String name, double from, double to) {
        duck.stage(name, from, to);
    }

    @Override
    public Duck duck() {
        return duck;
    }

    // Each scan of a file keeps its rejected records in a table of its own.
    private String rejects() {
        return "reject_events_" + scans++;
    }

    @Override
    public TimeColumn.Values times(TableInput input, Trim around) {
        return TimeColumn.Values.of(duck, () -> logs.stream()
                .map(table -> "SELECT " + Csv.value(input, Roles.TIME, around) + " AS v FROM "
                        + Csv.scan(duck, table, rejects()))
                .collect(Collectors.joining(" UNION ALL ", "(", ")")));
    }

    @Override
    public void load(EventSql rows, List<TextTable> files, FileTaker taker) throws IOException {
        sql = rows;
        for (int n = 0; n < files.size(); n++) {
            duck.stage("read", 0.12 + 0.4 * n / files.size(), 0.12 + 0.4 * (n + 1) / files.size());
            String rejects = rejects();
            String scan = Csv.scan(duck, files.get(n), rejects);
            duck.run((n == 0 ? "CREATE TABLE raw AS " : "INSERT INTO raw ") + sql.raw(scan));
            List<Reject> found = rejected(duck, rejects);
            taker.take(files.get(n), duck.number("SELECT count(*) FROM raw"), found);
        }
    }

    /** The records that a scan rejected, each once. */
    public static List<Reject> rejected(Duck duck, String table) throws IOException {
        List<Reject> rejects = new ArrayList<>();
        Map<String, String> types = new HashMap<>();
        duck.each(
                "SELECT line, error_type, any_value(csv_line) FROM " + table
                        + " GROUP BY ALL ORDER BY line, error_type",
                row -> {
                    long record = row.getLong(1);
                    if (rejects.isEmpty() || rejects.get(rejects.size() - 1).record() != record) {
                        String type = types.computeIfAbsent(row.getString(2), text -> text);
                        String text = rejects.size() < RejectedRows.MAX ? row.getString(3) : "";
                        rejects.add(new Reject(record, type, text));
                    }
                });
        return rejects;
    }

    @Override
    public List<Out> out(LogLines.Span span) throws IOException {
        String here = " FROM raw WHERE bad IS NOT NULL AND rowid >= " + span.first() + " AND rowid < " + span.end();
        Map<String, Long> counts = new LinkedHashMap<>();
        duck.each(
                "SELECT bad, count(*)" + here + " GROUP BY bad ORDER BY bad",
                row -> counts.put(row.getString(1), row.getLong(2)));
        List<Out> out = new ArrayList<>();
        for (Map.Entry<String, Long> reason : counts.entrySet()) {
            List<Long> first = new ArrayList<>();
            duck.each(
                    "SELECT rowid" + here + " AND bad = " + Duck.literal(reason.getKey()) + " ORDER BY rowid LIMIT "
                            + Audit.FIRST,
                    row -> first.add(row.getLong(1)));
            out.add(new Out(reason.getKey(), reason.getValue(), first));
        }
        return out;
    }

    @Override
    public long number(String query) {
        return duck.number(query);
    }

    @Override
    public void each(String query, RowTaker taker) throws IOException {
        duck.each(query, row -> taker.take(new Row(row)));
    }

    /** A row of DuckDB's result. */
    private record Row(ResultSet row) implements Values {
        @Override
        public long number(int column) {
            try {
                return row.getLong(column);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String text(int column) {
            try {
                return row.getString(column);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    // A row of raw does not hold the original texts of its time and label: where they are the reason, the row is read
    // again.
    @Override
    public List<String> texts(LogLines.Span span, String wanted, int most) throws IOException {
        List<String> texts = new ArrayList<>();
        duck.each(
                sql.texts(Csv.scan(duck, span.table(), rejects()), wanted) + " LIMIT " + most,
                row -> texts.add(row.getString(1)));
        return texts;
    }

    @Override
    public List<String> values(LogLines.Span span, ColumnRole role, String reason, int most) throws IOException {
        List<String> values = new ArrayList<>();
        duck.each(
                sql.values(Csv.scan(duck, span.table(), rejects()), role, reason) + " LIMIT " + most,
                row -> values.add(row.getString(1)));
        return values;
    }

    @Override
    public String told(ColumnRole role) {
        return EventSql.column(role);
    }

    @Override
    public FarTimes farTimes() throws IOException {
        return FarTimes.of(duck, "raw WHERE " + FarTimes.sample(duck.number("SELECT count(*) FROM raw")));
    }

    // Removes users and items with fewer than k events in turn until none is left.
    @Override
    public void core(String condition, int k) {
        duck.run("CREATE TABLE core_u AS SELECT DISTINCT u FROM raw WHERE " + condition);
        duck.run("CREATE TABLE core_i AS SELECT DISTINCT i FROM raw WHERE " + condition);
        long before = -1;
        long now = -2;
        while (now != before) {
            before = now;
            shrink("core_i", "i", "core_u", "u", condition, k);
            shrink("core_u", "u", "core_i", "i", condition, k);
            now = duck.number("SELECT (SELECT count(*) FROM core_u) + (SELECT count(*) FROM core_i)");
        }
    }

    private void shrink(String table, String key, String other, String otherKey, String condition, int k) {
        duck.run("CREATE OR REPLACE TABLE " + table + " AS SELECT " + key + " FROM raw WHERE " + condition + " AND "
                + otherKey + " IN (SELECT " + otherKey + " FROM " + other + ") GROUP BY " + key
                + " HAVING count(*) >= " + k);
    }

    @Override
    public void good(String order, String condition) {
        duck.run("CREATE VIEW good AS SELECT rowid AS row, " + order + " AS ord, * FROM raw WHERE " + condition);
    }

    @Override
    public Duck items() {
        return duck;
    }

    @Override
    public Duck users() {
        return duck;
    }

    @Override
    public Written write(TableInput input, Path folder, boolean dropDuplicates, int users) throws IOException {
        boolean fractions =
                input.has(Roles.TIME) && duck.number("SELECT count(*) FROM good WHERE t % 1000000 <> 0") > 0;
        long last = input.has(Roles.TIME) ? duck.number(EventEngine.LAST) : 0;
        EventWriter writer = new EventWriter(duck, disk, folder, input, dropDuplicates, last, fractions, users);
        return writer.run(progress);
    }

    @Override
    public void close() {
        if (duck != null) {
            duck.close();
        }
    }
}
