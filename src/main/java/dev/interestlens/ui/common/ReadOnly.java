package dev.interestlens.ui.common;

import dev.interestlens.store.Problem;

/** The manners of a window that looks on while another one works in the workspace: what would change the workspace is refused, in words. */
public final class ReadOnly {
    private ReadOnly() {}

    /** Whether the workspace is somebody else's; then a person is told so. */
    public static boolean refuses(Session session, Background background) {
        boolean refused = session.readOnlyProperty().get();
        if (refused) {
            background.failed(Problem.resource(ReadOnly.class, "readOnly").exception());
        }
        return refused;
    }
}
