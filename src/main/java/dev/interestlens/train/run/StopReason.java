package dev.interestlens.train.run;

/** Why a trainer ended by itself. */
public enum StopReason {
    /** All epochs were done. */
    COMPLETED,
    /** Nothing better came for so many epochs. */
    EARLY,
    /** A person stopped it. */
    USER,
    /** Numbers were not finite. */
    DIVERGED,
    /** The disk refused. */
    DISK,
    /** Memory was refused. */
    MEMORY;

    /** Whether it is a failure, which can be resumed from the last checkpoint. */
    public boolean isFailure() {
        return this == DIVERGED || this == DISK || this == MEMORY;
    }
}
