package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.Field;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.ImportPlan;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.time.FarTimes;
import dev.interestlens.data.source.time.TimeColumn;
import dev.interestlens.data.source.time.TimeFormat;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the rows of a log are read, held and sorted: on this machine or on many. The import decides which queries run and in which order; the same
 * SQL over {@code raw} and {@code good} runs on either, with the same results. Closing releases its resources.
 */
public interface EventEngine extends AutoCloseable {

    /** The query of the last time of the log. */
    String LAST = "SELECT coalesce(max(t), 0) FROM good WHERE t < " + TimeFormat.LAST;

    /** A record that is not a row of the table. */
    record Reject(long record, String type, String text) implements Serializable {}

    /**
     * Rows of one file that are left out for one reason.
     *
     * @param first the first rows of {@code raw} among them
     */
    record Out(String reason, long count, List<Long> first) {}

    /** Receives what was read of one file. */
    @FunctionalInterface
    interface FileTaker {
        /**
         * @param end number of rows of {@code raw} up to the end of this file
         * @param rejects by their records
         */
        void take(TextTable table, long end, List<Reject> rejects) throws IOException;
    }

    /** Receives a row of a result. */
    @FunctionalInterface
    interface RowTaker {
        void take(Values row) throws IOException;
    }

    /** The values of a row, from 1. */
    interface Values {
        long number(int column);

        String text(int column);
    }

    /**
     * What sorting wrote to the folder.
     *
     * @param impressions without rows where the log has no labels
     * @param lengths events of each user
     * @param kinds those of the contexts
     */
    record Written(
            PieceStats events,
            PieceStats impressions,
            int[] lengths,
            List<Field> contexts,
            List<FieldKind> kinds,
            List<ColumnSum> sums) {}

    /** Scans all files of the plan. */
    Map<TableInput, TextTable> scan(ImportPlan plan);

    /** Sets the range of the whole progress that comes next. */
    void stage(String name, double from, double to);

    /** A DuckDB for small queries. */
    Duck duck();

    /** All values of the column of times, without what stands around them. */
    TimeColumn.Values times(TableInput input, Trim around);

    /** Reads the files into {@code raw}; its {@code rowid} is the order of the input. */
    void load(EventSql sql, List<TextTable> logs, FileTaker taker) throws IOException;

    /** The rows of a file that are left out, by reason. */
    List<Out> out(LogLines.Span span) throws IOException;

    /** The one number that a query gives. */
    long number(String sql);

    /** Calls the taker for every row of the result. */
    void each(String sql, RowTaker taker) throws IOException;

    /**
     * The original texts of the first rows of a file that are left out: user, item, time and label.
     *
     * @param wanted a further condition on {@code bad}
     */
    List<String> texts(LogLines.Span span, String wanted, int most) throws IOException;

    /** The texts in the column of a role in the first rows of a file that are left out for the reason. */
    List<String> values(LogLines.Span span, ColumnRole role, String reason, int most) throws IOException;

    /** The column of {@code good} with what the log says of a role about items or users. */
    String told(ColumnRole role);

    /** Which times are far from the others. */
    FarTimes farTimes() throws IOException;

    /** Makes {@code core_u} and {@code core_i}: users and items that keep at least k events of those that fit the condition. */
    void core(String condition, int k);

    /** Makes {@code good}, the rows that fit the condition, with {@code row} for that of {@code raw}, and {@code ord}. */
    void good(String order, String condition);

    /** A DuckDB whose {@code raw} and {@code good} hold what the log says about each item. */
    Duck items();

    /** The same for each user. */
    Duck users();

    /** Writes the events sorted by user, time and order; called once {@code items} and {@code users} exist. */
    Written write(TableInput input, Path folder, boolean dropDuplicates, int users) throws IOException;

    @Override
    void close();
}
