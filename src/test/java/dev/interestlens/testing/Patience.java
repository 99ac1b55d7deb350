package dev.interestlens.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for progress, not for seconds. What is waited for has as much time as a loaded machine needs: a wait is given up when this process and its
 * children have worked for minutes of CPU time without reaching it, or when they have hardly worked for minutes: an idle window needs a
 * little, too.
 */
public final class Patience {
    private static final Duration WORK = Duration.ofMinutes(5);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Callable<String> what;
    private final Duration before = work();
    private Duration lastWork = before;
    private long lastSign = System.nanoTime();
    private long nextLook = lastSign + LOOK_NANOS;
    private long woke = lastSign;

    /**
     * Begins to wait.
     *
     * @param what tells what is waited for and how things stand, for the failure
     */
    public Patience(Callable<String> what) {
        this.what = what;
    }

    /** Waits until something holds; between two looks it sleeps a little. */
    public static void until(String what, Callable<Boolean> holds) throws Exception {
        Patience patience = new Patience(() -> what);
        while (!holds.call()) {
            patience.sleep();
        }
    }

    /** Sleeps a little, longer after a look that took long: to look must not be what the machine does. Fails where there is no hope. */
    public void sleep() {
        LockSupport.parkNanos(Math.max(SLEEP_NANOS, 2 * (System.nanoTime() - woke)));
        hope();
        woke = System.nanoTime();
    }

    /** Fails where there is no hope. */
    public void hope() {
        long now = System.nanoTime();
        if (now < nextLook) {
            return;
        }
        nextLook = now + LOOK_NANOS;
        Duration work = work();
        if (work.minus(lastWork).compareTo(SIGN_OF_LIFE) > 0) {
            lastWork = work;
            lastSign = now;
        }
        if (work.minus(before).compareTo(WORK) > 0) {
            throw new AssertionError(WORK.toMinutes() + " minutes of CPU time did not bring " + told());
        }
        if (now - lastSign > SILENCE.toNanos()) {
            throw new AssertionError("nobody has worked for " + SILENCE.toMinutes() + " minutes on " + told());
        }
    }

    private String told() {
        try {
            return what.call();
        } catch (Exception e) {
            return "what cannot be told: " + e;
        }
    }

    /** CPU time of this process and of its children, of those that are alive. */
    private static Duration work() {
        ProcessHandle own = ProcessHandle.current();
        Duration sum = own.info().totalCpuDuration().orElse(Duration.ZERO);
        return own.descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(sum, Duration::plus);
    }
}
