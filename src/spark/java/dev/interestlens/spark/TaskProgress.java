package dev.interestlens.spark;

import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts the tasks that end, for whoever waits for them. */
final class TaskProgress extends SparkListener {

    private DoubleConsumer told;
    private int all;
    private int ended;

    /**
     * Does some work.
     *
     * @param listener told which share of so many tasks of it has ended
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

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        DoubleConsumer listener;
        double share;
        synchronized (this) {
            ended = Math.min(all, ended + 1);
            listener = told;
            share = all == 0 ? 1 : (double) ended / all;
        }
        if (listener != null && task.taskInfo().successful()) {
            listener.accept(share);
        }
    }
}
