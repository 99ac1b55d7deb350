package dev.interestlens.figure.data;

import dev.interestlens.figure.Transform;

/**
 * How a heatmap is shown, beside its values.
 *
 * @param range values between which colours run; null for those of the heatmap
 * @param leftRoom room left of the cells at least: heatmaps of one width with the same room share their columns
 * @param row marked row, −1 for none; then the marked column is marked as a whole
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
