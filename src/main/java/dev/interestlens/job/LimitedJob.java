package dev.interestlens.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A command in a process of its own that is killed when it exceeds its limits or is cancelled.
 *
 * @param cancelled called many times a second, by the thread that runs the job
 */
public record LimitedJob(Program program, Limits limits, BooleanSupplier cancelled) {
    private static final long LOOK_MILLIS = 20;
    private static final int PAGE_KILOBYTES = 4;

    /** Why a job ended. */
    public enum Reason {
        /** By itself, with or without success. */
        ENDED,
        TIME,
        MEMORY,
        CANCELLED
    }

    /** How a job ended, and why. */
    public record Result(Reason reason, JobEnd end) {}

    /**
     * Returns when the process has ended.
     *
     * @param folder of the job
     * @param arguments the command's name first
     */
    public Result run(Path folder, List<String> arguments) {
        ChildProcess child = ChildProcess.start(program.within(limits), folder, arguments, true);
        Allowance allowance = Allowance.of(child.handle(), limits.seconds());
        try {
            while (true) {
                JobEnd end = endSoon(child);
                if (end != null) {
                    return new Result(Reason.ENDED, end);
                }
                Reason reason = tooMuch(child, allowance);
                if (reason != Reason.ENDED) {
                    return new Result(reason, child.killAll());
                }
            }
        } finally {
            if (child.isAlive()) {
                child.killAll(); // the waiting thread left by an exception
            }
        }
    }

    private Reason tooMuch(ChildProcess child, Allowance allowance) {
        if (cancelled.getAsBoolean()) {
            return Reason.CANCELLED;
        }
        if (allowance.isUsedUp()) {
            return Reason.TIME;
        }
        return residentMegabytes(child.pid()) > limits.megabytes() ? Reason.MEMORY : Reason.ENDED;
    }

    private static JobEnd endSoon(ChildProcess child) {
        try {
            return child.end().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // whether the caller cancelled is checked next
        }
    }

    /** 0 where the system does not tell: then only the heap is limited. */
    static long residentMegabytes(long pid) {
        try {
            String pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1];
            return Long.parseLong(pages) * PAGE_KILOBYTES >> 10;
        } catch (IOException notThere) {
            return 0;
        }
    }
}
