package dev.interestlens.job;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The process to which a child process belongs. */
public final class Parent {
    private Parent() {}

    /** Runs an action as soon as the parent has ended, on another thread; at once where there is no parent. */
    public static void whenGone(Optional<ProcessHandle> parent, Runnable work) {
        CompletableFuture<?> unused = parent.map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(work);
    }
}
