package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.Schema;
import dev.interestlens.data.Seal;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.layout.AnyTable;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * One import: reads the files of a plan and writes a data set into a folder of its own.
 *
 * @param unread files beside those of the plan, to be named in the audit
 */
public record Import(ImportPlan plan, List<Path> unread, PrepareOptions options, Disk disk, Progress progress) {
    // An eighth of the memory: tables and sorting them take several times the size of their text; 160 MB of text in 360
    // MB were too much.
    private static final long STAGED_FROM_SHARE = (1 << 20) / 8;
    private static final long PACKED_FROM_SHARE = 2 << 20;

    /** Share of the rows of users with several rows, from which on one time a user is said to be the rule. */
    private static final double MEANINGLESS_FROM_SHARE = 0.95;

    /**
     * Runs the import on this machine.
     *
     * @param work for temporary files
     * @param folder empty; will hold the data set
     */
    public void run(Path work, Path folder) throws IOException {
        run(work, folder, bytes -> usual(bytes, Duck.memoryMegabytes(options)));
    }

    /**
     * The same.
     *
     * @param staging decides where tables are stored by the number of bytes of events; it does not change the result
     */
    public void run(Path work, Path folder, LongFunction<Duck.Staging> staging) throws IOException {
        try (EventEngine engine = new DuckEngine(work, options, disk, progress, staging)) {
            run(engine, folder);
        }
    }

    /** The same with a given engine. */
    public void run(EventEngine engine, Path folder) throws IOException {
        Unchanged files = Unchanged.of(
                plan.tables().stream().map(table -> table.head().file()).toList());
        Map<TableInput, TextTable> tables = engine.scan(plan);
        Audit rejected = new Audit();
        Audit notes = new Audit();
        files(notes, tables.values());
        List<TextTable> logs = plan.logs().stream().map(tables::get).toList();
        EventLoad load = load(engine, folder, logs, rejected, notes);
        engine.stage("encode", 0.52, 0.6);
        boolean timed = plan.events().has(Roles.TIME);
        long good = new GoodRows(engine, options.rules(), load.lines(), rejected, notes)
                .run(plan.events(), plan.isWritten());
        if (good == 0) {
            throw Problem.badInput(
                            EventLoad.class, "noneLeft", plan.events().head().file())
                    .exception("rejected", rejected.total());
        }
        load.tellTimes();
        contradictions(engine, notes);
        commas(notes);
        codes(notes);
        eventTypes(notes);
        ratings(notes, good);
        boolean joined = options.rules().joinIds();
        EntityLoad items = new EntityLoad(engine.items(), disk, folder, notes, joined);
        int itemCount = items.items(plan, plan.items().map(tables::get).orElse(null), options);
        engine.stage("encode", 0.66, 0.7);
        EntityLoad users = new EntityLoad(engine.users(), disk, folder, notes, joined);
        int userCount = users.users(plan, plan.users().map(tables::get).orElse(null));
        engine.stage("sort", 0.7, 0.8);
        List<ColumnSum> sums = new ArrayList<>(items.sums());
        sums.addAll(users.sums());
        EventEngine.Written written =
                engine.write(plan.events(), folder, options.rules().dropDuplicates(), userCount);
        sums.addAll(written.sums());
        files.require(tables.values());
        progress.at("check", 0.95);
        doubtful(rejected, notes, written.events(), load.lines(), timed);
        told(notes, written.contexts(), written.kinds());
        missing(notes, written.contexts(), written.events().with(written.impressions()));
        oneClass(notes, written.events().rows(), written.impressions().rows());
        Schema schema = schema(items.fields(), users.fields(), written.contexts(), itemCount);
        fewCategories(notes, schema);
        Seal.put(
                disk,
                folder,
                sums,
                sum -> info(load, tables, schema, rejected, notes, written, userCount, fingerprint(sum, schema)));
    }

    /** What is to be told of the files themselves. */
    private void files(Audit notes, Collection<TextTable> tables) {
        for (Path file : unread) {
            String name = file.getFileName().toString();
            String reason = plan.unread(name);
            notes.note(reason, name, 1);
        }
        Optional.ofNullable(plan.made().get(DatasetInfo.PLANTED)).ifPresent(law -> {
            notes.note("plantedSource", "", 1);
            notes.example("plantedSource", "", law);
        });
        for (TextTable table : tables) {
            String name = table.source().name();
            notes.note("bytesBehind", name, table.scan().behind());
            notes.note("historyTimes", name, table.head().kind() == FileKind.MIND_LINES ? 1 : 0);
            if (table.head().encoding().isGuess()) {
                notes.note("encodingTried", name, 1);
                notes.example("encodingTried", name, table.head().encoding().text());
            }
        }
    }

