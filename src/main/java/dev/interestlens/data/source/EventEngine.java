package dev.interestlens.data.source;

import dev.interestlens.data.ColumnSum;
import dev.interestlens.data.Field;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the rows of a log are read, held and sorted: on this machine or on many. What is asked of it and in which order is the import's; the same
 * SQL over {@code raw} and {@code good} runs on either, and the answers are the same. Closing lets go of it.
 */
interface EventEngine extends AutoCloseable {

    /** A record that is no row of the table. */
    record Reject(long record, String type, String text) implements Serializable {}

    /** Rows of one file that are left out for one reason. @param first the first rows of {@code raw} among them */
    record Out(String reason, long count, List<Long> first) {}

    /** Takes what was read of one file. */
    @FunctionalInterface
    interface FileTaker {
        /**
         * @param end number of rows of {@code raw} up to the end of this file
         * @param rejects by their records
         */
        void take(TextTable table, long end, List<Reject> rejects) throws IOException;
    }

    /** Takes a row of an answer. */
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
     * What sorting left in the folder.
     *
     * @param impressions without rows where the log has no labels
     * @param lengths events of each user
     */
    record Written(
            PieceStats events, PieceStats impressions, int[] lengths, List<Field> contexts, List<ColumnSum> sums) {}

    /** Looks through all files of the plan. */
    Map<TableInput, TextTable> scan(ImportPlan plan);

    /** Says which part of the whole comes next. */
    void stage(String name, double from, double to);

    /** A DuckDB for small questions. */
    Duck duck();

    /** All values of the column of times, without spaces around them. */
    TimeColumn.Values times(TableInput input, boolean spaces);

    /** Reads the files into {@code raw}; its {@code rowid} is the order of the input. */
    void load(EventSql sql, List<TextTable> logs, FileTaker taker) throws IOException;

    /** What is left out of the rows of a file, by reason. */
    List<Out> out(LogLines.Span span) throws IOException;

    /** The one number that a query gives. */
    long number(String sql);

    /** Gives every row of the answer to the taker. */
    void each(String sql, RowTaker taker) throws IOException;

    /**
     * The first rows of a file that are left out, as they stand there: user, item, time and label.
     *
     * @param wanted a further condition on {@code bad}
     */
    List<String> texts(LogLines.Span span, String wanted, int most) throws IOException;

    /** What stands in the column of a role in the first row of a file that is left out for the reason. */
    String value(LogLines.Span span, String role, String reason) throws IOException;

    /** Which times are far from the others. */
    FarTimes farTimes() throws IOException;

    /** Makes {@code core_u} and {@code core_i}: users and items that keep at least k events of those that fit the condition. */
    void core(String condition, int k);

    /** Makes {@code good}, the rows that fit the condition, with {@code row} for that of {@code raw}, and {@code ord}. */
    void good(String order, String condition);

    /** A DuckDB in which {@code raw} and {@code good} say of each item what the log says of it. */
    Duck items();

    /** The same of each user. */
    Duck users();

    /** Called when {@code items} and {@code users} are there: writes the events sorted by user, time and order. */
    Written write(TableInput input, Path folder, boolean dropDuplicates, int users) throws IOException;

    @Override
    void close();
}
