package dev.interestlens.figure.paint;

import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HeatmapData;

/**
 * The layout of a heat map of some size: cells on whole pixels, row labels left, column labels below (rotated where they do not fit, thinned where
 * there are too many), legend right.
 *
 * @param labels where the labels of rows and columns go
 */
public record HeatmapLayout(
        double left, double top, double cellWidth, double cellHeight, int rows, int columns, Labels labels) {

    /**
     * Room for labels.
     *
     * @param rowRoom pixels that a row label may take
     * @param rotated whether column labels are rotated
     * @param columnRoom pixels along the baseline that a column label may take
     * @param rowStep every how many rows a label is written
     * @param columnStep every how many columns a label is written
     */
    record Labels(double rowRoom, boolean rotated, double columnRoom, int rowStep, int columnStep) {}

    static final double LEGEND = 84;
    private static final double LINE = 15;
    private static final double ROWS = 0.32;

    /** Pixels along the baseline that most names of columns take: a low picture gives more of its height to them. */
    private static final double NAMES = 104;

    /** Sine and cosine of the rotation of names below columns. */
    private static final double SLANT = 0.71;

    private static final double LARGEST_CELL = 56;

    /** @param leftRoom smallest margin at the left, so that pictures below each other have aligned columns */
    static HeatmapLayout of(HeatmapData data, Surface ruler, double width, double height, double leftRoom) {
        HeatmapLayout plain = place(data, ruler, width, height, leftRoom);
        Labels labels = plain.labels();
        double reach = labels.rotated() ? labels.columnRoom() * SLANT - plain.cellWidth() / 2 : 0;
        return reach <= plain.left()
                ? plain
                : place(data, ruler, width, height, Math.ceil(Math.min(reach, width * ROWS)));
    }

    /** @param least margin at the left, for rotated names that extend beyond the first column */
    private static HeatmapLayout place(HeatmapData data, Surface ruler, double width, double height, double least) {
        double rowRoom = Math.min(ruler.widest(data.rows(), Letters.PLAIN), width * ROWS);
        double left = Math.max(least, Math.ceil(rowRoom + 10));
        double top = 4;
        double plotWidth = Math.max(1, width - left - LEGEND);
        int columns = Math.max(1, data.columns().size());
        int rows = Math.max(1, data.rows().size());
        double cellWidth = cell(plotWidth / columns);
        double widest = ruler.widest(data.columns(), Letters.PLAIN);
        boolean rotated = widest > cellWidth - 6;
        double named = Math.max(height * 0.36, Math.min(NAMES, height * 0.48));
        double columnRoom = rotated ? Math.min(widest, named) : cellWidth - 6;
        double below = rotated ? Math.ceil(columnRoom * SLANT + 14) : 22;
        double cellHeight = cell((height - top - below - 20) / rows);
        return new HeatmapLayout(
                left,
                top,
                cellWidth,
                cellHeight,
                rows,
                columns,
                new Labels(
                        rowRoom,
                        rotated,
                        columnRoom,
                        step(LINE, cellHeight),
                        step(rotated ? LINE / SLANT : 0, cellWidth)));
    }

    public double right() {
        return left + cellWidth * columns;
    }

    public double bottom() {
        return top + cellHeight * rows;
    }

    public double x(int column) {
        return left + cellWidth * column;
    }

    public double y(int row) {
        return top + cellHeight * row;
    }

    /** The column at an x, or −1. */
    public int columnAt(double x) {
        int column = (int) Math.floor((x - left) / cellWidth);
        return column >= 0 && column < columns ? column : -1;
    }

    /** The row at a y, or −1. */
    public int rowAt(double y) {
        int row = (int) Math.floor((y - top) / cellHeight);
        return row >= 0 && row < rows ? row : -1;
    }

    boolean roomForText(double textWidth) {
        return cellWidth >= textWidth + 6 && cellHeight >= 16;
    }

    private static double cell(double room) {
        double size = Math.max(1e-3, Math.min(room, LARGEST_CELL * 2));
        return size >= 4 ? Math.floor(size) : size;
    }

    private static int step(double needed, double size) {
        return Math.max(1, (int) Math.ceil(needed / size));
    }
}
