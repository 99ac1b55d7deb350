package dev.interestlens.workspace;

import java.util.ArrayDeque;
import java.util.Deque;

/** Collects resources that are closed together, the last one first. */
public final class Opened implements AutoCloseable {
    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    public <T extends AutoCloseable> T keep(T one) {
        all.push(one);
        return one;
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!all.isEmpty()) {
            try {
                all.pop().close();
            } catch (Exception e) {
                RuntimeException now = e instanceof RuntimeException unchecked ? unchecked : new RuntimeException(e);
                if (first == null) {
                    first = now;
                } else {
                    first.addSuppressed(now);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