    private EventLoad load(EventEngine engine, Path folder, List<TextTable> logs, Audit rejected, Audit notes)
            throws IOException {
        try (RejectedRows rows = new RejectedRows(folder)) {
            EventLoad load = new EventLoad(engine, plan, options, rejected, notes, rows);
            load.run(logs);
            return load;
        }
    }

    private static Duck.Staging usual(long bytes, int megabytes) {
        if (bytes < megabytes * STAGED_FROM_SHARE) {
            return Duck.Staging.MEMORY;
        }
        return bytes < megabytes * PACKED_FROM_SHARE ? Duck.Staging.FILE : Duck.Staging.PACKED_FILE;
    }

    private static Schema schema(List<Field> items, List<Field> users, List<Field> contexts, int itemCount) {
        List<Field> all = new ArrayList<>();
        all.add(Field.categorical("item", itemCount + Field.FIRST));
        all.addAll(items);
        return new Schema(all, users, contexts);
    }

    /** Equal where all columns and the scales of numbers are equal. */
    private static String fingerprint(String columns, Schema schema) {
        List<String> scales = Stream.of(schema.itemFields(), schema.userFields(), schema.contextFields())
                .flatMap(List::stream)
                .map(Field::scale)
                .filter(Objects::nonNull)
                .map(scale -> scale.low() + " " + scale.high())
                .toList();
        return scales.isEmpty()
                ? columns
                : Sha256.of((columns + String.join("\n", scales)).getBytes(StandardCharsets.UTF_8));
    }

    private DatasetInfo info(
            EventLoad load,
            Map<TableInput, TextTable> tables,
            Schema schema,
            Audit rejected,
            Audit notes,
            EventEngine.Written written,
            int userCount,
            String fingerprint) {
        PieceStats events = written.events();
        boolean timed = plan.events().has(Roles.TIME);
        return new DatasetInfo(
                Layout.VERSION,
                new DatasetInfo.Origin(
                        plan.name(),
                        plan.format(),
                        plan.tables().stream()
                                .map(table -> tables.get(table).source())
                                .toList(),
                        settings(load.settings(), tables.get(plan.events()).head())),
                new DatasetInfo.Counts(
                        events.rows(),
                        written.impressions().rows(),
                        userCount,
                        schema.itemFields().get(Schema.ITEM).size() - Field.FIRST,
                        schema.hasCategory()
                                ? schema.itemFields().get(Schema.CATEGORY).size() - Field.FIRST
                                : 0),
                schema,
                new DatasetInfo.Audit(
                        rejected.findings(),
                        notes.findings(),
                        events.duplicates().count(),
                        events.ties().count()),
                new LengthSummary(written.lengths()).histories(),
                timed && events.rows() > 0
                        ? new DatasetInfo.Times(events.earliest(), events.latest(), true)
                        : new DatasetInfo.Times(0, 0, timed),
                plan.events().has(Roles.LABEL),
                fingerprint);
    }

    private void commas(Audit notes) {
        for (TableInput table : plan.tables()) {
            table.mapping().each((role, column) -> table.comma(role).ifPresent(example -> {
                notes.note("decimalComma", column, 1);
                notes.example("decimalComma", column, example + " = " + DecimalComma.point(example));
            }));
        }
    }

    private void codes(Audit notes) {
        if (plan.noCategory().contains(TextTable.NA)) {
            for (TableInput table : plan.tables()) {
                table.codesBesideNa().forEach((column, codes) -> {
                    notes.note("codeNa", column, 1);
                    notes.example("codeNa", column, codes);
                });
            }
        }
    }

    // What was only shown or taken back looks like a choice where no label parts them.
    private void eventTypes(Audit notes) {
        List<String> types = plan.events().eventTypes();
        if (types.size() > 1
                && options.rules().kinds().isEmpty()
                && !plan.events().has(Roles.LABEL)) {
            notes.note("eventTypesAlike", "", types.size());
            notes.example("eventTypesAlike", "", String.join(", ", types));
        }
        plan.events().told().returns().forEach((column, example) -> {
            notes.note("mayBeReturns", column, 1);
            notes.example("mayBeReturns", column, example);
        });
        plan.events().told().afterTheChoice().forEach(column -> notes.note("afterTheChoice", column, 1));
    }

    // A low rating looks like a choice, too, where no threshold parts them.
    private void ratings(Audit notes, long rows) {
        TableInput log = plan.events();
        boolean all = Double.isNaN(options.rules().minimumRating()) && !log.has(Roles.LABEL);
        if (all && log.has(Roles.RATING) && plan.format().equals(AnyTable.ID)) {
            notes.note("ratingsAlike", "", rows);
            List<String> seen = log.head().values(log.column(Roles.RATING));
            notes.example("ratingsAlike", "", String.valueOf(Labels.offered(seen)));
        }
    }

