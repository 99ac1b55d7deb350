package dev.interestlens.data;

import dev.interestlens.store.ArrayFill;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the numbers of a field are scaled to the size of embeddings: {@code low} becomes −1, {@code high} 1, and the result is clipped at ±{@value
 * #MOST}. Unscaled prices or timestamps would dominate all other inputs.
 *
 * @param low the 10th percentile of the field's different values
 * @param high the 90th
 */
public record FieldScale(float low, float high) {
    /** The largest absolute value of a scaled number. */
    public static final float MOST = 5;

    public FieldScale {
        if (!Float.isFinite(low) || !Float.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /** Whether any of some numeric fields has a scale; data sets of earlier versions have none, and their numbers are not scaled. */
    public static boolean any(List<Field> numeric) {
        return numeric.stream().anyMatch(field -> field.scale() != null);
    }

    /** The number that becomes 0, for each field. */
    public static float[] middles(List<Field> numeric) {
        return each(numeric, 0, scale -> ((double) scale.low + scale.high) / 2);
    }

    /** The distance from it that becomes 1, for each field. */
    public static float[] units(List<Field> numeric) {
        return each(numeric, 1, scale -> ((double) scale.high - scale.low) / 2);
    }

    private static float[] each(List<Field> numeric, float without, ToDoubleFunction<FieldScale> number) {
        return ArrayFill.floats(numeric.size(), f -> {
            FieldScale scale = numeric.get(f).scale();
            return scale == null ? without : number.applyAsDouble(scale);
        });
    }

    /** Rows of numbers of some numeric fields, scaled; the given array is not changed. */
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
