package dev.interestlens.ui.common.run;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.RunSummary;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Notices listed runs that would be opened with other weights than before: what was measured of them is of another model. */
public final class OtherWeights {
    private final Session session;
    private final Consumer<RunFolder> then;
    private final Map<RunFolder, String> known = new HashMap<>();

    private OtherWeights(Session session, Consumer<RunFolder> then) {
        this.session = session;
        this.then = then;
    }

    /** Does something with each such run, as soon as the list tells. */
    public static void call(Session session, Consumer<RunFolder> then) {
        OtherWeights watched = new OtherWeights(session, then);
        watched.look();
        Changes.call(watched::look, session.runs());
    }

    private void look() {
        for (RunSummary run : session.runs().toArray(RunSummary[]::new)) {
            String before = known.put(run.folder(), run.weights());
            if (before != null && !before.equals(run.weights())) {
                then.accept(run.folder());
            }
        }
    }
}
