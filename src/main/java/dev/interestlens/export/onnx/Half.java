package dev.interestlens.export.onnx;

/** Numbers of 16 bits: sign, 5 bits of exponent, 10 of fraction (IEEE 754 binary16). */
final class Half {
    private static final int MIN_EXPONENT = -14;
    private static final double LARGEST = 65504;

    private Half() {}

    /** The nearest number, ties to even; larger ones become the largest. NaN stays NaN. */
    static short of(float value) {
        int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
        if (Float.isNaN(value)) {
            return (short) (sign | 0x7e00);
        }
        double size = Math.min(Math.abs((double) value), LARGEST);
        int exponent = Math.max(MIN_EXPONENT, Math.getExponent(size));
        long steps =
                (long) Math.rint(Math.scalb(size, 10 - exponent)); // 1024 … 2048, or fewer below the least exponent
        long bits = steps + ((long) (exponent - MIN_EXPONENT) << 10); // the leading 1 adds one exponent
        return (short) (sign | (int) bits);
    }
}
