package dev.interestlens.spark;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Counts started and ended tasks, to wait for them. */
final class TaskProgress extends SparkListener {

    private static final int PATIENCE_SECONDS = 20;
    private static final long MOMENT = 100;

    private DoubleConsumer told;
    private int all;
    private int ended;
    private int running;

    /**
     * Runs some work.
     *
     * @param listener receives the share of its tasks that has ended
     */
    <A> A watched(int tasks, DoubleConsumer listener, Supplier<A> work) {
        begin(tasks, listener);
        try {
            return work.get();
        } finally {
            begin(0, null);
        }
    }

    private synchronized void begin(int tasks, DoubleConsumer listener) {
        told = listener;
        all = tasks;
        ended = 0;
    }

    /**
     * Waits until no task writes any more, some seconds at most: tasks of a cancelled job end with a delay.
     *
     * @param stopped whether Spark was stopped, and reports no task ends
     */
    synchronized void awaitIdle(BooleanSupplier stopped) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (running > 0 && !stopped.getAsBoolean() && System.nanoTime() < until) {
                wait(MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart task) {
        running++;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        DoubleConsumer listener;
        double share;
        synchronized (this) {
            running--;
            notifyAll();
            ended = Math.min(all, ended + 1);
            listener = told;
            share = all == 0 ? 1 : (double) ended / all;
        }
        if (listener != null && task.taskInfo().successful()) {
            listener.accept(share);
        }
    }
}
