package dev.interestlens.data.source;

/** Told how far an import is, and asked whether it shall go on. */
public interface Progress {

    /**
     * @param stage key of what is being done: {@code scan, read, encode, sort, write, check}
     * @param fraction of the whole, 0 … 1
     */
    void at(String stage, double fraction);

    boolean cancelled();

    /**
     * Takes what is to be done at once when somebody cancels, from any thread: it breaks a long query off. Without it, an import
     * looks at {@link #cancelled} between its steps.
     */
    default void whenCancelled(Runnable action) {}

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
