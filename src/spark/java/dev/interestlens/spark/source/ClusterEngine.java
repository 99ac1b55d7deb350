package dev.interestlens.spark.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.ScanSummary;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.load.ContextFields;
import dev.interestlens.data.source.load.EventEngine;
import dev.interestlens.data.source.load.EventPiece;
import dev.interestlens.data.source.load.EventSql;
import dev.interestlens.data.source.load.FieldKind;
import dev.interestlens.data.source.load.LogLines;
import dev.interestlens.data.source.load.PieceStats;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.time.FarTimes;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Prepares a log on many machines: tasks read parts of it with the same SQL as on one machine, and the cluster holds and sorts the rows. This machine
 * combines the results of the tasks and numbers items and users, as it does for a local log.
 */
public final class ClusterEngine implements EventEngine {
    private final Cluster cluster;
    private final Path work;
    private final PrepareOptions options;
    private final Disk disk;
    private final Progress progress;
    private final Runnable unwatch;
    private Map<TableInput, TextTable> tables = Map.of();
    private List<TextTable> logs = List.of();
    private LogParts parts = new LogParts(List.of(), List.of());
    private List<LogReader.Scanned> scans = List.of();
    private ReadParts read;
    private LogReader reader;
    private EventSql sql;
    private Duck duck;
    private Duck items;
    private Duck users;
    private volatile double reached;
    private String stage = "scan";

    ClusterEngine(Cluster cluster, Path work, PrepareOptions options, Disk disk, Progress progress) {
        this.cluster = cluster;
        this.work = work;
        this.options = options;
        this.disk = disk;
        this.progress = progress;
        unwatch = progress.watch(cluster::breakOff, () -> reached);
    }

    /**
     * Prepares a log with a cluster.
     *
     * @param sources local files; for files elsewhere, their beginnings under the same names
     */
    public static PreparedDataset prepare(
            List<Path> sources, PrepareOptions options, OutputPath target, Progress progress, Cluster cluster) {
        return Sources.prepare(
                sources,
                options,
                target,
                progress,
                (scratch, disk) -> new ClusterEngine(cluster, scratch, options, disk, progress));
    }

    @Override
    public void stage(String name, double from, double to) {
        ImportCancelled.check(progress);
        stage = name;
        reached = from;
        progress.at(name, from);
    }

    private void done(double from, double to, double share) {
        reached = from + (to - from) * share;
        progress.at(stage, reached);
    }

    private <A extends Serializable> List<A> map(List<LogPart> some, Cluster.Task<A> task, double from, double to) {
        ImportCancelled.check(progress);
        return cluster.map(some, task, share -> done(from, to, share));
    }

    @Override
    public Map<TableInput, TextTable> scan(ImportPlan plan) {
        stage("scan", 0, 0.12);
        boolean guessed = options.text().encoding().equals(PrepareOptions.AUTO);
        Map<TableInput, TextTable> found = new LinkedHashMap<>();
        reader = new LogReader(plan.logs());
        try {
            parts = LogParts.of(plan.logs(), cluster, this::rows);
            LogReader own = reader; // tasks must not capture this engine
            scans = map(parts.parts(), own::scan, 0, 0.1);
            List<String> sums = map(parts.wholes(), own::sum, 0.1, 0.12);
            for (int file = 0; file < plan.logs().size(); file++) {
                TextHead head = plan.logs().get(file).head();
                found.put(plan.logs().get(file), table(head, file, sums, guessed));
            }
        } catch (IOException e) {
            throw Compression.unreadable(plan.events().head().file(), e);
        }
        for (TableInput input : plan.tables()) {
            found.computeIfAbsent(input, other -> TextTable.of(other.head(), guessed, work, progress, 0.12, 0.12));
        }
        tables = found;
        logs = plan.logs().stream().map(tables::get).toList();
        duck = duck(List.of());
        return tables;
    }

    /** @param guessed whether nobody chose the encoding: machines that read parts of a file cannot try another one, as one machine does */
    private TextTable table(TextHead head, int file, List<String> sums, boolean guessed) throws IOException {
        try {
            return parts.table(head, file, scans, sums, cluster.size(head.file()));
        } catch (ProblemException e) {
            if (!guessed || !e.problem().key().equals("encoding")) {
                throw e;
            }
            throw Problem.badInput(ClusterEngine.class, "encodingOnCluster", head.file())
                    .line(Long.parseLong(e.problem().values().get("line")))
                    .with("encoding", head.charset())
                    .exception(e);
        }
    }

    private long rows(Path parquet) {
        try (Duck counting = duck(List.of(parquet))) {
            return counting.number("SELECT count(*) FROM read_parquet(" + Duck.path(parquet) + ")");
        }
    }

