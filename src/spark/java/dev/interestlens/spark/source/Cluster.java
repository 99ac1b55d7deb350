package dev.interestlens.spark.source;

import dev.interestlens.data.source.load.EventPiece;
import dev.interestlens.data.source.load.PieceStats;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Machines that read, hold and sort the rows of a log together. Tasks process each part of a log; queries are those of an import, over the views
 * {@code raw} and {@code good}. A task that is lost with its machine is repeated, and its first attempt does not affect the result.
 */
public interface Cluster extends AutoCloseable {

    /** The work of a task on a part of a log. */
    @FunctionalInterface
    interface Task<A> extends Serializable {
        A run(LogPart part, Files files) throws IOException;
    }

    /** The files of a task. */
    interface Files {
        /** The bytes of the part, in a file of this machine under the name that the log's file has. */
        Path local() throws IOException;

        /** Reads the whole file to which the part belongs. */
        InputStream whole() throws IOException;

        /** An empty local folder. */
        Path work();

        /**
         * Copies a file to where all machines can read it, under a name that no other attempt has.
         *
         * @return that name
         */
        String publish(Path file) throws IOException;
    }

    /**
     * A published file with rows of {@code raw}: those of one part.
     *
     * @param firstRow number of its first row
     */
    record RawFile(int part, String name, long firstRow) {}

    /**
     * A column of published rows.
     *
     * @param type in DuckDB's notation
     */
    record RawColumn(String name, String type) implements Serializable {}

    /**
     * How rows are to be sorted and written.
     *
     * @param labelled whether rows that were not chosen are written separately
     * @param contexts the column with the values of each context field; of those that hold ids, {@code x} of a table {@code context_N}
     */
    record Sorting(EventPiece.Shape shape, boolean labelled, String time, List<String> contexts)
            implements Serializable {}

    /**
     * A sorted piece; its files are named by its name, a slash and the column.
     *
     * @param number of the piece, in the order of its users
     */
    record Piece(int number, String name, int users, PieceStats events, PieceStats impressions)
            implements Serializable {}

    /** Name of the file of a piece with the rows of each user, int32. */
    static String lengths(String rows) {
        return rows + ".lengths";
    }

    /** Bytes of a log that one task reads, where a log can be divided. */
    long partBytes();

    /** The location of a file whose beginning is on this machine. */
    String location(Path head);

    /** Size of the whole file in bytes. */
    long size(Path head) throws IOException;

    /**
     * Runs a task for each part; results are in the order of the parts.
     *
     * @param done called with the share that is done
     */
    <A extends Serializable> List<A> map(List<LogPart> parts, Task<A> task, DoubleConsumer done);

    /** Makes {@code raw} from published files. */
    void raw(List<RawFile> files, List<RawColumn> columns);

    /** Makes a view of a Parquet file of this machine. */
    void table(String name, Path parquet) throws IOException;

    /** Makes a view of a query; its rows are cached where {@code often} is true. */
    void view(String name, String query, boolean often);

    /** Makes {@code core_u} and {@code core_i} from {@code raw}. */
    void core(String condition, int k);

    /** The rows of a result: numbers and texts. */
    List<Object[]> rows(String query);

    /**
     * Writes the rows of {@code good}, each key once, with the first value of each column by {@code row}.
     *
     * @return Parquet files of this machine
     */
    List<Path> entities(String key, List<String> columns, Path folder) throws IOException;

    /**
     * Writes the different values of a column of {@code good}.
     *
     * @return Parquet files of this machine
     */
    List<Path> values(String column, Path folder) throws IOException;

    /** Sorts {@code good}, joined with {@code items}, into pieces. */
    List<Piece> sort(Sorting sorting, DoubleConsumer done);

    /** Opens a published file. */
    InputStream published(String name) throws IOException;

    /** Cancels what is running. */
    void breakOff();

    /** Removes everything that was published. */
    @Override
    void close();
}
