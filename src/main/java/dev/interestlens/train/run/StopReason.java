package dev.interestlens.train.run;

/** Why a trainer ended by itself. */
public enum StopReason {
    /** All epochs were done. */
    COMPLETED,
    /** No improvement for {@code patience} epochs. */
    EARLY,
    /** A person stopped it. */
    USER,
    /** Numbers were not finite. */
    DIVERGED,
    /** The disk could not be written. */
    DISK,
    /** Memory could not be allocated. */
    MEMORY;

    /** Whether it is a failure, which can be resumed from the last checkpoint. */
    public boolean isFailure() {
        return this == DIVERGED || this == DISK || this == MEMORY;
    }
}
