package dev.interestlens.spark.source;

import java.io.Serializable;

/**
 * A part of a log that is read separately.
 *
 * @param number its index among the parts of all files, from 0
 * @param file number of the file, from 0
 * @param location of the file for the machine that reads it
 * @param kind what the part is
 * @param from first byte: records that begin from here on; or the first row
 * @param to behind the last byte, or the last row
 */
public record LogPart(int number, int file, String location, Kind kind, long from, long to) implements Serializable {

    /** What a part is. */
    public enum Kind {
        /** Whole records of a text: those that begin between two offsets. */
        BYTES,
        /** A whole file. */
        WHOLE,
        /** Rows of a Parquet file. */
        ROWS
    }

    /** Whether the header, if there is one, is in it. */
    boolean first() {
        return from == 0;
    }
}
