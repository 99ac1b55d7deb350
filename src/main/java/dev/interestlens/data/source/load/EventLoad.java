package dev.interestlens.data.source.load;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ColumnType;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.SampledRows;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.time.MonthDays;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.data.source.time.TimeDetail;
import dev.interestlens.data.source.time.TimeFormat;
import dev.interestlens.data.source.time.TimeFormats;
import dev.interestlens.data.source.time.TimeGuess;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.data.source.time.TimeRule;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files of events into the table {@code raw}: {@code u, i}, {@code t} in microseconds since 1970, {@code l} where there are labels, further
 * fields {@code x_NAME} and {@code a_ROLE}, and {@code bad}, the reason why a row is left out. The table's {@code rowid} is the order of the input.
 * Nothing else is kept, since each column costs memory at a hundred million rows.
 */
final class EventLoad {

    /** Reasons that come from chosen rules and are not errors of the file. */
    private static final Set<String> RULES = Stream.concat(
                    EventSql.RULES.stream(),
                    Stream.of("farTimesDropped", "core", "duplicatesDropped", "missingTime", "otherUnit"))
            .collect(Collectors.toUnmodifiableSet());

    /** Reasons that are about one value, and the role of that value. */
    private static final Map<String, Roles> VALUES = Map.of(
            "noTime", Roles.TIME,
            "outsideYears", Roles.TIME,
            "otherUnit", Roles.TIME,
            "noLabel", Roles.LABEL,
            "oddLabel", Roles.LABEL);

    private static final int SEEN = 200;

    private final EventEngine engine;
    private final ImportPlan plan;
    private final TableInput input;
    private final PrepareOptions options;
    private final Audit rejected;
    private final Audit notes;
    private final RejectedRows rows;
    private final LogLines lines = new LogLines();
    private final Map<String, String> settings = new TreeMap<>();
    private List<TextTable> tables = List.of();
    private Trim around = Trim.ALL;
    private MixedTimes mixed = MixedTimes.NONE;
    private boolean numbered;

    EventLoad(
            EventEngine engine,
            ImportPlan plan,
            PrepareOptions options,
            Audit rejected,
            Audit notes,
            RejectedRows rows) {
        this.engine = engine;
        this.plan = plan;
        this.input = plan.events();
        this.options = options;
        this.rejected = rejected;
        this.notes = notes;
        this.rows = rows;
    }

    /** The file and line of each row. */
    LogLines lines() {
        return lines;
    }

    /** The settings that were guessed or chosen. */
    Map<String, String> settings() {
        return settings;
    }

    void run(List<TextTable> logs) throws IOException {
        tables = logs;
        around = tables.stream()
                .map(TextTable::around)
                .max(Comparator.naturalOrder())
                .orElse(Trim.ALL);
        boolean zeros = tables.stream().anyMatch(TextTable::zeros);
        TimeRule time = time();
        mixed = mixed(time);
        numbered = time.dated() && time.isNumber();
        engine.load(
                new EventSql(input, options.rules(), time, plan.noCategory(), around, zeros, mixed.isAny()),
                tables,
                this::structural);
        audit(time);
        unknownTypes();
    }

    /** Tells of event types that count and that no row has: a misspelt one leaves out what was meant. */
    private void unknownTypes() throws IOException {
        for (String kind : options.rules().kinds()) {
            if (engine.number("SELECT count(*) FROM raw WHERE kind = " + Duck.literal(kind)) == 0) {
                List<String> known = new ArrayList<>();
                engine.each(
                        "SELECT DISTINCT kind FROM raw WHERE kind IS NOT NULL ORDER BY kind LIMIT 12",
                        row -> known.add(row.text(1)));
                notes.note("noSuchType", kind, 1);
                notes.example("noSuchType", kind, String.join(", ", known));
            }
        }
    }

    /** Tells of times that say less than others or lost digits, once the rows are chosen that are kept. */
    void tellTimes() throws IOException {
        mixed.tell(engine, lines, notes);
        if (numbered) {
            RoundedTimes.tell(engine, notes);
        }
    }

    private MixedTimes mixed(TimeRule time) {
        return time.dated() && !time.format().isTyped()
                ? new MixedTimes(TimeDetail.first(Stream.concat(
                                SampledRows.of(input.head(), options).stream(),
                                plan.logs().stream().flatMap(log -> log.head().rows().stream()))
                        .map(row -> input.text(row, Roles.TIME))
                        .toList()))
                : MixedTimes.NONE;
    }

