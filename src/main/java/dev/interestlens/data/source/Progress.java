package dev.interestlens.data.source;

import java.util.function.DoubleSupplier;

/** Told how far an import is, and asked whether it shall go on. */
public interface Progress {

    /**
     * @param stage key of what is being done: {@code scan, read, encode, sort, write, check}
     * @param fraction of the whole, 0 … 1
     */
    void at(String stage, double fraction);

    boolean cancelled();

    /**
     * Takes what a watcher may do from another thread while long queries run. Without a watcher, an import looks at
     * {@link #cancelled} between its steps.
     *
     * @param breakOff to be done, again and again, once somebody cancels
     * @param fraction how far the whole is by now, 0 … 1; negative where it is not known
     * @return ends the watch
     */
    default Runnable watch(Runnable breakOff, DoubleSupplier fraction) {
        return () -> {};
    }

    /** Nobody watches. */
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
