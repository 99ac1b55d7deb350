package dev.interestlens.figure;

/** Cells of one size in rows and columns. */
public interface Cells {
    int rows();

    int columns();

    /** The colour of a cell; null where nothing is drawn. */
    Ink ink(int row, int column);

    /** The description of a cell, or null. */
    Phrase told(int row, int column);
}
