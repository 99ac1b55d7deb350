package dev.interestlens.spark;

import dev.interestlens.data.source.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A progress that kills an executor each time that work has come as far as was said. */
final class Killer implements Progress {

    /** Where one is killed: at the first word of this stage from this share of the whole on. */
    record Point(String stage, double from) {}

    private final Deque<Point> left;
    private int killed;

    Killer(List<Point> points) {
        left = new ArrayDeque<>(points);
    }

    @Override
    public synchronized void at(String stage, double fraction) {
        Point next = left.peek();
        if (next != null && stage.equals(next.stage()) && fraction >= next.from()) {
            List<ProcessHandle> executors = Sessions.executors();
            if (!executors.isEmpty() && executors.get(killed % executors.size()).destroyForcibly()) {
                left.remove();
                killed++;
            }
        }
    }

    /** How many were killed. */
    synchronized int killed() {
        return killed;
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
