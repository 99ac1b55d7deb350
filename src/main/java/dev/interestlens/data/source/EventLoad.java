package dev.interestlens.data.source;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the files of events into the table {@code raw}: {@code u, i}, {@code t} in microseconds since 1970, {@code l} where there are labels, further fields
 * {@code x_NAME} and {@code a_ROLE}, and {@code bad}, the reason why a row is left out. The table's {@code rowid} is the order
 * of the input. Nothing else is kept: at a hundred million rows each column counts.
 */
final class EventLoad {

    /** Reasons that a person chose; they are no faults of the file. */
    static final Set<String> RULES = Set.of("rating", "eventType", "farTimesDropped", "core", "duplicatesDropped");

    /** Reasons that lie in one value, and the role that has it. */
    private static final Map<String, String> VALUES =
            Map.of("noTime", Roles.TIME, "noLabel", Roles.LABEL, "oddLabel", Roles.LABEL);

    private final Duck duck;
    private final TableInput input;
    private final PrepareOptions options;
    private final Audit rejected;
    private final Audit notes;
    private final RejectedRows rows;
    private final LogLines lines = new LogLines();
    private final Map<String, String> settings = new TreeMap<>();
    private final Labels labels;
    private List<TextTable> tables = List.of();
    private String selected = "";
    private int scans;
    private boolean spaces = true;

    /** @param input the first file; the others have the same columns */
    EventLoad(Duck duck, TableInput input, PrepareOptions options, Audit rejected, Audit notes, RejectedRows rows) {
        this.duck = duck;
        this.input = input;
        this.options = options;
        this.rejected = rejected;
        this.notes = notes;
        this.rows = rows;
        this.labels = new Labels(options.rules().minimumLabel());
    }

    /** Where each row stood. */
    LogLines lines() {
        return lines;
    }

    /** What was guessed or chosen on the way. */
    Map<String, String> settings() {
        return settings;
    }

    void run(List<TextTable> logs) throws IOException {
        tables = logs;
        spaces = tables.stream().anyMatch(TextTable::spaces);
        boolean zeros = tables.stream().anyMatch(TextTable::zeros);
        selected = reason(zeros) + " AS bad FROM (SELECT " + columns(time());
        String select = "SELECT * EXCLUDE (broken, rating, kind, lt" + (input.has(Roles.LABEL) ? "" : ", l") + "), "
                + selected + " FROM ";
        for (int n = 0; n < tables.size(); n++) {
            duck.stage("read", 0.12 + 0.4 * n / tables.size(), 0.12 + 0.4 * (n + 1) / tables.size());
            String rejects = rejects();
            String scan = Csv.scan(duck, tables.get(n), rejects);
            duck.run((n == 0 ? "CREATE TABLE raw AS " : "INSERT INTO raw ") + select + scan + ")");
            structural(tables.get(n), rejects);
        }
        audit();
    }

    // Each reading of a file keeps what it could not read in a table of its own.
    private String rejects() {
        return "reject_events_" + scans++;
    }

    private String columns(String time) {
        List<String> columns = new ArrayList<>();
        columns.add(value(Roles.USER) + " AS u");
        columns.add(value(Roles.ITEM) + " AS i");
        columns.add(time + " AS t");
        if (input.has(Roles.ORDER)) {
            columns.add("try_cast(" + value(Roles.ORDER) + " AS BIGINT) AS o");
        }
        columns.add(Csv.broken(input) + " AS broken");
        String label = input.has(Roles.LABEL) ? value(Roles.LABEL) : "NULL";
        columns.add("CAST(" + (input.has(Roles.LABEL) ? labels.expression(label) : "1") + " AS FLOAT) AS l");
        columns.add("CAST(" + label + " AS VARCHAR) AS lt");
        columns.add("try_cast(" + Csv.valueOrNull(input, Roles.RATING) + " AS DOUBLE) AS rating");
        columns.add(Csv.valueOrNull(input, Roles.EVENT) + " AS kind");
        for (Map.Entry<String, String> field : input.fields(Roles.CONTEXT_FIELD).entrySet()) {
            columns.add(value(field.getValue()) + " AS " + Duck.name("x_" + field.getKey()));
        }
        for (String role : List.of(Roles.CATEGORY, Roles.TITLE, Roles.TITLE_ZH)) {
            if (input.has(role)) {
                columns.add(value(role) + " AS " + Duck.name("a_" + role));
            }
        }
        for (String prefix : List.of(Roles.ITEM_FIELD, Roles.USER_FIELD)) {
            for (Map.Entry<String, String> field : input.fields(prefix).entrySet()) {
                columns.add(value(field.getValue()) + " AS " + Duck.name("a_" + prefix + field.getKey()));
            }
        }
        return String.join(", ", columns);
    }

