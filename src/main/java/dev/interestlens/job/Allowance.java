package dev.interestlens.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Processor time that a process may use. On a busy machine a sound one may wait for minutes, which says nothing about it; one that only sleeps is given up
 * after {@value #ASLEEP} times as much. Where the system does not tell what a process used, the time that passed counts.
 */
final class Allowance {
    private static final int ASLEEP = 30;

    private final Supplier<Optional<Duration>> used;
    private final LongSupplier clock;
    private final long limit;
    private final long before;
    private final long start;

    /**
     * @param used processor time since the process began
     * @param clock in nanoseconds
     */
    Allowance(Supplier<Optional<Duration>> used, LongSupplier clock, int seconds) {
        this.used = used;
        this.clock = clock;
        limit = TimeUnit.SECONDS.toNanos(seconds);
        before = used.get().map(Duration::toNanos).orElse(0L);
        start = clock.getAsLong();
    }

    /** Of a process from now on. */
    static Allowance of(ProcessHandle process, int seconds) {
        return new Allowance(() -> process.info().totalCpuDuration(), System::nanoTime, seconds);
    }

    boolean isUsedUp() {
        long passed = clock.getAsLong() - start;
        return passed > limit
                && used.get()
                        .map(busy -> busy.toNanos() - before > limit || passed > ASLEEP * limit)
                        .orElse(true);
    }
}
