package dev.interestlens.data;

import java.util.List;

/**
 * How the numbers of a field are brought to a size that a model can read beside embeddings: {@code low} becomes −1, {@code high} 1, and beyond ±{@value #MOST}
 * nothing more is told apart. Prices in cents or moments as they stand would drown everything else.
 *
 * @param low the 10th percentile of the field's different values
 * @param high the 90th
 */
public record FieldScale(float low, float high) {
    /** The largest size of a scaled number. */
    public static final float MOST = 5;

    public FieldScale {
        if (!Float.isFinite(low) || !Float.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /** Whether any of some numeric fields has a scale; data sets of earlier versions have none, and their numbers are read as they are. */
    public static boolean any(List<Field> numeric) {
        return numeric.stream().anyMatch(field -> field.scale() != null);
    }

    /** What becomes 0, of each field. */
    public static float[] middles(List<Field> numeric) {
        float[] middles = new float[numeric.size()];
        for (int f = 0; f < middles.length; f++) {
            FieldScale scale = numeric.get(f).scale();
            middles[f] = scale == null ? 0 : (float) (((double) scale.low + scale.high) / 2);
        }
        return middles;
    }

    /** What lies 1 from it, of each field. */
    public static float[] units(List<Field> numeric) {
        float[] units = new float[numeric.size()];
        for (int f = 0; f < units.length; f++) {
            FieldScale scale = numeric.get(f).scale();
            units[f] = scale == null ? 1 : (float) (((double) scale.high - scale.low) / 2);
        }
        return units;
    }

    /** Rows of numbers of some numeric fields, scaled; the given ones stay as they are. */
    public static float[] scaled(float[] numbers, List<Field> numeric) {
        if (!any(numeric)) {
            return numbers;
        }
        float[] middles = middles(numeric);
        float[] units = units(numeric);
        float[] scaled = new float[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            int f = i % middles.length;
            scaled[i] = Math.max(-MOST, Math.min(MOST, (numbers[i] - middles[f]) / units[f]));
        }
        return scaled;
    }
}