    private String time() {
        if (!input.has(Roles.TIME)) {
            return "CAST(0 AS BIGINT)";
        }
        String name = input.roles().get(Roles.TIME);
        ColumnType type = input.head().type(name);
        if (input.has(Roles.ORDER) && type.isWhole()) {
            settings.put("time", TimeFormats.UNITS.get(0));
            String micros = input.has(Roles.MICROS) ? " + " + Duck.name(Roles.MICROS) : "";
            return Duck.name(name) + " * 1000000" + micros;
        }
        if (type.isMoment()) {
            settings.put("time", TimeFormat.TYPED);
            return TimeFormat.typed().expression(Duck.name(name));
        }
        TimeColumn column = TimeColumn.of(duck, options.time(), input.head().values(name), this::times);
        if (column.question().isPresent()) {
            throw asked(column.question().get(), input.head().values(name));
        }
        settings.put("time", column.format().id());
        notes.note("timesAreCounts", "", column.counts() ? 1 : 0);
        return column.format().expression(value(Roles.TIME));
    }

    private String times() {
        return tables.stream()
                .map(table -> "SELECT " + value(Roles.TIME) + " AS v FROM " + Csv.scan(duck, table, rejects()))
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private RuntimeException asked(TimeQuestion question, List<String> first) {
        Problem.Builder problem = question.problem().file(input.head().file());
        int row = question.values().isEmpty()
                ? -1
                : stripped(first).indexOf(question.values().get(0));
        if (row >= 0) {
            problem.line(new RowNumbers(tables.get(0), new long[0]).line(row));
        }
        return problem.exception();
    }

    private static List<String> stripped(List<String> values) {
        return values.stream().map(String::strip).toList();
    }

    private String value(String role) {
        return spaces ? Csv.value(input, role) : Csv.bare(input, role);
    }

    private String reason(boolean zeros) {
        StringBuilder sql = new StringBuilder(
                "CASE WHEN broken THEN 'badJson' WHEN u IS NULL THEN 'noUser' WHEN i IS NULL THEN 'noItem'");
        sql.append(" WHEN t IS NULL THEN 'noTime'");
        sql.append(" WHEN l IS NULL THEN CASE WHEN " + Labels.isNumber("lt") + " THEN 'oddLabel' ELSE 'noLabel' END");
        if (zeros) {
            sql.append(" WHEN contains(u, chr(0)) OR contains(i, chr(0)) THEN 'zeroByte'");
        }
        if (input.has(Roles.ORDER)) {
            sql.append(" WHEN o IS NULL OR o < 0 OR o > 2147483647 THEN 'unreadable'");
        }
        ImportRules rules = options.rules();
        if (!Double.isNaN(rules.minimumRating())) {
            sql.append(String.format(
                    Locale.ROOT, " WHEN rating IS NULL OR rating < %s THEN 'rating'", rules.minimumRating()));
        }
        if (!rules.eventTypes().isBlank()) {
            String kinds = Arrays.stream(rules.eventTypes().split(","))
                    .map(kind -> Duck.literal(kind.strip()))
                    .collect(Collectors.joining(", "));
            sql.append(" WHEN kind IS NULL OR kind NOT IN (").append(kinds).append(") THEN 'eventType'");
        }
        return sql.append(" END").toString();
    }

    // Rows that are no rows of this table: they never came into raw.
    private void structural(TextTable table, String rejects) throws IOException {
        List<Long> records = new ArrayList<>();
        String file = table.source().name();
        duck.each(
                "SELECT line, error_type, any_value(csv_line) FROM " + rejects
                        + " GROUP BY ALL ORDER BY line, error_type",
                row -> {
                    long record = row.getLong(1);
                    if (!records.isEmpty() && records.get(records.size() - 1) == record) {
                        return;
                    }
                    records.add(record);
                    String reason = named(row.getString(2));
                    rejected.add(reason, file, table.scan().lineOf(record));
                    rows.add(file, table.scan().lineOf(record), reason, row.getString(3));
                });
        long end = duck.number("SELECT count(*) FROM raw");
        if (end > Integer.MAX_VALUE - 1000L) {
            throw Problem.badInput(EventLoad.class, "tooManyRows")
                    .file(input.head().file())
                    .with("rows", end)
                    .exception();
        }
        lines.add(table, end, records.stream().mapToLong(Long::longValue).toArray());
    }

    private void audit() throws IOException {
        for (LogLines.Span span : lines.spans()) {
            String here = " FROM raw WHERE bad IS NOT NULL AND rowid >= " + span.first() + " AND rowid < " + span.end();
            List<String> reasons = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            duck.each("SELECT bad, count(*)" + here + " GROUP BY bad ORDER BY bad", row -> {
                reasons.add(row.getString(1));
                counts.add(row.getLong(2));
            });
            for (int n = 0; n < reasons.size(); n++) {
                count(span, here, reasons.get(n), counts.get(n));
            }
            write(span, here, reasons);
        }
        long good = duck.number("SELECT count(*) FROM raw WHERE bad IS NULL");
        long wrong = rejected.findings().stream()
                .filter(finding -> !RULES.contains(finding.reason()))
                .mapToLong(finding -> finding.count())
                .sum();
        if (good == 0 || wrong > options.rejectShare() * (good + rejected.total())) {
            throw tooMany(good, wrong);
        }
    }

    private void count(LogLines.Span span, String here, String reason, long number) throws IOException {
        List<Long> first = new ArrayList<>();
        duck.each(
                "SELECT rowid" + here + " AND bad = " + Duck.literal(reason) + " ORDER BY rowid LIMIT " + Audit.FIRST,
                row -> first.add(span.line(row.getLong(1))));
        rejected.note(reason, span.file(), number, first);
    }

    // A row of raw knows its time and label no more as they stood in the file: where they are to blame, it is read
    // again.
    private void write(LogLines.Span span, String here, List<String> reasons) throws IOException {
        String wanted = " AND bad NOT IN ("
                + RULES.stream().sorted().map(Duck::literal).collect(Collectors.joining(", ")) + ")";
        List<String> texts = new ArrayList<>();
        if (!Collections.disjoint(reasons, VALUES.keySet())) {
            texts.addAll(texts(span.table(), wanted, RejectedRows.MOST));
        }
        int[] row = {0};
        duck.each(
                "SELECT rowid, bad, concat_ws(' ', u, i, t)" + here + wanted + " ORDER BY rowid LIMIT "
                        + RejectedRows.MOST,
                found -> rows.add(
                        span.file(),
                        span.line(found.getLong(1)),
                        found.getString(2),
                        texts.isEmpty() ? found.getString(3) : texts.get(row[0]++)));
    }

    private List<String> texts(TextTable table, String wanted, int most) throws IOException {
        List<String> texts = new ArrayList<>();
        String time = input.has(Roles.TIME) ? value(Roles.TIME) : "NULL";
        duck.each(
                "SELECT concat_ws(' ', u, i, tt, lt) FROM (SELECT u, i, tt, lt, " + selected + ", " + time
                        + " AS tt FROM " + Csv.scan(duck, table, rejects()) + ")) WHERE bad IS NOT NULL" + wanted
                        + " LIMIT " + most,
                row -> texts.add(row.getString(1)));
        return texts;
    }

    // The text that is to blame for the first row with this reason.
    private String value(TextTable table, String reason) throws IOException {
        String[] value = {""};
        duck.each(
                "SELECT coalesce(v, '') FROM (SELECT v, " + selected + ", " + value(VALUES.get(reason)) + " AS v FROM "
                        + Csv.scan(duck, table, rejects()) + ")) WHERE bad = " + Duck.literal(reason) + " LIMIT 1",
                row -> value[0] = row.getString(1));
        return value[0];
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
        Problem.Builder problem = Problem.badInput(EventLoad.class, key)
                .file(input.head().file())
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

    // Most of what is wrong are times or labels that cannot be read: what stands there says more than their number.
    private RuntimeException unread(Finding finding, long good, long wrong) throws IOException {
        TextTable table = lines.spans().get(place(finding)).table();
        return Problem.badInput(EventLoad.class, finding.reason())
                .file(table.head().file())
                .line(finding.firstLines().get(0))
                .value(value(table, finding.reason()))
                .with("good", good)
                .with("rejected", wrong)
                .with("count", finding.count())
                .with("format", settings.getOrDefault("time", ""))
                .exception();
    }

    private int place(Finding finding) {
        List<String> files = lines.spans().stream().map(LogLines.Span::file).toList();
        return Math.max(0, files.indexOf(finding.file()));
    }
}