    private TimeRule time() {
        if (!input.has(Roles.TIME)) {
            return TimeRule.plain(new TimeFormat("", "CAST(0 AS BIGINT)"), "NULL");
        }
        String name = input.column(Roles.TIME);
        ColumnType type = input.head().type(name);
        boolean written = input.has(Roles.ORDER) && !options.mapping().decides(Roles.ORDER);
        if (written && type.isWhole()) {
            settings.put("time", TimeFormats.UNITS.get(0));
            String micros = input.has(Roles.MICROS) ? " + " + Duck.name(input.column(Roles.MICROS)) : "";
            return TimeRule.plain(new TimeFormat(TimeFormat.TYPED, "{t} * 1000000" + micros), Duck.name(name));
        }
        List<String> first = input.head().rows().stream()
                .map(row -> input.text(row, Roles.TIME))
                .toList();
        if (input.isTimeTyped()) {
            settings.put("time", TimeFormat.TYPED);
            TimeFormat typed = TimeFormat.typed();
            return TimeRule.of(typed, Duck.name(name), TimeGuess.isDated(engine.duck(), typed, first), options.rules());
        }
        TimeColumn column = TimeColumn.of(engine.duck(), options.time(), first, engine.times(input, around));
        if (column.question().isPresent()) {
            throw asked(column.question().get(), first);
        }
        settings.put("time", column.format().id());
        if (column.counts()) {
            List<String> some = first.stream().filter(text -> !text.isEmpty()).toList();
            if (MonthDays.are(some)) {
                notes.note("monthDays", "", 1);
                notes.example("monthDays", "", some.get(0));
            } else {
                notes.note("timesAreCounts", "", 1);
            }
        }
        return TimeRule.of(column.format(), Csv.value(input, Roles.TIME, around), column.dated(), options.rules());
    }

    private RuntimeException asked(TimeQuestion question, List<String> first) {
        Problem.Builder problem = question.problem().file(input.head().file());
        int row = question.values().isEmpty()
                ? -1
                : first.indexOf(question.values().get(0));
        if (row >= 0) {
            problem.line(new RowNumbers(tables.get(0), new long[0]).line(row));
        }
        return problem.exception();
    }

    // Records that are not rows of this table and so are not in raw.
    private void structural(TextTable table, long end, List<EventEngine.Reject> rejects) {
        String file = table.source().name();
        for (EventEngine.Reject reject : rejects) {
            String reason = named(reject.type());
            long line = table.scan().lineOf(reject.record());
            rejected.add(reason, file, line);
            rows.add(file, line, reason, reject.text());
        }
        if (end > Integer.MAX_VALUE - 1000L) {
            throw Problem.badInput(EventLoad.class, "tooManyRows", input.head().file())
                    .exception("rows", end);
        }
        lines.add(
                table,
                end,
                rejects.stream().mapToLong(EventEngine.Reject::record).toArray());
    }

    private void audit(TimeRule time) throws IOException {
        for (LogLines.Span span : lines.spans()) {
            List<String> reasons = new ArrayList<>();
            for (EventEngine.Out out : engine.out(span)) {
                reasons.add(out.reason());
                rejected.note(
                        out.reason(),
                        span.file(),
                        out.count(),
                        out.first().stream().map(span::line).toList());
                if (out.reason().equals("outsideYears")) {
                    String value =
                            engine.values(span, Roles.TIME, out.reason(), 1).get(0);
                    rejected.example(out.reason(), span.file(), value);
                }
            }
            if (!RULES.containsAll(reasons)) {
                write(span, reasons);
            }
        }
        if (time.dated()) {
            new AmbiguousTimes(engine, time, options, lines).ask(rejected.findings());
        }
        long good = engine.number("SELECT count(*) FROM raw WHERE bad IS NULL");
        long wrong = rejected.findings().stream()
                .filter(finding -> !RULES.contains(finding.reason()))
                .mapToLong(finding -> finding.count())
                .sum();
        if (good == 0 || wrong > options.rejectShare() * (good + rejected.total())) {
            throw tooMany(good, wrong);
        }
    }

