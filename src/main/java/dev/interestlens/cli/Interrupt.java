package dev.interestlens.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C as a wish: the process waits until the work has ended by itself, so that nothing is cut in the middle of a native call. */
final class Interrupt implements AutoCloseable {
    private static final int MOST_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::arrived, "interrupt");
    private volatile boolean wished;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean wished() {
        return wished;
    }

    private void arrived() {
        wished = true;
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!wished) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
