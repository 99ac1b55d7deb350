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
 * Runs work off the FX thread and hands its result back to it.
 *
 * <p>Inputs are captured before the work starts. The result or failure of a request that is no longer the newest of its {@link LatestRequest} is
 * dropped; every other failure goes to the {@link ErrorPresenter}.
 */
public final class Background {
    /** The FX thread. */
    public static Executor fxThread() {
        return Platform::runLater;
    }

    /** Work that may fail and may ask whether it is still needed. */
    @FunctionalInterface
    public interface Work<T> {
        T run(LatestRequest.Ticket ticket) throws Exception;
    }

    /** Work without a result. */
    @FunctionalInterface
    public interface Writing {
        void run() throws Exception;
    }

    /** The thread that does the work. */
    public enum Lane {
        /** Files, journals, sorting and filtering; no tensor computations. */
        LOADER,
        /** Calls of the tensor engine whose result is needed now. */
        ENGINE,
        /** Calls of the tensor engine in advance, in chunks: each chunk starts only when no {@link #ENGINE} work is pending. */
        ENGINE_WHEN_IDLE,
        /** Statistics of a whole data set, which may take seconds and must not delay the loading of files. */
        COUNTER,
        /** Trainings that someone watches, with an engine thread of their own: they give way to everything else. */
        PLAYGROUND
    }

    private final Executor loader;
    private final Executor engine;
    private final Executor counter;
    private final Executor playground;
    private final Executor fx;
    private final ErrorPresenter errors;
    private final long rest;
    private final Executor later;
    private final AtomicInteger waitedFor = new AtomicInteger();
    private volatile long served = System.nanoTime();
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper(this, "underWay");

    public Background(Executor loader, Executor engine, Executor counter, Executor fx, ErrorPresenter errors) {
        this(loader, engine, counter, counter, fx, errors, 0);
    }

    /** @param restMillis how long the engine has been asked for nothing before anything is made in advance: one answer is often followed by the next question */
    public Background(
            Executor loader,
            Executor engine,
            Executor counter,
            Executor playground,
            Executor fx,
            ErrorPresenter errors,
            int restMillis) {
        this.loader = loader;
        this.engine = engine;
        this.counter = counter;
        this.playground = playground;
        this.fx = fx;
        this.errors = errors;
        this.rest = TimeUnit.MILLISECONDS.toNanos(restMillis);
        this.later = CompletableFuture.delayedExecutor(restMillis, TimeUnit.MILLISECONDS, engine);
    }

    /** Runs everything at once on the caller's thread, for tests of view models. */
    public static Background inline(ErrorPresenter errors) {
        return new Background(Runnable::run, Runnable::run, Runnable::run, Runnable::run, errors);
    }

    /** Number of pending calls of the engine and statistics; changes on the FX thread. */
    public ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    private void count(Lane lane, int by) {
        if (lane != Lane.LOADER && lane != Lane.PLAYGROUND) {
            fx.execute(() -> underWay.set(underWay.get() + by));
        }
    }

    /** Runs the work on a lane and hands its result to {@code then} on the FX thread. */
    public <T> void run(Lane lane, LatestRequest place, Work<T> work, Consumer<? super T> then) {
        run(lane, place, work, then, errors::show);
    }

    /** The same with a handler for failures (on the FX thread). */
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
                // otherwise the error would be lost and the request would stay pending
                deliver(ticket, () -> failed.accept(new IllegalStateException(failure)));
            } finally {
                count(lane, -1);
            }
        });
    }

    /** Reads or writes files: work of which only the newest of its place counts. */
    public <T> void load(LatestRequest place, Work<T> work, Consumer<? super T> then) {
        run(Lane.LOADER, place, work, then);
    }

    /** The same with a handler for failures. */
    public <T> void load(
            LatestRequest place, Work<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        run(Lane.LOADER, place, work, then, failed);
    }

    /** Reads or writes files: work that counts even if more is asked for at once. */
    public <T> void load(Work<T> work, Consumer<? super T> then) {
        load(new LatestRequest(), work, then);
    }

    /** The same with a handler for failures. */
    public <T> void load(Work<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        load(new LatestRequest(), work, then, failed);
    }

    /** Writes files: work of which only the newest of its place counts, and for which nothing waits. */
    public void write(LatestRequest place, Writing work) {
        load(
                place,
                ticket -> {
                    work.run();
                    return work;
                },
                done -> {});
    }

    /** The same for work that counts even if more is asked for at once. */
    public void write(Writing work) {
        write(new LatestRequest(), work);
    }

    /**
     * Waits for the end of a child process.
     *
     * @param read reads the result from files, off the FX thread
     * @param ended receives it on the FX thread
     * @param lost called on the FX thread where the result cannot be read
     */
    public <T> void whenEnded(
            ChildProcess child, Function<JobEnd, T> read, Consumer<? super T> ended, Consumer<? super Exception> lost) {
        CompletableFuture<?> unused = child.end()
                .whenComplete((end, failure) -> load(
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
            case PLAYGROUND -> playground;
        };
    }

    /** Whether {@link Lane#ENGINE} work is pending, for which work in advance has to stop. */
    public boolean waitedFor() {
        return waitedFor.get() > 0;
    }

    /** Queues the work again behind pending {@link Lane#ENGINE} work. */
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

    /** Shows a failure like any other. */
    public void failed(Exception failure) {
        errors.show(failure);
    }

    /** Dismisses what {@link #failed} showed, since something else was tried instead. */
    public void dismiss(Exception failure) {
        errors.dismiss(failure);
    }

    private void deliver(LatestRequest.Ticket ticket, Runnable answer) {
        fx.execute(() -> {
            if (!ticket.stale()) {
                answer.run();
            }
        });
    }
}
