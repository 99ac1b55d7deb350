package dev.interestlens.ui.explain.query;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.SavedQueries;
import dev.interestlens.workspace.Workspace;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Filters saved for all runs. They are read again before they are written, so that those saved by another window are not lost. */
public final class KeptQueries {
    private final Session session;
    private final Workspace workspace;
    private final Background background;
    private final LatestRequest reading = new LatestRequest();
    private final ReadOnlyObjectWrapper<SavedQueries> queries =
            new ReadOnlyObjectWrapper<>(this, "queries", SavedQueries.NONE);

    public KeptQueries(Session session, Workspace workspace, Background background) {
        this.session = session;
        this.workspace = workspace;
        this.background = background;
    }

    public ReadOnlyObjectProperty<SavedQueries> queriesProperty() {
        return queries.getReadOnlyProperty();
    }

    public void read() {
        background.load(reading, ticket -> SavedQueries.read(workspace), queries::set);
    }

    public void keep(String query) {
        change(now -> now.with(query));
    }

    public void drop(String query) {
        change(now -> now.without(query));
    }

    private void change(UnaryOperator<SavedQueries> change) {
        if (!ReadOnly.refuses(session, background)) {
            background.load(
                    ticket -> {
                        SavedQueries now = change.apply(SavedQueries.read(workspace));
                        now.write(Disk.real(), workspace);
                        return now;
                    },
                    queries::set);
        }
    }
}
