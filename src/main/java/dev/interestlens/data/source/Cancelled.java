package dev.interestlens.data.source;

import dev.interestlens.store.Problem;

/** Ends an import that a person cancelled. */
final class Cancelled {

    private Cancelled() {}

    static void check(Progress progress) {
        if (progress.cancelled()) {
            throw Problem.cancelled(Cancelled.class, "cancelled").exception();
        }
    }
}
