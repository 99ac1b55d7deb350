package dev.interestlens.publish.exchange;

import dev.interestlens.data.EventRows;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.source.Progress;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A data set as RecBole's atomic files, in a folder of their name: {@code NAME.inter} (user, item, time, label, contexts), {@code NAME.item} and
 * {@code NAME.user}. The first line names the columns and their types; columns are separated by tabs, the values of a sequence by blanks. A log with
 * planted causes has a last column that says so.
 */
public final class RecBoleFiles {
    /** A file that marks a folder of this program; RecBole ignores it. */
    private static final String NAME = "interest_lens.name";

    /** The kind of such a folder. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(NAME, "atomic files of "), Pattern.compile("interest_lens\\.name|[^/]+\\.(inter|item|user)"), false);

    private static final int TOLD = 1 << 16;

    private final PreparedDataset data;
    private final Progress progress;

    private RecBoleFiles(PreparedDataset data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /**
     * Writes the folder; its name is the data set's for RecBole.
     *
     * @throws dev.interestlens.store.ProblemException where the disk refuses, or it was cancelled
     */
    public static void write(PreparedDataset data, OutputPath target, Progress progress) {
        String name = target.path().toAbsolutePath().getFileName().toString();
        RecBoleFiles files = new RecBoleFiles(data, progress);
        target.make(Disk.real(), work -> {
            Path folder = Files.createDirectory(work.made());
            Files.writeString(
                    folder.resolve(NAME),
                    "atomic files of " + data.info().origin().name() + "\n");
            files.users(folder.resolve(name + ".user"));
            files.items(folder.resolve(name + ".item"));
            files.rows(folder.resolve(name + ".inter"));
            return folder;
        });
    }

    private void users(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<String> heads = new ArrayList<>(List.of("user_id:token"));
            data.schema().userFields().forEach(field -> heads.add(head(field)));
            line(out, heads);
            for (int user = 0; user < data.users(); user++) {
                List<String> cells = new ArrayList<>(List.of(plain(data.userKey(user))));
                int categorical = 0;
                int numeric = 0;
                for (Field field : data.schema().userFields()) {
                    if (field.isCategorical()) {
                        cells.add(plain(data.userValue(categorical, data.userField(categorical, user, 0))));
                        categorical++;
                    } else {
                        cells.add(number(data.userNumber(numeric++, user)));
                    }
                }
                line(out, cells);
            }
        }
    }

    private void items(Path file) throws IOException {
        List<Field> fields = data.schema().itemFields();
        List<Field> further = fields.subList(1, fields.size());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<String> heads = new ArrayList<>(List.of("item_id:token", "title:token_seq"));
            further.forEach(field -> heads.add(head(field)));
            line(out, heads);
            for (int item = Field.FIRST; item < data.items() + Field.FIRST; item++) {
                List<String> cells = new ArrayList<>(List.of(plain(data.itemKey(item))));
                cells.add(plain(data.itemTitle(item, Locale.ENGLISH)));
                int categorical = Schema.ITEM + 1;
                int numeric = 0;
                for (Field field : further) {
                    if (field.isCategorical()) {
                        cells.add(values(categorical++, item, field));
                    } else {
                        cells.add(number(data.itemNumber(numeric++, item)));
                    }
                }
                line(out, cells);
            }
        }
    }

    private String values(int categorical, int item, Field field) {
        List<String> values = new ArrayList<>();
        for (int k = 0; k < field.width(); k++) {
            int id = data.itemField(categorical, item, k);
            if (id >= Field.FIRST) {
                String value = plain(data.itemValue(categorical, id));
                values.add(field.width() > 1 ? value.replace(' ', '_') : value);
            }
        }
        return String.join(" ", values);
    }

    private void rows(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<String> heads = new ArrayList<>(List.of("user_id:token", "item_id:token", "timestamp:float"));
            if (data.info().labelled()) {
                heads.add("label:float");
            }
            data.schema().contextFields().forEach(field -> heads.add(head(field)));
            data.info().mark().keySet().forEach(name -> heads.add(name + ":token"));
            line(out, heads);
            rows(out, data.rows(Layout.EVENTS).orElseThrow(), "1");
            if (data.info().labelled()) {
                rows(out, data.rows(Layout.IMPRESSIONS).orElseThrow(), "0");
            }
        }
    }

    private void rows(BufferedWriter out, EventRows rows, String label) throws IOException {
        int user = 0;
        for (long row = 0; row < rows.size(); row++) {
            while (row >= rows.end(user)) {
                user++;
            }
            List<String> cells =
                    new ArrayList<>(List.of(plain(data.userKey(user)), plain(data.itemKey(rows.item(row)))));
            cells.add(time(rows, row));
            if (data.info().labelled()) {
                cells.add(label);
            }
            contexts(cells, rows, row);
            cells.addAll(data.info().mark().values());
            line(out, cells);
            if (row % TOLD == 0) {
                progress.at("write", (double) row / Math.max(1, rows.size()));
                if (progress.cancelled()) {
                    throw Problem.cancelled(RecBoleFiles.class, "cancelled").exception();
                }
            }
        }
    }

    /** Without times the position in the input is used, since RecBole sorts by this column. */
    private String time(EventRows rows, long row) {
        if (!data.info().times().timed()) {
            return String.valueOf(rows.order(row));
        }
        return rows.micros(row) == 0
                ? String.valueOf(rows.time(row))
                : String.format(Locale.ROOT, "%d.%06d", rows.time(row), rows.micros(row));
    }

    private void contexts(List<String> cells, EventRows rows, long row) {
        int categorical = 0;
        int numeric = 0;
        for (Field field : data.schema().contextFields()) {
            if (field.isCategorical()) {
                cells.add(plain(data.contextValue(categorical, rows.contextField(categorical, row))));
                categorical++;
            } else {
                cells.add(number(rows.contextNumber(numeric++, row)));
            }
        }
    }

    private static String head(Field field) {
        String type = field.isCategorical() ? field.width() > 1 ? "token_seq" : "token" : "float";
        return field.name().replaceAll("[\\s:]+", "_") + ":" + type;
    }

    private static String number(float value) {
        return Float.isFinite(value) ? String.valueOf(value) : "";
    }

    /** Tabs and line ends become blanks. */
    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
    }
}
