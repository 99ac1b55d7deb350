package dev.interestlens.ui.common;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobEnd;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Work off the FX thread and its result back on it.
 *
 * <p>Inputs are taken as values before the work starts. A result whose request is no longer the newest of its place is dropped, and so is its
 * failure; every other failure goes to the {@link ErrorPresenter}.
 */
public final class Background {
    /** The FX thread. */
    public static Executor fxThread() {
        return Platform::runLater;
    }

    /** Work that may fail, and that may look whether it is still wanted. */
    @FunctionalInterface
    public interface Work<T> {
        T run(LatestRequest.Ticket ticket) throws Exception;
    }

    /** Who does the work. */
    public enum Lane {
        /** Files, journals, sorting and filtering; never the engine. */
        LOADER,
        /** Every call of the tensor engine that somebody waits for. */
        ENGINE,
        /** Calls of the tensor engine that are made in advance, piece by piece: each waits until nobody waits for the engine. */
        ENGINE_WHEN_IDLE,
        /** Sums over a whole data set, which may take seconds and must keep nobody from opening a file. */
        COUNTER
    }

    private final Executor loader;
    private final Executor engine;
    private final Executor counter;
    private final Executor fx;
    private final ErrorPresenter errors;
    private final long rest;
    private final Executor later;
    private final AtomicInteger waitedFor = new AtomicInteger();
    private volatile long served = System.nanoTime();
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper(this, "underWay");

    public Background(Executor loader, Executor engine, Executor counter, Executor fx, ErrorPresenter errors) {
        this(loader, engine, counter, fx, errors, 0);
    }

    /** @param restMillis how long the engine has been asked for nothing before anything is made in advance: one answer is often followed by the next question */
    public Background(
            Executor loader, Executor engine, Executor counter, Executor fx, ErrorPresenter errors, int restMillis) {
        this.loader = loader;
        this.engine = engine;
        this.counter = counter;
        this.fx = fx;
        this.errors = errors;
        this.rest = TimeUnit.MILLISECONDS.toNanos(restMillis);
        this.later = CompletableFuture.delayedExecutor(restMillis, TimeUnit.MILLISECONDS, engine);
    }

    /** Runs everything at once on the caller's thread, for tests of view models. */
    public static Background inline(ErrorPresenter errors) {
        return new Background(Runnable::run, Runnable::run, Runnable::run, Runnable::run, errors);
    }

    /** How many calls of the engine and sums over whole data sets are asked for and not answered; changes on the FX thread. */
    public ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    private void count(Lane lane, int by) {
        if (lane != Lane.LOADER) {
            fx.execute(() -> underWay.set(underWay.get() + by));
        }
    }

    /** Runs the work on a lane and hands its result to {@code then} on the FX thread. */
    public <T> void run(Lane lane, LatestRequest place, Work<T> work, Consumer<? super T> then) {
        run(lane, place, work, then, errors::show);
    }

    /** The same, with an own answer to a failure (on the FX thread). */
    public <T> void run(
            Lane lane,
            LatestRequest place,
            Work<T> work,
            Consumer<? super T> then,
            Consumer<? super Exception> failed) {
        LatestRequest.Ticket ticket = place.next();
        count(lane, 1);
        executor(lane).execute(() -> {
            try {
                if (ticket.stale()) {
                    return;
                }
                T result = work.run(ticket);
                deliver(ticket, () -> then.accept(result));
            } catch (Exception failure) {
                deliver(ticket, () -> failed.accept(failure));
            } catch (LinkageError | VirtualMachineError failure) {
                // nobody else would ever hear of it, and whoever waits would wait for ever
                deliver(ticket, () -> failed.accept(new IllegalStateException(failure)));
            } finally {
                count(lane, -1);
            }
        });
    }

    /**
     * Waits for the end of a child process.
     *
     * @param read what is to be known of the end; looks into files, so off the FX thread
     * @param ended given that, on the FX thread
     * @param lost where the end cannot be told, on the FX thread
     */
    public <T> void whenEnded(
            ChildProcess child, Function<JobEnd, T> read, Consumer<? super T> ended, Consumer<? super Exception> lost) {
        CompletableFuture<?> unused = child.end()
                .whenComplete((end, failure) -> run(
                        Lane.LOADER,
                        new LatestRequest(),
                        ticket -> {
                            if (failure != null) {
                                throw new IllegalStateException(failure);
                            }
                            return read.apply(end);
                        },
                        ended,
                        lost));
    }

    private Executor executor(Lane lane) {
        return switch (lane) {
            case LOADER -> loader;
            case ENGINE ->
                work -> {
                    waitedFor.incrementAndGet();
                    engine.execute(() -> {
                        waitedFor.decrementAndGet();
                        work.run();
                        served = System.nanoTime();
                    });
                };
            case ENGINE_WHEN_IDLE -> this::whenIdle;
            case COUNTER -> counter;
        };
    }

    /** Whether somebody waits for the engine: what is made in advance gives way. */
    public boolean waitedFor() {
        return waitedFor.get() > 0;
    }

    /** Queues the work again behind what somebody waits for. */
    private void whenIdle(Runnable work) {
        engine.execute(new Runnable() {
            @Override
            public void run() {
                if (waitedFor()) {
                    engine.execute(this);
                } else if (System.nanoTime() - served < rest) {
                    later.execute(this);
                } else {
                    work.run();
                }
            }
        });
    }

    /** Shows a failure as any other. */
    public void failed(Exception failure) {
        errors.show(failure);
    }

    /** Does something on the FX thread, soon. */
    public void later(Runnable work) {
        fx.execute(work);
    }

    private void deliver(LatestRequest.Ticket ticket, Runnable answer) {
        fx.execute(() -> {
            if (!ticket.stale()) {
                answer.run();
            }
        });
    }
}
