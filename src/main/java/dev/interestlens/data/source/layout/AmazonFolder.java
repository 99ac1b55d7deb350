package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amazon reviews of 2014, 2018 and 2023: JSON lines of reviews, with or without item lines beside them, or the ratings-only
 * tables, whose columns are user, item in 2014 and item, user in 2018. The category is the last of the finest path.
 */
record AmazonFolder(String id) implements SourceLayout {

    private static final Pattern FILE = Pattern.compile("(?i).*\\.(json|jsonl|csv)(\\.(gz|zst|zip))?");
    private static final Pattern USER = Pattern.compile("A[0-9A-Z]{9,20}");
    private static final Pattern ITEM = Pattern.compile("B[0-9A-Z]{9}|\\d{9}[\\dX]");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        List<TableInput> logs = new ArrayList<>();
        TableInput items = null;
        for (Path file : files.files()) {
            if (!FILE.matcher(file.getFileName().toString()).matches()) {
                continue;
            }
            TextHead head = TextHead.of(file, options);
            events(head)
                    .filter(log ->
                            logs.isEmpty() || log.mapping().equals(logs.get(0).mapping()))
                    .ifPresent(logs::add);
            items = items == null ? items(head).orElse(null) : items;
        }
        if (logs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(id(), files.name(), logs).withItems(Optional.ofNullable(items)));
    }

    private static Optional<TableInput> events(TextHead head) {
        List<String> columns = head.columns();
        if (head.kind() == FileKind.JSON_LINES
                && columns.containsAll(List.of("reviewerID", "asin", "unixReviewTime"))) {
            return Optional.of(new TableInput(
                    head,
                    ColumnMapping.none()
                            .with(Roles.USER, "reviewerID")
                            .with(Roles.ITEM, "asin")
                            .with(Roles.TIME, "unixReviewTime")
                            .with(Roles.RATING, "overall")));
        }
        if (head.kind() == FileKind.JSON_LINES && columns.containsAll(List.of("user_id", "parent_asin", "timestamp"))) {
            return Optional.of(new TableInput(
                    head,
                    ColumnMapping.none()
                            .with(Roles.USER, "user_id")
                            .with(Roles.ITEM, "parent_asin")
                            .with(Roles.TIME, "timestamp")
                            .with(Roles.RATING, "rating")));
        }
        return ratings(head);
    }

    private static Optional<TableInput> ratings(TextHead head) {
        boolean table = head.kind() == FileKind.TABLE && head.columns().size() == 4;
        if (!table || head.dialect().header()) {
            return Optional.empty();
        }
        boolean userFirst = mostly(head, 0, USER) && mostly(head, 1, ITEM);
        boolean itemFirst = mostly(head, 0, ITEM) && mostly(head, 1, USER);
        if (!userFirst && !itemFirst) {
            return Optional.empty();
        }
        List<String> names = userFirst
                ? List.of("user", "item", "rating", "timestamp")
                : List.of("item", "user", "rating", "timestamp");
        return Optional.of(new TableInput(
                head.withColumns(names),
                ColumnMapping.none()
                        .with(Roles.USER, "user")
                        .with(Roles.ITEM, "item")
                        .with(Roles.RATING, "rating")
                        .with(Roles.TIME, "timestamp")));
    }

    private static boolean mostly(TextHead head, int column, Pattern pattern) {
        List<String> values = head.values(head.columns().get(column));
        long fitting = values.stream()
                .filter(value -> pattern.matcher(value).matches())
                .count();
        return !values.isEmpty() && fitting >= 0.9 * values.size();
    }

    private static Optional<TableInput> items(TextHead head) {
        List<String> columns = head.columns();
        boolean lines = head.kind() == FileKind.JSON_LINES || head.kind() == FileKind.PYTHON_LINES;
        String key = columns.contains("parent_asin") ? "parent_asin" : "asin";
        boolean reviews = columns.contains("reviewerID") || columns.contains("user_id");
        if (!lines || reviews || !columns.contains(key)) {
            return Optional.empty();
        }
        ColumnMapping roles = ColumnMapping.none().with(Roles.ITEM, key);
        if (columns.contains("title")) {
            roles = roles.with(Roles.TITLE, "title");
        }
        List<String> finest = new ArrayList<>();
        for (String name : List.of("categories", "category")) {
            if (columns.contains(name)) {
                roles = roles.with(Roles.CATEGORY, name);
                finest.add(path(name, "[#-1][#-1]"));
                finest.add("CASE json_type(c0, '$." + name + "[#-1]') WHEN 'VARCHAR' THEN " + path(name, "[#-1]")
                        + " END");
                finest.add("CASE json_type(c0, '$." + name + "') WHEN 'VARCHAR' THEN " + path(name, "") + " END");
            }
        }
        if (columns.contains("main_category")) {
            roles = roles.with(Roles.CATEGORY, "main_category");
            finest.add(path("main_category", ""));
        }
        Map<ColumnRole, String> expressions =
                finest.isEmpty() ? Map.of() : Map.of(Roles.CATEGORY, "coalesce(" + String.join(", ", finest) + ")");
        return Optional.of(new TableInput(head, roles, expressions));
    }

    private static String path(String name, String rest) {
        return "nullif(json_extract_string(c0, '$." + name + rest + "'), '')";
    }
}