    private void write(LogLines.Span span, List<String> reasons) throws IOException {
        String here = " FROM raw WHERE bad IS NOT NULL AND rowid >= " + span.first() + " AND rowid < " + span.end();
        String wanted = " AND bad NOT IN ("
                + RULES.stream().sorted().map(Duck::literal).collect(Collectors.joining(", ")) + ")";
        List<String> texts = new ArrayList<>();
        if (!Collections.disjoint(reasons, VALUES.keySet())) {
            texts.addAll(engine.texts(span, wanted, RejectedRows.MAX));
        }
        int[] row = {0};
        engine.each(
                "SELECT rowid, bad, concat_ws(' ', u, i, t)" + here + wanted + " ORDER BY rowid LIMIT "
                        + RejectedRows.MAX,
                found -> rows.add(
                        span.file(),
                        span.line(found.number(1)),
                        found.text(2),
                        texts.isEmpty() ? found.text(3) : texts.get(row[0]++)));
    }

    private static String named(String duckReason) {
        return switch (duckReason) {
            case "MISSING COLUMNS" -> "tooFewValues";
            case "TOO MANY COLUMNS" -> "tooManyValues";
            case "UNQUOTED VALUE" -> "quote";
            case "LINE SIZE OVER MAXIMUM" -> "tooLong";
            case "INVALID ENCODING", "INVALID UNICODE" -> "encoding";
            default -> "unreadable";
        };
    }

    private RuntimeException tooMany(long good, long wrong) throws IOException {
        String key = rejected.total() == 0 ? "noRows" : wrong == 0 ? "noneLeft" : "tooManyRejected";
        List<Finding> found = rejected.findings().stream()
                .filter(finding -> key.equals("noneLeft") || !RULES.contains(finding.reason()))
                .toList();
        if (!found.isEmpty() && VALUES.containsKey(found.get(0).reason())) {
            return unread(found.get(0), good, wrong);
        }
        Problem.Builder problem = Problem.badInput(
                        EventLoad.class, key, input.head().file())
                .with("good", good)
                .with("rejected", wrong == 0 ? rejected.total() : wrong);
        found.stream()
                .min(Comparator.comparing(this::place)
                        .thenComparing(finding -> finding.firstLines().get(0)))
                .ifPresent(finding -> problem.with("file", finding.file())
                        .with("reason", finding.reason())
                        .line(finding.firstLines().get(0)));
        return problem.exception();
    }

    // Most errors are unreadable times or labels: their text helps more than their count.
    private RuntimeException unread(Finding finding, long good, long wrong) throws IOException {
        LogLines.Span span = lines.spans().get(place(finding));
        List<String> values = engine.values(span, VALUES.get(finding.reason()), finding.reason(), SEEN);
        List<String> formats = finding.reason().equals("noTime") ? furtherFormats(values) : List.of();
        return Problem.badInput(
                        EventLoad.class,
                        formats.isEmpty() ? finding.reason() : "noTimeFormats",
                        span.table().head().file())
                .line(finding.firstLines().get(0))
                .with(TimeQuestion.SETTING, "time")
                .with(TimeQuestion.FORMATS, String.join("\n", formats))
                .with(
                        "ways",
                        formats.stream()
                                .map(list -> "--set \"time=" + list + '"')
                                .collect(Collectors.joining(", ")))
                .value(values.get(0))
                .with("positive", Labels.offered(values))
                .with("good", good)
                .with("rejected", wrong)
                .with("count", finding.count())
                .with("format", settings.getOrDefault("time", ""))
                .exception("units", String.join(", ", TimeFormats.UNITS));
    }

    /** The chosen format with those that read the times that it cannot; empty where none does. */
    private List<String> furtherFormats(List<String> values) {
        String own = settings.getOrDefault("time", "");
        TimeGuess guess = TimeGuess.of(engine.duck(), values);
        if (own.isEmpty() || !guess.isTimes()) {
            return List.of();
        }
        return Stream.concat(Stream.of(guess.all()), guess.rivals().stream())
                .map(other -> own + "," + other.id())
                .toList();
    }

    private int place(Finding finding) {
        List<String> files = lines.spans().stream().map(LogLines.Span::file).toList();
        return Math.max(0, files.indexOf(finding.file()));
    }
}
