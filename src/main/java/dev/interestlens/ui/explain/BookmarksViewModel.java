package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Draft;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import dev.interestlens.ui.explain.query.Bookmarks;
import dev.interestlens.ui.explain.query.KeptQueries;
import dev.interestlens.workspace.Workspace;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Filters that are saved for all runs, and predictions of the open run that are saved with their changes. */
final class BookmarksViewModel {
    private final ExplainViewModel model;
    private final Background background;
    private final Messages messages;
    private final KeptQueries queries;
    private final LatestRequest keeping = new LatestRequest();
    private final ReadOnlyObjectWrapper<Bookmarks> kept =
            new ReadOnlyObjectWrapper<>(this, "kept", Bookmarks.nothing());
    private Draft waiting;

    BookmarksViewModel(ExplainViewModel model, Workspace workspace, Background background, Messages messages) {
        this.model = model;
        this.background = background;
        this.messages = messages;
        queries = new KeptQueries(model.session(), workspace, background);
        model.sample().explainedProperty().addListener((observed, before, now) -> {
            if (now != null && waiting != null) {
                model.whatIf().take(waiting);
            }
            waiting = null;
        });
    }

    /** Filters saved for all runs. */
    KeptQueries queries() {
        return queries;
    }

    /** Slices and pins of the run. */
    ReadOnlyObjectProperty<Bookmarks> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Reads what is saved for a run, and for all. */
    void read(RunFolder run) {
        background.load(keeping, ticket -> Bookmarks.read(run), kept::set);
        queries.read();
    }

    /** No run is open. */
    void forget() {
        keeping.forget();
        kept.set(Bookmarks.nothing());
    }

    /** Saves the filter with its text as name, for all runs. */
    void keepFilter() {
        String filter = model.table().filterProperty().get().strip();
        if (!filter.isEmpty()) {
            queries.keep(filter);
        }
    }

    void drop(Bookmarks.Slice slice) {
        keep(now -> now.without(slice));
    }

    /** Saves the explained prediction with its changes. */
    void keepPin() {
        ExplainedSample now = model.sample().explainedProperty().get();
        WhatIfResult tried = model.whatIf().triedProperty().get();
        if (now != null && now.isRow()) {
            String title = now.impression().candidate().title().in(messages.locale()) + " · "
                    + now.impression().userKey();
            int changed = kept.get().pins().size() + 1;
            keep(all -> all.with(
                    tried == null
                            ? new Bookmarks.Pin(title, now.row(), null)
                            : new Bookmarks.Pin(title + " · " + changed, now.row(), tried.draft())));
        }
    }

    void drop(Bookmarks.Pin pin) {
        keep(now -> now.without(pin));
    }

    /** Shows a saved prediction with its change. */
    void show(Bookmarks.Pin pin) {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now != null && now.row() == pin.row()) {
            if (pin.draft() == null) {
                model.whatIf().restore();
            } else {
                model.whatIf().take(pin.draft());
            }
        } else {
            waiting = pin.draft();
            model.sample().select(pin.row());
        }
    }

    private void keep(UnaryOperator<Bookmarks> change) {
        if (ReadOnly.refuses(model.session(), background)) {
            return;
        }
        RunFolder run = model.choice().runProperty().get();
        Bookmarks now = change.apply(kept.get());
        kept.set(now);
        background.write(keeping, () -> now.write(Disk.real(), run));
    }
}
