package dev.interestlens.export.onnx;

import java.util.Arrays;

/** The numbers that an ONNX file computes with. */
public enum Precision {
    /** 32-bit floats throughout. */
    FLOAT("float"),

    /** Wide products of weights in 8-bit integers, with scales from real rows. */
    INT8("int8"),

    /** Tables of embeddings stored as 16-bit floats; everything else as 32-bit floats. */
    FLOAT16_EMBEDDINGS("float16-embeddings");

    private final String word;

    Precision(String word) {
        this.word = word;
    }

    /** Its name on the command line and in files. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException where there is no such name */
    public static Precision named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no precision " + word));
    }
}
