package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the files of events into the table {@code raw}: {@code u, i, t}, {@code l} where there are labels, further fields
 * {@code x_NAME} and {@code a_ROLE}, and {@code bad}, the reason why a row is left out. The table's {@code rowid} is the order
 * of the input. Nothing else is kept: at a hundred million rows each column counts.
 */
final class EventLoad {

    /** Reasons that a person chose; they are no faults of the file. */
    static final Set<String> RULES = Set.of("rating", "eventType", "farTimesDropped", "core", "duplicatesDropped");

    private final Duck duck;
    private final TableInput input;
    private final PrepareOptions options;
    private final Audit rejected;
    private final Audit notes;
    private final RejectedRows rows;
    private final LogLines lines = new LogLines();
    private final Map<String, String> settings = new TreeMap<>();
    private boolean spaces = true;

    /** @param input the first file; the others have the same columns */
    EventLoad(Duck duck, TableInput input, PrepareOptions options, Audit rejected, Audit notes, RejectedRows rows) {
        this.duck = duck;
        this.input = input;
        this.options = options;
        this.rejected = rejected;
        this.notes = notes;
        this.rows = rows;
    }

    /** Where each row stood. */
    LogLines lines() {
        return lines;
    }

    /** What was guessed or chosen on the way. */
    Map<String, String> settings() {
        return settings;
    }

    void run(List<TextTable> tables) throws IOException {
        spaces = tables.stream().anyMatch(TextTable::spaces);
        boolean zeros = tables.stream().anyMatch(TextTable::zeros);
        String time = time(tables.get(0));
        String select = "SELECT * EXCLUDE (broken, rating, kind" + (input.has(Roles.LABEL) ? "" : ", l") + "), "
                + reason(zeros) + " AS bad FROM (SELECT " + columns(time) + " FROM ";
        for (int n = 0; n < tables.size(); n++) {
            duck.stage("read", 0.12 + 0.4 * n / tables.size(), 0.12 + 0.4 * (n + 1) / tables.size());
            String rejects = "reject_events_" + n;
            String scan = Csv.scan(duck, tables.get(n), rejects);
            duck.run((n == 0 ? "CREATE TABLE raw AS " : "INSERT INTO raw ") + select + scan + ")");
            structural(tables.get(n), rejects);
        }
        audit();
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
        columns.add("CAST(" + (input.has(Roles.LABEL) ? label() : "1") + " AS FLOAT) AS l");
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

    private String time(TextTable first) {
        if (!input.has(Roles.TIME)) {
            return "CAST(0 AS BIGINT)";
        }
        TimeFormat format = TimeFormat.of(
                duck, options.time(), input.head().values(input.roles().get(Roles.TIME)));
        settings.put("time", format.id());
        if (format.doubtful()) {
            notes.note("dayOrMonth", first.source().name(), 1);
        }
        return format.expression(value(Roles.TIME));
    }

    private String label() {
        String value = value(Roles.LABEL);
        return "CASE WHEN lower(" + value + ") IN ('true', 'yes') THEN 1 WHEN lower(" + value
                + ") IN ('false', 'no') THEN 0 ELSE try_cast(" + value + " AS DOUBLE) END";
    }

    private String value(String role) {
        return spaces ? Csv.value(input, role) : Csv.bare(input, role);
    }

    private String reason(boolean zeros) {
        StringBuilder sql = new StringBuilder(
                "CASE WHEN broken THEN 'badJson' WHEN u IS NULL THEN 'noUser' WHEN i IS NULL THEN 'noItem'");
        sql.append(" WHEN t IS NULL THEN 'noTime' WHEN l IS NULL THEN 'noLabel'");
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
            write(span, here);
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

    private void write(LogLines.Span span, String here) throws IOException {
        String rules = RULES.stream().sorted().map(Duck::literal).collect(Collectors.joining(", "));
        duck.each(
                "SELECT rowid, bad, concat_ws(' ', u, i, t)" + here + " AND bad NOT IN (" + rules
                        + ") ORDER BY rowid LIMIT " + RejectedRows.MOST,
                row -> rows.add(span.file(), span.line(row.getLong(1)), row.getString(2), row.getString(3)));
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

    private RuntimeException tooMany(long good, long wrong) {
        String key = rejected.total() == 0 ? "noRows" : wrong == 0 ? "noneLeft" : "tooManyRejected";
        Problem.Builder problem = Problem.badInput(EventLoad.class, key)
                .file(input.head().file())
                .with("good", good)
                .with("rejected", wrong == 0 ? rejected.total() : wrong);
        rejected.findings().stream()
                .filter(finding -> key.equals("noneLeft") || !RULES.contains(finding.reason()))
                .findFirst()
                .ifPresent(finding -> problem.with("file", finding.file())
                        .with("reason", finding.reason())
                        .line(finding.firstLines().get(0)));
        return problem.exception();
    }
}
