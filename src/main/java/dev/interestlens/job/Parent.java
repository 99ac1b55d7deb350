package dev.interestlens.job;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The process to which a child process belongs. */
public final class Parent {
    private Parent() {}

    /** Does something as soon as the parent has ended, on another thread; at once where it is not there. */
    public static void whenGone(Optional<ProcessHandle> parent, Runnable work) {
        CompletableFuture<?> unused = parent.map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(work);
    }
}
