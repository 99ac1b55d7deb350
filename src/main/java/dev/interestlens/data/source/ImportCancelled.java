package dev.interestlens.data.source;

import dev.interestlens.store.Problem;

/** Ends an import that a person cancelled. */
public final class ImportCancelled {

    private ImportCancelled() {}

    public static void check(Progress progress) {
        if (progress.cancelled()) {
            throw Problem.cancelled(ImportCancelled.class, "cancelled").exception();
        }
    }
}