    private void doubtful(Audit rejected, Audit notes, PieceStats events, LogLines lines, boolean timed) {
        boolean dropped = options.rules().dropDuplicates();
        String reason = dropped ? "duplicatesDropped" : "duplicates";
        PieceStats.RowCount duplicates = events.duplicates();
        (dropped ? rejected : notes).note(reason, lines.file(), duplicates.count(), lines.lines(duplicates.first()));
        notes.note(
                "ties",
                lines.file(),
                events.ties().count(),
                lines.lines(events.ties().first()));
        if (plan.logs().size() > 1 && (!timed || events.ties().count() > 0)) {
            notes.note("fileOrder", "", plan.logs().size());
            notes.example(
                    "fileOrder",
                    "",
                    SourceFiles.names(plan.logs().stream()
                            .map(table -> table.head().file())
                            .toList()));
        }
        if (!timed) {
            notes.note("noTimes", "", events.rows());
            plan.events().told().maybeTimes().forEach(column -> notes.note("maybeTime", column, events.rows()));
        } else if (events.unordered() >= MEANINGLESS_FROM_SHARE * events.several()) {
            notes.note("orderMeansNothing", "", events.unordered());
        }
    }

    private static void told(Audit notes, List<Field> contexts, List<FieldKind> kinds) {
        for (int c = 0; c < contexts.size(); c++) {
            kinds.get(c)
                    .tell(notes, Layout.context(Layout.EVENTS, contexts.get(c).name()));
        }
    }

    private static void missing(Audit notes, List<Field> contexts, PieceStats rows) {
        for (int c = 0; c < contexts.size(); c++) {
            notes.note(
                    "numberMissing",
                    Layout.context(Layout.EVENTS, contexts.get(c).name()),
                    rows.missing().get(c));
        }
    }

    // The first row with a value counts. Titles and categories of a file of their own count before those of the log.
    private void contradictions(EventEngine engine, Audit notes) throws IOException {
        for (ColumnRole role : EventSql.told(plan.events())) {
            boolean user = role.kind().owner() == Roles.Owner.USER;
            if ((user ? plan.users() : plan.items())
                    .filter(table -> table.has(role))
                    .isPresent()) {
                continue;
            }
            String key = user ? "u" : "i";
            String value = engine.told(role);
            String column = plan.events().column(role);
            String several =
                    "SELECT " + key + " AS k, min(" + value + ") AS a, max(" + value + ") AS b FROM good WHERE " + value
                            + " IS NOT NULL GROUP BY " + key + " HAVING min(" + value + ") <> max(" + value + ")";
            notes.note("severalValues", column, engine.number("SELECT count(*) FROM (" + several + ")"));
            engine.each(
                    "SELECT k, a, b FROM (" + several + ") ORDER BY k LIMIT 1",
                    row -> notes.example(
                            "severalValues", column, row.text(1) + ": " + row.text(2) + ", " + row.text(3)));
        }
    }

    private void oneClass(Audit notes, long chosen, long shown) {
        if (plan.events().has(Roles.LABEL)) {
            notes.note("allNegative", "", chosen == 0 ? shown : 0);
            notes.note("allPositive", "", shown == 0 ? chosen : 0);
        }
    }

    private static void fewCategories(Audit notes, Schema schema) {
        int categories =
                schema.hasCategory() ? schema.itemFields().get(Schema.CATEGORY).size() - Field.FIRST : 2;
        if (categories < 2) {
            notes.note("fewCategories", "", Math.max(1, categories));
        }
    }

    private Map<String, String> settings(Map<String, String> guessed, TextHead events) {
        Map<String, String> all = new TreeMap<>(guessed);
        all.putAll(plan.made());
        all.put("encoding", events.charset().name());
        all.put("separator", plan.events().head().dialect().separator());
        all.put("quote", plan.events().head().dialect().quote());
        all.put("maxCategories", Integer.toString(options.maxCategories()));
        all.put("dropDuplicates", Boolean.toString(options.rules().dropDuplicates()));
        Map<String, String> chosen = new TreeMap<>(options.settings());
        chosen.keySet().removeAll(List.of("encoding", "separator", "quote", "time", "threads", "memoryMegabytes"));
        all.putAll(chosen);
        for (TableInput table : plan.tables()) {
            String file = table.head().file().getFileName().toString();
            all.putAll(table.told().settings(file, table.mapping()));
        }
        return all;
    }
}
