package dev.interestlens.data.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.TextWriter;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes events or impressions sorted by user, time to the microsecond and input order, and counts while they pass by. */
final class EventWriter {

    private static final long SECOND = 1_000_000;

    private final Duck duck;
    private final Disk disk;
    private final Path folder;
    private final TableInput input;
    private final String rows;
    private final boolean dropDuplicates;
    private final boolean timed;
    private final boolean fractions;
    private final List<ColumnSum> sums = new ArrayList<>();
    private final List<Field> contexts = new ArrayList<>();
    private final List<ColumnWriter> contextColumns = new ArrayList<>();
    private final Set<Integer> sameTime = new HashSet<>();
    private ColumnWriter offsets;
    private ColumnWriter items;
    private ColumnWriter times;
    private ColumnWriter fractionsOfSeconds;
    private ColumnWriter orders;
    private final int[] lengths;
    private long events;
    private int user = -1;
    private long time;
    private int group;
    private final Smallest firstDuplicates = new Smallest(Audit.FIRST);
    private final Smallest firstTies = new Smallest(Audit.FIRST);
    private long duplicates;
    private long ties;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /**
     * @param rows {@link Layout#EVENTS} or {@link Layout#IMPRESSIONS}
     * @param fractions whether some time of the input is no whole second
     */
    EventWriter(
            Duck duck,
            Disk disk,
            Path folder,
            TableInput input,
            String rows,
            boolean dropDuplicates,
            boolean fractions,
            int users) {
        this.duck = duck;
        this.disk = disk;
        this.folder = folder;
        this.input = input;
        this.rows = rows;
        this.dropDuplicates = dropDuplicates;
        this.timed = input.has(Roles.TIME);
        this.fractions = fractions;
        this.lengths = new int[users];
    }

    void run(Progress progress) throws IOException {
        List<ColumnWriter> open = new ArrayList<>();
        try {
            offsets = opened(Layout.offsets(rows), open);
            items = opened(Layout.item(rows), open);
            times = opened(Layout.time(rows), open);
            orders = opened(Layout.order(rows), open);
            fractionsOfSeconds = fractions ? opened(Layout.micros(rows), open) : null;
            String sql = contexts(open);
            long total = Math.max(1, duck.number("SELECT count(*) FROM good WHERE " + wanted()));
            duck.each(sql, row -> {
                add(row);
                if ((events & 0xFFFF) == 0) {
                    progress.at("write", 0.8 + 0.15 * events / total);
                }
            });
            for (int u = user; u < lengths.length; u++) {
                offsets.putLong(events);
            }
            for (ColumnWriter column : open) {
                sums.add(column.finish());
            }
        } finally {
            for (ColumnWriter column : open) {
                column.close();
            }
        }
    }

    private String wanted() {
        if (!input.has(Roles.LABEL)) {
            return "true";
        }
        return rows.equals(Layout.EVENTS) ? "good.l > 0" : "good.l <= 0";
    }

    private ColumnWriter opened(String name, List<ColumnWriter> open) throws IOException {
        ColumnWriter column = new ColumnWriter(disk, folder, name);
        open.add(column);
        return column;
    }

    // Prepares the context fields and says how the events are to be asked for.
    private String contexts(List<ColumnWriter> open) throws IOException {
        StringBuilder select = new StringBuilder("SELECT users.id, items.id, ")
                .append(timed ? "good.t" : "good.ord")
                .append(", good.ord");
        StringBuilder from =
                new StringBuilder(" FROM good JOIN users ON good.u = users.u JOIN items ON good.i = items.i");
        for (Map.Entry<String, String> entry : input.fields(Roles.CONTEXT_FIELD).entrySet()) {
            String name = entry.getKey();
            String column = Duck.name("x_" + name);
            contextColumns.add(opened(Layout.context(rows, name), open));
            if (EntityLoad.isNumber(duck, "good", column)) {
                contexts.add(Field.numeric(name));
                select.append(", coalesce(try_cast(good.").append(column).append(" AS FLOAT), 0)");
            } else {
                String table = Duck.name("context_" + name);
                duck.run("CREATE TABLE IF NOT EXISTS " + table
                        + " AS SELECT x, CAST(row_number() OVER (ORDER BY x) + 1 AS INTEGER) AS id"
                        + " FROM (SELECT DISTINCT " + column + " AS x FROM good) WHERE x IS NOT NULL");
                contexts.add(vocabulary(name, table));
                select.append(", coalesce(")
                        .append(table)
                        .append(".id, ")
                        .append(Field.UNKNOWN)
                        .append(")");
                from.append(" LEFT JOIN ")
                        .append(table)
                        .append(" ON good.")
                        .append(column)
                        .append(" = ")
                        .append(table)
                        .append(".x");
            }
        }
        return select.append(from)
                .append(" WHERE " + wanted() + " ORDER BY 1, 3, 4")
                .toString();
    }

    private Field vocabulary(String name, String table) throws IOException {
        if (!rows.equals(Layout.EVENTS)) {
            return Field.categorical(name, (int) duck.number("SELECT count(*) FROM " + table) + Field.FIRST);
        }
        int[] size = {Field.FIRST};
        try (TextWriter texts = new TextWriter(disk, folder, Layout.contextField(name))) {
            duck.each("SELECT x FROM " + table + " ORDER BY id", row -> {
                texts.add(row.getString(1));
                size[0]++;
            });
            sums.addAll(texts.finish());
        }
        return Field.categorical(name, size[0]);
    }

    private void add(ResultSet row) throws SQLException, IOException {
        int u = row.getInt(1);
        int item = row.getInt(2);
        long t = row.getLong(3);
        if (u != user || t != time) {
            group = 0;
            sameTime.clear();
        }
        while (user < u) {
            user++;
            offsets.putLong(events);
        }
        time = t;
        if (!sameTime.add(item)) {
            duplicates++;
            firstDuplicates.add(row.getInt(4));
            if (dropDuplicates) {
                return;
            }
        }
        group++;
        ties += group == 1 ? 0 : group == 2 ? 2 : 1;
        if (group > 1) {
            firstTies.add(row.getInt(4));
        }
        items.putInt(item);
        long seconds = timed ? Math.floorDiv(t, SECOND) : t;
        times.putLong(seconds);
        if (fractions) {
            fractionsOfSeconds.putInt((int) Math.floorMod(t, SECOND));
        }
        orders.putInt(row.getInt(4));
        for (int c = 0; c < contexts.size(); c++) {
            if (contexts.get(c).isCategorical()) {
                contextColumns.get(c).putInt(row.getInt(5 + c));
            } else {
                contextColumns.get(c).putFloat(row.getFloat(5 + c));
            }
        }
        earliest = Math.min(earliest, seconds);
        latest = Math.max(latest, seconds);
        lengths[u]++;
        events++;
    }

    List<ColumnSum> sums() {
        return sums;
    }

    List<Field> contextFields() {
        return contexts;
    }

    /** Events of each user. */
    int[] lengths() {
        return lengths;
    }

    long events() {
        return events;
    }

    long duplicates() {
        return duplicates;
    }

    /** Rows of the input that repeat an earlier one, the first of them. */
    List<Long> firstDuplicates() {
        return firstDuplicates.ascending();
    }

    /** Rows of the input that share their time with the one before them in time, the first of them. */
    List<Long> firstTies() {
        return firstTies.ascending();
    }

    long ties() {
        return ties;
    }

    long earliest() {
        return events == 0 ? 0 : earliest;
    }

    long latest() {
        return events == 0 ? 0 : latest;
    }
}
