package dev.interestlens.data.source;

import java.util.function.DoubleSupplier;

/** Receives the progress of an import and can cancel it. */
public interface Progress {

    /**
     * @param stage key of what is being done: {@code scan, read, encode, sort, write, check}
     * @param fraction of the whole, 0 … 1
     */
    void at(String stage, double fraction);

    boolean cancelled();

    /**
     * Registers an action for a thread that watches while long queries run. Without such a thread, an import calls {@link #cancelled} between its
     * steps.
     *
     * @param breakOff called repeatedly once the import is cancelled
     * @param fraction the progress of the whole, 0 … 1; negative where it is unknown
     * @return ends the watch
     */
    default Runnable watch(Runnable breakOff, DoubleSupplier fraction) {
        return () -> {};
    }

    /** Ignores progress and never cancels. */
    static Progress none() {
        return new Progress() {
            @Override
            public void at(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
