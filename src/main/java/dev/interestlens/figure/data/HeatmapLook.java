package dev.interestlens.figure.data;

import dev.interestlens.figure.Transform;

/**
 * How a heat map is shown.
 *
 * @param range of the colour scale; null for that of the values
 * @param leftRoom the smallest margin left of the cells: heat maps of the same width and margin have aligned columns
 * @param row marked row, −1 for none; then the whole marked column is marked
 * @param column marked column, −1 for none
 */
public record HeatmapLook(HeatmapData.Range range, Transform transform, double leftRoom, int row, int column) {
    public static final HeatmapLook PLAIN = new HeatmapLook(null, Transform.LINEAR, 0, -1, -1);

    /** A heatmap that shares its range with others. */
    public static HeatmapLook on(HeatmapData.Range range, Transform transform) {
        return new HeatmapLook(range, transform, 0, -1, -1);
    }

    public boolean marks() {
        return row >= 0 && column >= 0;
    }
}
