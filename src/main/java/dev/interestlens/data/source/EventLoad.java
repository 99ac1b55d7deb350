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
 * Reads the file of events into the table {@code raw}: {@code u, i, t, l}, further fields {@code x_NAME}, and {@code bad}, the
 * reason why a row is left out. The table's {@code rowid} is the order of the input.
 */
final class EventLoad {

    private static final Set<String> RULES = Set.of("rating", "eventType");

    private final Duck duck;
    private final TableInput input;
    private final TextTable table;
    private final PrepareOptions options;
    private final Audit rejected;
    private final RejectedRows rows;
    private final Map<String, String> settings = new TreeMap<>();

    EventLoad(Duck duck, TableInput input, TextTable table, PrepareOptions options, Audit rejected, RejectedRows rows) {
        this.duck = duck;
        this.input = input;
        this.table = table;
        this.options = options;
        this.rejected = rejected;
        this.rows = rows;
    }

    /** @return what was guessed or chosen on the way */
    Map<String, String> run() throws IOException {
        duck.run("CREATE TABLE raw AS SELECT *, " + reason() + " AS bad FROM (SELECT " + columns() + " FROM "
                + Csv.scan(duck, table, "reject_events") + ")");
        requireRows();
        audit();
        return settings;
    }

    private String columns() {
        List<String> columns = new ArrayList<>();
        columns.add(Csv.value(input, Roles.USER) + " AS u");
        columns.add(Csv.value(input, Roles.ITEM) + " AS i");
        columns.add(time() + " AS t");
        columns.add(Csv.broken(input) + " AS broken");
        columns.add("CAST(" + (input.has(Roles.LABEL) ? label() : "1") + " AS FLOAT) AS l");
        columns.add("try_cast(" + Csv.valueOrNull(input, Roles.RATING) + " AS DOUBLE) AS rating");
        columns.add(Csv.valueOrNull(input, Roles.EVENT) + " AS kind");
        for (Map.Entry<String, String> field : input.fields(Roles.CONTEXT_FIELD).entrySet()) {
            columns.add(Csv.value(input, field.getValue()) + " AS " + Duck.name("x_" + field.getKey()));
        }
        for (String role : List.of(Roles.CATEGORY, Roles.TITLE, Roles.TITLE_ZH)) {
            if (input.has(role)) {
                columns.add(Csv.value(input, role) + " AS " + Duck.name("a_" + role));
            }
        }
        for (String prefix : List.of(Roles.ITEM_FIELD, Roles.USER_FIELD)) {
            for (Map.Entry<String, String> field : input.fields(prefix).entrySet()) {
                columns.add(Csv.value(input, field.getValue()) + " AS " + Duck.name("a_" + prefix + field.getKey()));
            }
        }
        return String.join(", ", columns);
    }

    private String time() {
        if (!input.has(Roles.TIME)) {
            return "CAST(0 AS BIGINT)";
        }
        TimeFormat format =
                TimeFormat.of(duck, input.head().values(input.roles().get(Roles.TIME)));
        settings.put("time", format.id());
        return format.expression(Csv.value(input, Roles.TIME));
    }

    private String label() {
        String value = Csv.value(input, Roles.LABEL);
        return "CASE WHEN lower(" + value + ") IN ('true', 'yes') THEN 1 WHEN lower(" + value
                + ") IN ('false', 'no') THEN 0 ELSE try_cast(" + value + " AS DOUBLE) END";
    }

    private String reason() {
        StringBuilder sql = new StringBuilder(
                "CASE WHEN broken THEN 'badJson' WHEN u IS NULL THEN 'noUser' WHEN i IS NULL THEN 'noItem'");
        sql.append(" WHEN t IS NULL THEN 'noTime' WHEN l IS NULL THEN 'noLabel'");
        sql.append(" WHEN contains(u, chr(0)) OR contains(i, chr(0)) THEN 'zeroByte'");
        if (!Double.isNaN(options.minimumRating())) {
            settings.put("minimumRating", Double.toString(options.minimumRating()));
            sql.append(String.format(
                    Locale.ROOT, " WHEN rating IS NULL OR rating < %s THEN 'rating'", options.minimumRating()));
        }
        if (!options.eventTypes().isBlank()) {
            settings.put("eventTypes", options.eventTypes());
            String kinds = Arrays.stream(options.eventTypes().split(","))
                    .map(kind -> Duck.literal(kind.strip()))
                    .collect(Collectors.joining(", "));
            sql.append(" WHEN kind IS NULL OR kind NOT IN (").append(kinds).append(") THEN 'eventType'");
        }
        return sql.append(" END").toString();
    }

    private void requireRows() {
        long rowCount = duck.number("SELECT count(*) FROM raw");
        if (rowCount > Integer.MAX_VALUE - 1000L) {
            throw Problem.badInput(EventLoad.class, "tooManyRows")
                    .file(input.head().file())
                    .with("rows", rowCount)
                    .exception();
        }
    }

    private void audit() throws IOException {
        String file = table.source().name();
        List<Long> records = new ArrayList<>();
        duck.each(
                "SELECT line, error_type, any_value(csv_line) FROM reject_events GROUP BY ALL ORDER BY line, error_type",
                row -> {
                    long record = row.getLong(1);
                    if (!records.isEmpty() && records.get(records.size() - 1) == record) {
                        return;
                    }
                    records.add(record);
                    reject(structural(row.getString(2)), file, table.scan().lineOf(record), row.getString(3));
                });
        RowNumbers numbers = new RowNumbers(
                table, records.stream().mapToLong(Long::longValue).toArray());
        duck.each("SELECT rowid, bad, concat_ws(' ', u, i, t) FROM raw WHERE bad IS NOT NULL ORDER BY rowid", row -> {
            reject(row.getString(2), file, numbers.line(row.getLong(1)), row.getString(3));
        });
        long good = duck.number("SELECT count(*) FROM raw WHERE bad IS NULL");
        long wrong = rejected.findings().stream()
                .filter(finding -> !RULES.contains(finding.reason()))
                .mapToLong(finding -> finding.count())
                .sum();
        if (good == 0 || wrong > options.rejectShare() * (good + rejected.total())) {
            throw tooMany(good, wrong);
        }
    }

    private void reject(String reason, String file, long line, String text) {
        rejected.add(reason, file, line);
        if (!RULES.contains(reason)) {
            rows.add(file, line, reason, text);
        }
    }

    private static String structural(String duckReason) {
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
        Problem.Builder problem = Problem.badInput(EventLoad.class, good + wrong == 0 ? "noRows" : "tooManyRejected")
                .file(input.head().file())
                .with("good", good)
                .with("rejected", wrong);
        rejected.findings().stream()
                .filter(finding -> !RULES.contains(finding.reason()))
                .findFirst()
                .ifPresent(finding -> problem.with("reason", finding.reason())
                        .line(finding.firstLines().get(0)));
        return problem.exception();
    }
}
