package dev.interestlens.cli.console;

import dev.interestlens.train.TrainingControl;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to end, by Ctrl-C or through the job's folder: the process waits until the work has ended and its result was printed, so that no native
 * call is cut off.
 */
public final class Interrupt implements AutoCloseable {
    private static final int MAX_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::arrived, "interrupt");
    private final Console console;
    private final FileControl file;
    private volatile boolean wished;

    public Interrupt(Console console) {
        this.console = console;
        file = console.job() == null ? null : new FileControl(console.job());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether a person wants the work to end, by Ctrl-C or through the job's folder. May be asked from any thread. */
    public synchronized boolean wished() {
        return wished || file != null && file.wish() == TrainingControl.Wish.STOP;
    }

    /** Whether it was Ctrl-C, or a signal like it. */
    public boolean pressed() {
        return wished;
    }

    private void arrived() {
        wished = true;
        try {
            if (ended.await(MAX_SECONDS, TimeUnit.SECONDS)) {
                console.said().await(MAX_SECONDS, TimeUnit.SECONDS);
            }
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
