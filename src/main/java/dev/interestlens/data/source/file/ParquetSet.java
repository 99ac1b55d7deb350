package dev.interestlens.data.source.file;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.EventRows;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prepared data set as Parquet, for other programs and other machines. Reading the folder back gives the same columns, byte by byte.
 *
 * <pre> events.parquet user, item (VARCHAR), time (BIGINT, seconds; not without times), micros (INTEGER, microseconds behind the second; only where
 * some time is no whole second), order (INTEGER, place in the input), label (TINYINT, 1 chosen, 0 shown; only with labels), context.NAME (VARCHAR or
 * FLOAT) items.parquet item, title, title_zh, category (VARCHAR[]), item.NAME (VARCHAR or FLOAT) users.parquet user, user.NAME (VARCHAR or FLOAT)
 * </pre>
 */
public final class ParquetSet {

    public static final String EVENTS = "events.parquet";
    public static final String ITEMS = "items.parquet";
    public static final String USERS = "users.parquet";

    /** The folder of a data set as Parquet. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(EVENTS, "PAR1", ITEMS, "PAR1", USERS, "PAR1"),
            Pattern.compile("(events|items|users)\\.parquet"),
            false);

    private final PreparedDataset data;
    private final Duck duck;
    private final Progress progress;

    private ParquetSet(PreparedDataset data, Duck duck, Progress progress) {
        this.data = data;
        this.duck = duck;
        this.progress = progress;
    }

    /** The same into a folder that does not exist yet. */
    public static void write(PreparedDataset data, Path target, PrepareOptions options, Progress progress) {
        write(data, OutputPath.folder(target, KIND, OutputPath.Existing.REFUSED), options, progress);
    }

    /**
     * Writes a data set.
     *
     * @param target a folder; appears complete or not at all
     * @param options for threads and memory
     * @throws dev.interestlens.store.ProblemException if the disk is full, or it was cancelled
     */
    public static void write(PreparedDataset data, OutputPath target, PrepareOptions options, Progress progress) {
        Disk disk = Disk.real();
        target.make(disk, work -> {
            Path out = work.scratch().resolve("out"); // DuckDB may write only to its working folder
            disk.createFolders(out);
            try (Duck duck = new Duck(work.scratch(), List.of(), options, progress)) {
                new ParquetSet(data, duck, progress).write(out);
            }
            ImportCancelled.check(progress);
            disk.move(out, work.made());
            return out;
        });
        progress.at("check", 1);
    }

    /** The columns of each file of such a folder, with their DuckDB types. */
    public static Map<String, Map<String, String>> columns(Path folder) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (String file : List.of(EVENTS, ITEMS, USERS)) {
            columns.put(
                    file,
                    ParquetHead.of(folder.resolve(file), PrepareOptions.defaults())
                            .types());
        }
        return columns;
    }

    private void write(Path folder) throws IOException {
        Schema schema = data.schema();
        List<String> users = new ArrayList<>(List.of("id INTEGER", "\"user\" VARCHAR"));
        schema.userFields().forEach(field -> users.add(column("user.", field)));
        progress.at("encode", 0);
        duck.fill("users", users, data.users(), (row, into) -> {
            into.append((int) row).append(data.userKey((int) row));
            ParquetRows.userFields(data, (int) row, into);
        });
        List<String> items =
                new ArrayList<>(List.of("id INTEGER", "item VARCHAR", "title VARCHAR", "title_zh VARCHAR"));
        schema.itemFields().stream().skip(1).forEach(field -> items.add(column("item.", field)));
        duck.fill("items", items, data.items(), (row, into) -> {
            int item = (int) row + Field.FIRST;
            into.append(item).append(data.itemKey(item));
            into.append(data.itemText(item, Locale.ENGLISH)).append(data.itemText(item, Locale.CHINESE));
            ParquetRows.itemFields(data, item, into);
        });
        List<String> events = new ArrayList<>(
                List.of("u INTEGER", "i INTEGER", "\"time\" BIGINT", "micros INTEGER", "\"order\" INTEGER"));
        if (data.info().labelled()) {
            events.add("label TINYINT");
        }
        schema.contextFields().forEach(field -> events.add(column("context.", field)));
        duck.table("events", events);
        rows(data.rows(Layout.EVENTS).orElseThrow(), 1, 0.1);
        if (data.info().labelled()) {
            rows(data.rows(Layout.IMPRESSIONS).orElseThrow(), 0, 0.5);
        }
        duck.stage("write", 0.6, 0.95);
        copy(
                "SELECT * EXCLUDE (id, title, title_zh" + (schema.hasCategory() ? ", \"item.category\"" : "") + ")"
                        + titles()
                        + (schema.hasCategory() ? ", string_split(\"item.category\", chr(31)) AS category" : "")
                        + " FROM items ORDER BY id",
                folder.resolve(ITEMS));
        copy("SELECT * EXCLUDE (id) FROM users ORDER BY id", folder.resolve(USERS));
        boolean fractions = Files.exists(data.folder().resolve(Layout.micros(Layout.EVENTS)));
        String kept = (fractions ? "micros, " : "") + "\"order\""
                + events.stream()
                        .skip(5)
                        .map(ParquetSet::name)
                        .map(name -> ", " + name)
                        .collect(Collectors.joining());
        copy(
                "SELECT users.\"user\", items.item" + (data.info().times().timed() ? ", \"time\", " : ", ") + kept
                        + " FROM events JOIN users ON u = users.id JOIN items ON i = items.id ORDER BY u, \"time\", micros, \"order\"",
                folder.resolve(EVENTS));
    }

    private String titles() {
        String english = Files.exists(data.folder().resolve(Layout.starts(Layout.TITLES))) ? ", title" : "";
        return english
                + (Files.exists(data.folder().resolve(Layout.starts(Layout.CHINESE_TITLES))) ? ", title_zh" : "");
    }

    private static String name(String column) {
        return column.substring(0, column.lastIndexOf(' '));
    }

    private static String column(String prefix, Field field) {
        return Duck.name(prefix + field.name()) + (field.isCategorical() ? " VARCHAR" : " FLOAT");
    }

    private void rows(EventRows rows, int label, double from) throws IOException {
        int[] user = {0};
        duck.append("events", rows.size(), (row, into) -> {
            while (row >= rows.end(user[0])) {
                user[0]++;
            }
            into.append(user[0])
                    .append(rows.item(row))
                    .append(rows.time(row))
                    .append(rows.micros(row))
                    .append(rows.order(row));
            if (data.info().labelled()) {
                into.append((byte) label);
            }
            ParquetRows.contextFields(data, rows, row, into);
            if ((row & 0xFFFF) == 0) {
                progress.at("read", from + 0.4 * row / Math.max(1, rows.size()));
            }
        });
    }

    private void copy(String sql, Path file) {
        duck.run("COPY (" + sql + ") TO " + Duck.literal(file.toString()) + " (FORMAT parquet, COMPRESSION zstd"
                + data.info()
                        .planted()
                        .map(law -> ", KV_METADATA {" + DatasetInfo.PLANTED + ": " + Duck.literal(law) + "}")
                        .orElse("")
                + ")");
    }
}
