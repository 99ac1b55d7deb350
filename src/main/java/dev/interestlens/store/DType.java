package dev.interestlens.store;

/** Element types of a {@link Tensor}, named as in safetensors files. */
public enum DType {
    F64(8),
    I64(8),
    F32(4),
    I32(4),
    F16(2),
    BF16(2),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int size;

    DType(int size) {
        this.size = size;
    }

    /** Bytes an element. */
    public int size() {
        return size;
    }
}