    private Duck duck(List<Path> readable) {
        return new Duck(work, readable, options, progress);
    }

    @Override
    public Duck duck() {
        return duck;
    }

    private List<ScanSummary> wholeScans() {
        return new ArrayList<>(logs.stream().map(TextTable::scan).toList());
    }

    @Override
    public TimeColumn.Values times(TableInput input, Trim around) {
        String value = Csv.value(input, Roles.TIME, around);
        LogReader own = reader;
        List<ScanSummary> whole = wholeScans();
        return (columns, conditions) -> {
            List<String> wanted = new ArrayList<>(conditions);
            List<ArrayList<String>> found = map(
                    parts.parts(),
                    (part, files) -> own.least(part, files, whole.get(part.file()), value, columns, wanted),
                    0.12,
                    0.12);
            List<String> least = new ArrayList<>();
            for (int n = 0; n < wanted.size(); n++) {
                int condition = n;
                least.add(found.stream()
                        .map(some -> some.get(condition))
                        .filter(Objects::nonNull)
                        .min(ClusterEngine::compare)
                        .orElse(null));
            }
            return least;
        };
    }

    /** Compares texts as DuckDB does, byte by byte, and not as Java does. */
    private static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void load(EventSql rows, List<TextTable> files, FileTaker taker) throws IOException {
        stage("read", 0.12, 0.52);
        sql = rows;
        PublishedColumns columns = new PublishedColumns(sql);
        String query = LogReader.query(sql, columns);
        LogReader own = reader;
        List<ScanSummary> whole = wholeScans();
        List<LogReader.Read> reads =
                map(parts.parts(), (part, at) -> own.read(part, at, whole.get(part.file()), query), 0.12, 0.52);
        read = ReadParts.of(parts, scans, reads);
        cluster.raw(read.files(), columns.types());
        for (int file = 0; file < files.size(); file++) {
            taker.take(files.get(file), read.end(file), read.rejects(file));
        }
    }

    @Override
    public List<Out> out(LogLines.Span span) {
        return read.out(span);
    }

    @Override
    public long number(String query) {
        return ((Number) rows(query).get(0)[0]).longValue();
    }

    private List<Object[]> rows(String query) {
        ImportCancelled.check(progress);
        return cluster.rows(query);
    }

    @Override
    public void each(String query, RowTaker taker) throws IOException {
        for (Object[] row : rows(query)) {
            taker.take(new Row(row));
        }
    }

    /** A row of the cluster's result. */
    private record Row(Object[] row) implements Values {
        @Override
        public long number(int column) {
            return ((Number) row[column - 1]).longValue();
        }

        @Override
        public String text(int column) {
            return (String) row[column - 1];
        }
    }

