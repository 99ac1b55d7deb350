package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.Field;
import dev.interestlens.data.Layout;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sorts the rows of one DuckDB by user, time to the microsecond and input order, and writes them as one piece. */
public final class EventWriter {

    private final Duck duck;
    private final Disk disk;
    private final Path folder;
    private final TableInput input;
    private final boolean dropDuplicates;
    private final long last;
    private final boolean fractions;
    private final int users;
    private final List<ColumnSum> sums = new ArrayList<>();

    /**
     * @param last as in {@link EventPiece.Shape}
     * @param fractions whether some time of the input is no whole second
     */
    EventWriter(
            Duck duck,
            Disk disk,
            Path folder,
            TableInput input,
            boolean dropDuplicates,
            long last,
            boolean fractions,
            int users) {
        this.duck = duck;
        this.disk = disk;
        this.folder = folder;
        this.input = input;
        this.dropDuplicates = dropDuplicates;
        this.last = last;
        this.fractions = fractions;
        this.users = users;
    }

    EventEngine.Written run(Progress progress) throws IOException {
        ContextFields contexts = new ContextFields(duck, input, name -> "good", disk, folder);
        sums.addAll(contexts.sums());
        EventPiece.Shape shape = new EventPiece.Shape(
                input.has(Roles.TIME), last, fractions, dropDuplicates, contexts.names(), contexts.categorical());
        boolean labelled = input.has(Roles.LABEL);
        int[][] lengths = new int[1][];
        PieceStats events = write(shape, contexts, Layout.EVENTS, labelled ? "good.l > 0" : "true", progress, lengths);
        int[] chosen = lengths[0];
        PieceStats shown = labelled
                ? write(shape, contexts, Layout.IMPRESSIONS, "good.l <= 0", progress, lengths)
                : PieceStats.NONE;
        return new EventEngine.Written(events, shown, chosen, contexts.fields(), contexts.kinds(), sums);
    }

    private PieceStats write(
            EventPiece.Shape shape,
            ContextFields contexts,
            String rows,
            String wanted,
            Progress progress,
            int[][] lengths)
            throws IOException {
        long total = Math.max(1, duck.number("SELECT count(*) FROM good WHERE " + wanted));
        List<ColumnWriter> columns = new ArrayList<>();
        try (EventPiece piece = new EventPiece(shape, rows, name -> {
            columns.add(new ColumnWriter(disk, folder, name));
            return columns.get(columns.size() - 1);
        })) {
            duck.each(query(contexts, wanted), row -> {
                piece.add(row.getInt(1), row.getInt(2), row.getLong(3), row.getInt(4), new Row(row));
                if ((piece.rows() & 0xFFFF) == 0) {
                    progress.at("write", 0.8 + 0.15 * piece.rows() / total);
                }
            });
            for (ColumnWriter column : columns) {
                sums.add(column.finish());
            }
            lengths[0] = piece.lengths(users);
            sums.add(offsets(disk, folder, rows, lengths[0]));
            return piece.stats();
        }
    }

    /** Writes where the rows of each user begin. */
    public static ColumnSum offsets(Disk disk, Path folder, String rows, int[] lengths) throws IOException {
        try (ColumnWriter offsets = new ColumnWriter(disk, folder, Layout.offsets(rows))) {
            long at = 0;
            offsets.putLong(at);
            for (int length : lengths) {
                at += length;
                offsets.putLong(at);
            }
            return offsets.finish();
        }
    }

    private String query(ContextFields contexts, String wanted) {
        StringBuilder select = new StringBuilder("SELECT users.id, items.id, ")
                .append(input.has(Roles.TIME) ? "good.t" : "good.ord")
                .append(", good.ord");
        StringBuilder from =
                new StringBuilder(" FROM good JOIN users ON good.u = users.u JOIN items ON good.i = items.i");
        for (Field field : contexts.fields()) {
            String column = "good." + Duck.name("x_" + field.name());
            if (field.isCategorical()) {
                String table = ContextFields.table(field.name());
                select.append(", coalesce(" + table + ".id, " + Field.UNKNOWN + ")");
                from.append(" LEFT JOIN " + table + " ON " + column + " = " + table + ".x");
            } else {
                select.append(", " + Duck.finite(column));
            }
        }
        return select.append(from)
                .append(" WHERE " + wanted + " ORDER BY 1, 3, 4")
                .toString();
    }

    /** The context fields of a row of the query. */
    private record Row(ResultSet row) implements EventPiece.Contexts {
        @Override
        public int id(int field) throws IOException {
            try {
                return row.getInt(5 + field);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public float number(int field) throws IOException {
            try {
                float number = row.getFloat(5 + field);
                return row.wasNull() ? Float.NaN : number;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
