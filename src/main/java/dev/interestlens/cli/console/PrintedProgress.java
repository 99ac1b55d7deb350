package dev.interestlens.cli.console;

import dev.interestlens.data.source.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Prints progress: one JSON object a line where that was requested, else a line for people at each new stage and an estimate of the time left every
 * few seconds. A thread of its own checks whether a long query is to be cancelled.
 */
public final class PrintedProgress implements Progress {
    private static final int LOOK_MILLIS = 50;
    private static final long SAY_NANOS = 5_000_000_000L;

    private final Console console;
    private final boolean json;
    private final Interrupt interrupt;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
    private String stage = "";
    private int percent = -1;
    private double reached;
    private long said = System.nanoTime();

    public PrintedProgress(Console console, boolean json, Interrupt interrupt) {
        this.console = console;
        this.json = json;
        this.interrupt = interrupt;
    }

    @Override
    public synchronized void at(String now, double fraction) {
        reached = Math.max(reached, fraction);
        int rounded = (int) Math.floor(reached * 100);
        if (now.equals(stage) && rounded == percent) {
            return;
        }
        boolean newStage = !now.equals(stage);
        stage = now;
        percent = rounded;
        long seconds = timeLeft.seconds(reached);
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("event", "progress", "stage", now));
            line.put("fraction", reached);
            if (seconds >= 0) {
                line.put("secondsLeft", seconds);
            }
            console.line(line);
        } else if (newStage) {
            console.say("progress." + now);
        } else if (seconds >= 0 && System.nanoTime() - said > SAY_NANOS) {
            said = System.nanoTime();
            console.say("progress.left", percent, seconds);
        }
    }

    private synchronized String stage() {
        return stage;
    }

    @Override
    public boolean cancelled() {
        return interrupt.wished();
    }

    @Override
    public Runnable watch(Runnable breakOff, DoubleSupplier fraction) {
        Thread watcher = new Thread(() -> look(breakOff, fraction), "progress");
        watcher.setDaemon(true);
        watcher.start();
        return watcher::interrupt;
    }

    private void look(Runnable breakOff, DoubleSupplier fraction) {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (interrupt.wished()) {
                    breakOff.run();
                } else {
                    double now = fraction.getAsDouble();
                    if (now >= 0) {
                        at(stage(), now);
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt(); // the import is over
        }
    }
}
