package dev.interestlens.data.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.DatasetInfo.SourceFile;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The engine of many machines: parts of the log are read by tasks with the same SQL, rows lie and are sorted in the cluster, and what was found of parts is
 * put together here. Items and users, one row each, are numbered here as on one machine.
 */
final class ClusterEngine implements EventEngine {
    private static final int BYTES_A_ROW = 16;
    private static final int BUFFER = 1 << 20;

    private final Cluster cluster;
    private final Path work;
    private final PrepareOptions options;
    private final Disk disk;
    private final Progress progress;
    private final Runnable unwatch;
    private Map<TableInput, TextTable> tables = Map.of();
    private List<TextTable> logs = List.of();
    private List<LogPart> parts = List.of();
    private List<LogReader.Read> reads = List.of();
    private long[] records = {};
    private long[] firsts = {};
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
        Map<TableInput, TextTable> found = new LinkedHashMap<>();
        reader = new LogReader(plan.logs());
        try {
            parts = parts(plan.logs());
            LogReader own = reader;
            List<LogReader.Scanned> scans = map(parts, own::scan, 0, 0.1);
            records = scans.stream().mapToLong(scan -> scan.summary().records()).toArray();
            List<LogPart> wholes = wholes(plan.logs());
            List<String> sums = map(wholes, own::sum, 0.1, 0.12);
            for (int file = 0; file < plan.logs().size(); file++) {
                found.put(plan.logs().get(file), table(plan.logs().get(file).head(), file, scans, wholes, sums));
            }
        } catch (IOException e) {
            throw Compression.unreadable(plan.events().head().file(), e);
        }
        for (TableInput input : plan.tables()) {
            found.computeIfAbsent(input, other -> TextTable.of(other.head(), work, progress, 0.12, 0.12));
        }
        tables = found;
        logs = plan.logs().stream().map(tables::get).toList();
        duck = duck(List.of());
        return tables;
    }

    private TextTable table(
            TextHead head, int file, List<LogReader.Scanned> scans, List<LogPart> wholes, List<String> sums)
            throws IOException {
        List<ScanSummary> summaries = new ArrayList<>();
        String sum = "";
        for (LogPart part : parts) {
            if (part.file() != file) {
                continue;
            }
            LogReader.Scanned scan = scans.get(part.number());
            if (scan.problem() != null) {
                long before = summaries.stream().mapToLong(ScanSummary::lines).sum();
                throw scan.problem().furtherDown(before).of(head.file()).exception();
            }
            summaries.add(scan.summary());
            sum = scan.sha256();
        }
        for (int n = 0; n < wholes.size(); n++) {
            sum = wholes.get(n).file() == file ? sums.get(n) : sum;
        }
        SourceFile source = new SourceFile(head.file().getFileName().toString(), cluster.size(head.file()), sum);
        return new TextTable(head, head.file(), ScanSummary.of(summaries), source);
    }

    private List<LogPart> parts(List<TableInput> inputs) throws IOException {
        List<LogPart> all = new ArrayList<>();
        for (int file = 0; file < inputs.size(); file++) {
            TextHead head = inputs.get(file).head();
            String location = cluster.location(head.file());
            boolean parquet = head.kind() == FileKind.PARQUET;
            if (!parquet && !divisible(head)) {
                all.add(new LogPart(all.size(), file, location, LogPart.Kind.WHOLE, 0, cluster.size(head.file())));
                continue;
            }
            long end = parquet ? rows(head.file()) : cluster.size(head.file());
            long step = parquet ? cluster.partBytes() / BYTES_A_ROW : cluster.partBytes();
            LogPart.Kind kind = parquet ? LogPart.Kind.ROWS : LogPart.Kind.BYTES;
            for (long from = 0; from == 0 || from < end; from += step) {
                all.add(new LogPart(all.size(), file, location, kind, from, Math.min(end, from + step)));
            }
        }
        return all;
    }

    /** Whether every line feed of the file ends a record. */
    private static boolean divisible(TextHead head) throws IOException {
        return TextTable.plain(head) && head.dialect().quote().equals(Dialect.NO_QUOTE);
    }

    private long rows(Path parquet) {
        try (Duck counting = duck(List.of(parquet))) {
            return counting.number("SELECT count(*) FROM read_parquet(" + Csv.path(parquet) + ")");
        }
    }

    /** Of each file that is read in parts, one task that reads it from end to end. */
    private List<LogPart> wholes(List<TableInput> inputs) throws IOException {
        List<LogPart> all = new ArrayList<>();
        for (LogPart part : parts) {
            if (part.first() && part.kind() != LogPart.Kind.WHOLE) {
                long size = cluster.size(inputs.get(part.file()).head().file());
                all.add(new LogPart(all.size(), part.file(), part.location(), LogPart.Kind.WHOLE, 0, size));
            }
        }
        return all;
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
    public TimeColumn.Values times(TableInput input, boolean spaces) {
        String value = EventSql.value(input, Roles.TIME, spaces);
        LogReader own = reader;
        List<ScanSummary> whole = wholeScans();
        return (columns, conditions) -> {
            List<String> wanted = new ArrayList<>(conditions);
            List<ArrayList<String>> found = map(
                    parts,
                    (part, files) -> own.least(part, files, whole.get(part.file()), value, columns, wanted),
                    0.12,
                    0.12);
            List<String> least = new ArrayList<>();
            for (int n = 0; n < wanted.size(); n++) {
                String smallest = null;
                for (ArrayList<String> some : found) {
                    String text = some.get(n);
                    boolean less = text != null && (smallest == null || bytes(text, smallest) < 0);
                    smallest = less ? text : smallest;
                }
                least.add(smallest);
            }
            return least;
        };
    }

    // As DuckDB compares texts, and not as Java does.
    private static int bytes(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void load(EventSql rows, List<TextTable> files, FileTaker taker) throws IOException {
        stage("read", 0.12, 0.52);
        sql = rows;
        Map<String, String> values = values();
        List<Cluster.RawColumn> columns = columns(values);
        String query = LogReader.query(sql, columns, values);
        LogReader own = reader;
        List<ScanSummary> whole = wholeScans();
        reads = map(parts, (part, at) -> own.read(part, at, whole.get(part.file()), query), 0.12, 0.52);
        firsts = new long[parts.size() + 1];
        for (int n = 0; n < parts.size(); n++) {
            firsts[n + 1] = firsts[n] + reads.get(n).rows();
        }
        List<Cluster.RawFile> published = new ArrayList<>();
        for (int n = 0; n < parts.size(); n++) {
            published.add(new Cluster.RawFile(n, reads.get(n).name(), firsts[n]));
        }
        cluster.raw(published, columns);
        for (int file = 0; file < files.size(); file++) {
            taker.take(files.get(file), end(file), rejects(file));
        }
    }

    private long end(int file) {
        long end = 0;
        for (LogPart part : parts) {
            end = part.file() <= file ? firsts[part.number() + 1] : end;
        }
        return end;
    }

    // Records are numbered within their part.
    private List<Reject> rejects(int file) {
        List<Reject> all = new ArrayList<>();
        long before = 0;
        for (LogPart part : parts) {
            if (part.file() == file) {
                for (Reject reject : reads.get(part.number()).rejects()) {
                    all.add(new Reject(before + reject.record(), reject.type(), reject.text()));
                }
                before += records[part.number()];
            }
        }
        return all;
    }

    /** Published column → SQL over the columns of a row. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        boolean sampled = sql.rules().usersShare() < 1;
        values.put("u", kept("u", sampled));
        values.put("i", kept("i", sampled));
        values.put("t", "t");
        values.put("l", "l");
        if (sql.input().has(Roles.ORDER)) {
            values.put("o", "o");
        }
        values.put("bad", "bad");
        values.put("tt", "CASE WHEN bad IS NOT NULL THEN CAST(tt AS VARCHAR) END");
        values.put("lt", "CASE WHEN bad IS NOT NULL THEN lt END");
        int field = 0;
        for (String name : sql.contexts().keySet()) {
            String text = Duck.name("x_" + name);
            values.put("x" + field, kept(text, sampled));
            values.put("f" + field, "coalesce(" + Duck.finite(text) + ", 0)");
            field++;
        }
        List<String> told = sql.told();
        for (int n = 0; n < told.size(); n++) {
            values.put("a" + n, kept(Duck.name("a_" + told.get(n)), sampled));
        }
        return values;
    }

    // Most rows of a log of which a share is kept are only counted.
    private static String kept(String column, boolean sampled) {
        return sampled ? "CASE WHEN bad = 'usersLeftOut' THEN NULL ELSE " + column + " END" : column;
    }

    private static List<Cluster.RawColumn> columns(Map<String, String> values) {
        return values.keySet().stream()
                .map(name -> new Cluster.RawColumn(
                        name,
                        switch (name.charAt(0)) {
                            case 'o' -> "BIGINT";
                            case 'f' -> "FLOAT";
                            case 't' -> name.equals("t") ? "BIGINT" : "VARCHAR";
                            case 'l' -> name.equals("l") ? "FLOAT" : "VARCHAR";
                            default -> "VARCHAR";
                        }))
                .toList();
    }

    @Override
    public List<Out> out(LogLines.Span span) {
        Map<String, Out> all = new TreeMap<>();
        for (int n = 0; n < parts.size(); n++) {
            if (firsts[n] < span.first() || firsts[n + 1] > span.end() || firsts[n] == firsts[n + 1]) {
                continue;
            }
            long first = firsts[n];
            reads.get(n).out().forEach((reason, out) -> {
                List<Long> rows = out.first().stream().map(row -> first + row).toList();
                all.merge(reason, new Out(reason, out.count(), rows), ClusterEngine::sum);
            });
        }
        return List.copyOf(all.values());
    }

    private static Out sum(Out one, Out next) {
        List<Long> first = new ArrayList<>(one.first());
        next.first().stream().limit(Audit.FIRST - first.size()).forEach(first::add);
        return new Out(one.reason(), one.count() + next.count(), first);
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

    /** A row of the cluster's answer. */
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
    public String value(LogLines.Span span, String role, String reason) {
        String column = role.equals(Roles.TIME) ? "tt" : "lt";
        return (String) rows("SELECT coalesce(" + column + ", '') FROM raw WHERE rowid >= " + span.first()
                        + " AND rowid < " + span.end() + " AND bad = '" + reason + "' ORDER BY rowid LIMIT 1")
                .get(0)[0];
    }

    @Override
    public FarTimes farTimes() throws IOException {
        List<Object[]> sample = rows("SELECT t FROM raw WHERE " + FarTimes.sample(firsts[parts.size()]));
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

    // One row of each key, which says all that the log says of it.
    private Duck entities(String key, Collection<TextTable> readable) {
        List<String> told = sql.told();
        List<String> columns = new ArrayList<>();
        StringBuilder named = new StringBuilder();
        for (int n = 0; n < told.size(); n++) {
            if (told.get(n).startsWith(Roles.USER_FIELD) == key.equals("u")) {
                columns.add("a" + n);
                named.append(", a" + n + " AS " + Duck.name("a_" + told.get(n)));
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
        return files.stream().map(Csv::path).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Written write(TableInput input, Path folder, boolean dropDuplicates, int count) throws IOException {
        boolean timed = input.has(Roles.TIME);
        boolean perhaps = reads.stream().anyMatch(read -> read.fractions() > 0);
        boolean fractions = timed && perhaps && number("SELECT count(*) FROM good WHERE t % 1000000 <> 0") > 0;
        table(items, "SELECT i, id FROM items", "items");
        List<ColumnSum> sums = new ArrayList<>();
        List<Field> contexts = new ArrayList<>();
        List<String> columns = contexts(input, folder, contexts, sums);
        EventPiece.Shape shape = new EventPiece.Shape(
                timed,
                fractions,
                dropDuplicates,
                contexts.stream().map(Field::name).toList(),
                contexts.stream().map(Field::isCategorical).toList());
        boolean labelled = input.has(Roles.LABEL);
        Cluster.Sorting sorting = new Cluster.Sorting(shape, labelled, timed ? "t" : "ord", columns);
        List<Cluster.Piece> pieces = new ArrayList<>(cluster.sort(sorting, share -> done(0.7, 0.9, share)));
        pieces.sort(Comparator.comparingInt(Cluster.Piece::number));
        stage("write", 0.9, 0.95);
        int[] lengths = join(pieces, shape, Layout.EVENTS, folder, count, sums);
        PieceStats events = pieces.stream().map(Cluster.Piece::events).reduce(PieceStats.NONE, PieceStats::with);
        PieceStats shown = PieceStats.NONE;
        if (labelled) {
            join(pieces, shape, Layout.IMPRESSIONS, folder, count, sums);
            shown = pieces.stream().map(Cluster.Piece::impressions).reduce(PieceStats.NONE, PieceStats::with);
        }
        return new Written(events, shown, lengths, contexts, sums);
    }

    // Makes the field of each context and says which column has its values.
    private List<String> contexts(TableInput input, Path folder, List<Field> fields, List<ColumnSum> sums)
            throws IOException {
        List<String> columns = new ArrayList<>();
        List<String> names = List.copyOf(input.fields(Roles.CONTEXT_FIELD).keySet());
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
            sums.addAll(found.sums());
        }
        return columns;
    }

    private void table(Duck from, String query, String name) throws IOException {
        Path file = work.resolve(name + ".parquet");
        from.run("COPY (" + query + ") TO " + Duck.literal(file.toString()) + " (FORMAT parquet)");
        cluster.table(name, file);
    }

    // One file a column, summed up as the pieces pass by.
    private int[] join(
            List<Cluster.Piece> pieces,
            EventPiece.Shape shape,
            String rows,
            Path folder,
            int count,
            List<ColumnSum> sums)
            throws IOException {
        for (String column : shape.columns(rows)) {
            try (ColumnWriter writer = new ColumnWriter(disk, folder, column)) {
                byte[] bytes = new byte[BUFFER];
                for (Cluster.Piece piece : pieces) {
                    ImportCancelled.check(progress);
                    try (InputStream in = cluster.published(piece.name() + "/" + column)) {
                        for (int n = in.readNBytes(bytes, 0, BUFFER); n > 0; n = in.readNBytes(bytes, 0, BUFFER)) {
                            writer.put(n == BUFFER ? bytes : Arrays.copyOf(bytes, n));
                        }
                    }
                }
                sums.add(writer.finish());
            }
        }
        int[] lengths = new int[count];
        int user = 0;
        for (Cluster.Piece piece : pieces) {
            if (user + piece.users() > count) {
                throw lost(count);
            }
            byte[] bytes = new byte[piece.users() * Integer.BYTES];
            try (DataInputStream in =
                    new DataInputStream(cluster.published(piece.name() + "/" + Cluster.lengths(rows)))) {
                in.readFully(bytes);
            }
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(lengths, user, piece.users());
            user += piece.users();
        }
        if (user != count) {
            throw lost(count);
        }
        sums.add(EventWriter.offsets(disk, folder, rows, lengths));
        return lengths;
    }

    private static RuntimeException lost(int count) {
        return Problem.internal(ClusterEngine.class, "piecesLost")
                .with("users", count)
                .exception();
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
