package dev.interestlens.spark.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.ColumnWriter;
import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.load.EventPiece;
import dev.interestlens.data.source.load.EventWriter;
import dev.interestlens.data.source.load.PieceStats;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The sorted pieces of a log, joined into the columns of a data set.
 *
 * @param pieces in the order of their users
 * @param users of all pieces together, counted before
 */
record SortedPieces(List<Cluster.Piece> pieces, int users, Cluster cluster, Disk disk, Progress progress) {
    private static final int BUFFER = 1 << 20;

    /** The counts of all pieces together. */
    PieceStats stats(Function<Cluster.Piece, PieceStats> of) {
        return pieces.stream().map(of).reduce(PieceStats.NONE, PieceStats::with);
    }

    /**
     * Writes one file for each column, concatenating the pieces, and the offsets of users.
     *
     * @param rows name of the rows in the data set's layout
     * @param sums gets the sums of what is written
     * @return rows of each user
     */
    int[] join(EventPiece.Shape shape, String rows, Path folder, List<ColumnSum> sums) throws IOException {
        for (String column : shape.columns(rows)) {
            try (ColumnWriter writer = new ColumnWriter(disk, folder, column)) {
                for (Cluster.Piece piece : pieces) {
                    ImportCancelled.check(progress);
                    copy(piece.name() + "/" + column, writer);
                }
                sums.add(writer.finish());
            }
        }
        int[] lengths = lengths(rows);
        sums.add(EventWriter.offsets(disk, folder, rows, lengths));
        return lengths;
    }

    private void copy(String published, ColumnWriter writer) throws IOException {
        byte[] bytes = new byte[BUFFER];
        try (InputStream in = cluster.published(published)) {
            for (int n = in.readNBytes(bytes, 0, BUFFER); n > 0; n = in.readNBytes(bytes, 0, BUFFER)) {
                writer.put(n == BUFFER ? bytes : Arrays.copyOf(bytes, n));
            }
        }
    }

    private int[] lengths(String rows) throws IOException {
        int[] lengths = new int[users];
        int user = 0;
        for (Cluster.Piece piece : pieces) {
            if (user + piece.users() > users) {
                throw lost();
            }
            byte[] bytes = new byte[piece.users() * Integer.BYTES];
            try (DataInputStream in =
                    new DataInputStream(cluster.published(piece.name() + "/" + Cluster.lengths(rows)))) {
                in.readFully(bytes);
            }
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(lengths, user, piece.users());
            user += piece.users();
        }
        if (user != users) {
            throw lost();
        }
        return lengths;
    }

    private RuntimeException lost() {
        return Problem.internal(ClusterEngine.class, "piecesLost").exception("users", users);
    }
}
