package dev.interestlens.ui.common;

import dev.interestlens.store.Problem;

/** Refuses changes in a read-only window, while another window owns the workspace. */
public final class ReadOnly {
    private ReadOnly() {}

    /** Whether the workspace belongs to another window; if so, a message is shown. */
    public static boolean refuses(Session session, Background background) {
        boolean refused = session.readOnlyProperty().get();
        if (refused) {
            background.failed(Problem.resource(ReadOnly.class, "readOnly").exception());
        }
        return refused;
    }
}