    @Override
    public List<String> texts(LogLines.Span span, String wanted, int most) {
        return rows("SELECT concat_ws(' ', u, i, tt, lt) FROM raw WHERE bad IS NOT NULL AND rowid >= " + span.first()
                        + " AND rowid < " + span.end() + wanted + " ORDER BY rowid LIMIT " + most)
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    @Override
    public List<String> values(LogLines.Span span, ColumnRole role, String reason, int most) {
        String column = role == Roles.TIME ? "tt" : "lt";
        return rows("SELECT coalesce(" + column + ", '') FROM raw WHERE rowid >= " + span.first() + " AND rowid < "
                        + span.end() + " AND bad = '" + reason + "' ORDER BY rowid LIMIT " + most)
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    @Override
    public String told(ColumnRole role) {
        return "a" + sql.told().indexOf(role);
    }

    @Override
    public FarTimes farTimes() throws IOException {
        List<Object[]> sample = rows("SELECT t FROM raw WHERE " + FarTimes.sample(read.rows()));
        try (Duck counting = duck(List.of())) {
            counting.fill(
                    "sample",
                    List.of("t BIGINT"),
                    sample.size(),
                    (row, into) -> into.append((long) sample.get((int) row)[0]));
            return FarTimes.of(counting, "sample");
        }
    }

    @Override
    public void core(String condition, int k) {
        cluster.core(condition, k);
    }

    @Override
    public void good(String order, String condition) {
        boolean often = options.rules().core() > 1;
        cluster.view("good", "SELECT rowid AS row, " + order + " AS ord, * FROM raw WHERE " + condition, often);
    }

    @Override
    public Duck items() {
        items = entities("i", tables.values());
        return items;
    }

    @Override
    public Duck users() {
        users = entities("u", tables.values());
        return users;
    }

    /** A DuckDB with one row for each item or user, with everything that the log says about it. */
    private Duck entities(String key, Collection<TextTable> readable) {
        List<ColumnRole> told = sql.told();
        List<String> columns = new ArrayList<>();
        StringBuilder named = new StringBuilder();
        for (int n = 0; n < told.size(); n++) {
            boolean user = told.get(n).kind().owner() == Roles.Owner.USER;
            if (user == key.equals("u")) {
                columns.add("a" + n);
                named.append(", a" + n + " AS " + EventSql.column(told.get(n)));
            }
        }
        try {
            List<Path> files = cluster.entities(key, columns, Files.createDirectories(work.resolve("entities-" + key)));
            List<Path> all = new ArrayList<>(files);
            readable.forEach(table -> all.add(table.readable()));
            Duck own = duck(all);
            own.run("CREATE TABLE raw AS SELECT " + key + named + " FROM read_parquet(" + list(files) + ")");
            own.run("CREATE VIEW good AS SELECT rowid AS row, * FROM raw");
            return own;
        } catch (IOException e) {
            throw Compression.unreadable(work, e);
        }
    }

    private static String list(List<Path> files) {
        return files.stream().map(Duck::path).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Written write(TableInput input, Path folder, boolean dropDuplicates, int count) throws IOException {
        boolean timed = input.has(Roles.TIME);
        boolean fractions =
                timed && read.mayHaveFractions() && number("SELECT count(*) FROM good WHERE t % 1000000 <> 0") > 0;
        table(items, "SELECT i, id FROM items", "items");
        List<ColumnSum> sums = new ArrayList<>();
        List<Field> contexts = new ArrayList<>();
        List<FieldKind> kinds = new ArrayList<>();
        List<String> columns = contexts(input, folder, contexts, kinds, sums);
        EventPiece.Shape shape = new EventPiece.Shape(
                timed,
                timed ? number(LAST) : 0,
                fractions,
                dropDuplicates,
                contexts.stream().map(Field::name).toList(),
                contexts.stream().map(Field::isCategorical).toList());
        boolean labelled = input.has(Roles.LABEL);
        Cluster.Sorting sorting = new Cluster.Sorting(shape, labelled, timed ? "t" : "ord", columns);
        List<Cluster.Piece> sorted = new ArrayList<>(cluster.sort(sorting, share -> done(0.7, 0.9, share)));
        sorted.sort(Comparator.comparingInt(Cluster.Piece::number));
        SortedPieces pieces = new SortedPieces(sorted, count, cluster, disk, progress);
        stage("write", 0.9, 0.95);
        int[] lengths = pieces.join(shape, Layout.EVENTS, folder, sums);
        if (labelled) {
            pieces.join(shape, Layout.IMPRESSIONS, folder, sums);
        }
        PieceStats shown = labelled ? pieces.stats(Cluster.Piece::impressions) : PieceStats.NONE;
        return new Written(pieces.stats(Cluster.Piece::events), shown, lengths, contexts, kinds, sums);
    }

    /** Makes the context fields; returns the column with the values of each. */
    private List<String> contexts(
            TableInput input, Path folder, List<Field> fields, List<FieldKind> kinds, List<ColumnSum> sums)
            throws IOException {
        List<String> columns = new ArrayList<>();
        List<String> names =
                input.fields(Roles.CONTEXT_FIELD).stream().map(FieldRole::name).toList();
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (int n = 0; n < names.size(); n++) {
            files.put(names.get(n), cluster.values("x" + n, Files.createDirectories(work.resolve("context-" + n))));
        }
        try (Duck own = duck(files.values().stream().flatMap(List::stream).toList())) {
            for (int n = 0; n < names.size(); n++) {
                own.run("CREATE TABLE seen_" + n + " AS SELECT x" + n + " AS " + Duck.name("x_" + names.get(n))
                        + " FROM read_parquet(" + list(files.get(names.get(n))) + ")");
            }
            ContextFields found = new ContextFields(own, input, name -> "seen_" + names.indexOf(name), disk, folder);
            for (int n = 0; n < names.size(); n++) {
                boolean ids = found.categorical().get(n);
                columns.add((ids ? "x" : "f") + n);
                if (ids) {
                    table(own, "SELECT x, id FROM " + ContextFields.table(names.get(n)), "context_" + n);
                }
            }
            fields.addAll(found.fields());
            kinds.addAll(found.kinds());
            sums.addAll(found.sums());
        }
        return columns;
    }

    private void table(Duck from, String query, String name) throws IOException {
        Path file = work.resolve(name + ".parquet");
        from.run("COPY (" + query + ") TO " + Duck.literal(file.toString()) + " (FORMAT parquet)");
        cluster.table(name, file);
    }

    @Override
    public void close() {
        unwatch.run();
        for (Duck each : Arrays.asList(duck, items, users)) {
            if (each != null) {
                each.close();
            }
        }
    }
}
