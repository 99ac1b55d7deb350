package dev.interestlens.store;

import java.util.function.Supplier;

/** Hands an open resource over to what is made of it. */
public final class Handover {
    private Handover() {}

    /**
     * What is made, which from now on closes the resource.
     *
     * @param close closes the resource where nothing can be made of it
     */
    public static <T> T of(Runnable close, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }
}
