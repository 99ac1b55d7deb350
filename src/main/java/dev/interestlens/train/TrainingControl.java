package dev.interestlens.train;

import java.util.concurrent.locks.LockSupport;

/** What a person wants from a running trainer; read between batches. */
@FunctionalInterface
public interface TrainingControl {
    /** All wishes. */
    enum Wish {
        GO_ON,
        PAUSE,
        /** Do one step and pause again. */
        STEP,
        /** End now, keeping the best epoch; the last state stays resumable. */
        STOP
    }

    Wish wish();

    /** Waits a moment for another wish; called while paused. */
    default void await() {
        LockSupport.parkNanos(20_000_000L);
    }

    /** Without any wish. */
    static TrainingControl none() {
        return () -> Wish.GO_ON;
    }
}
