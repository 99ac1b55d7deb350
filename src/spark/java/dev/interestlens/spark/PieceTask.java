package dev.interestlens.spark;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PlainColumn;
import dev.interestlens.data.source.load.EventPiece;
import dev.interestlens.spark.source.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Writes the sorted rows of one partition ({@code u, t, ord, id, l} and the context fields) as pieces of columns, and publishes them. */
final class PieceTask implements FlatMapFunction<Iterator<Row>, Cluster.Piece> {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CONTEXT = 5;

    private final Cluster.Sorting sorting;
    private final SharedFolder shared;

    PieceTask(Cluster.Sorting sorting, SharedFolder shared) {
        this.sorting = sorting;
        this.shared = shared;
    }

    @Override
    public Iterator<Cluster.Piece> call(Iterator<Row> rows) throws IOException {
        Path folder = TaskFiles.folder("piece");
        try {
            return List.of(write(rows, folder)).iterator();
        } finally {
            TaskFiles.remove(folder);
        }
    }

    private List<String> kinds() {
        return sorting.labelled() ? List.of(Layout.EVENTS, Layout.IMPRESSIONS) : List.of(Layout.EVENTS);
    }

    private List<String> names() {
        return kinds().stream()
                .flatMap(
                        rows -> Stream.concat(sorting.shape().columns(rows).stream(), Stream.of(Cluster.lengths(rows))))
                .toList();
    }

    private Cluster.Piece write(Iterator<Row> rows, Path folder) throws IOException {
        EventPiece events = piece(Layout.EVENTS, folder);
        EventPiece shown = sorting.labelled() ? piece(Layout.IMPRESSIONS, folder) : events;
        int users = 0;
        try (events;
                shown) {
            String user = null;
            while (rows.hasNext()) {
                Row row = rows.next();
                String key = row.getString(0);
                if (!key.equals(user)) {
                    user = key;
                    users++;
                }
                boolean chosen = !sorting.labelled() || row.getFloat(4) > 0;
                (chosen ? events : shown)
                        .add(users - 1, row.getInt(3), row.getLong(1), (int) row.getLong(2), new Contexts(row));
            }
        }
        lengths(events, Layout.EVENTS, users, folder);
        if (sorting.labelled()) {
            lengths(shown, Layout.IMPRESSIONS, users, folder);
        }
        String name = "pieces/" + TaskFiles.name();
        for (String column : names()) {
            shared.publish(folder.resolve(column), name + "/" + column);
        }
        return new Cluster.Piece(TaskContext.get().partitionId(), name, users, events.stats(), shown.stats());
    }

    private EventPiece piece(String rows, Path folder) throws IOException {
        return new EventPiece(sorting.shape(), rows, name -> new PlainColumn(folder.resolve(name)));
    }

    private static void lengths(EventPiece piece, String rows, int users, Path folder) throws IOException {
        try (PlainColumn column = new PlainColumn(folder.resolve(Cluster.lengths(rows)))) {
            for (int length : piece.lengths(users)) {
                column.putInt(length);
            }
        }
    }

    /** The context fields of a row. */
    private record Contexts(Row row) implements EventPiece.Contexts {
        @Override
        public int id(int field) {
            return row.getInt(FIRST_CONTEXT + field);
        }

        @Override
        public float number(int field) {
            return row.isNullAt(FIRST_CONTEXT + field) ? Float.NaN : row.getFloat(FIRST_CONTEXT + field);
        }
    }
}
