package dev.interestlens.ui.data;

import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.DatasetRemoval;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The prepared data sets of the workspace: which is open, their names, and deletion. */
final class DatasetsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetsViewModel.class);

    /** A data set to be deleted, with its size. */
    record Doomed(ListedData dataset, long bytes) {}

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final ImportRunner imports;
    private final LatestRequest listing = new LatestRequest();
    private final LatestRequest weighing = new LatestRequest();
    private final ReadOnlyObjectWrapper<Doomed> deleting = new ReadOnlyObjectWrapper<>(this, "deleting");

    DatasetsViewModel(Workspace workspace, Session session, Background background, ImportRunner imports) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.imports = imports;
        Changes.call(this::list, session.dataProperty());
        imports.running().addListener((observed, before, now) -> list());
        list();
    }

    ObservableList<ListedData> all() {
        return session.datasets();
    }

    Session session() {
        return session;
    }

    /** Whether nothing may be changed now: the workspace belongs to another window, or a data set is being read or written. */
    BooleanBinding locked() {
        return session.readOnlyProperty().or(imports.running());
    }

    private void list() {
        boolean ours = !session.readOnlyProperty().get();
        background.load(
                listing,
                ticket -> {
                    if (ours) {
                        new DatasetRemoval(Disk.real(), workspace).finish();
                    }
                    return workspace.listDatasets().stream()
                            .map(folder -> new ListedData(folder, labelOf(folder)))
                            .toList();
                },
                this::show);
    }

    private void show(List<ListedData> found) {
        session.datasets().setAll(found);
        if (!found.isEmpty()) {
            imports.openWhereNone(found.get(found.size() - 1).folder());
        }
    }

    // A data set with an unreadable label is listed by its folder's name.
    private static DatasetLabel labelOf(Path folder) {
        try {
            return DatasetLabel.read(folder);
        } catch (ProblemException unreadable) {
            LOG.warn("the label of {} cannot be read", folder, unreadable);
            return DatasetLabel.NONE;
        }
    }

    void open(ListedData dataset) {
        imports.open(dataset.folder(), () -> {});
    }

    /** Renames a data set; its folder stays. An empty name stands for the folder's name. */
    void rename(ListedData dataset, String name) {
        DatasetLabel label = new DatasetLabel(name);
        if (label.equals(dataset.label()) || ReadOnly.refuses(session, background)) {
            return;
        }
        background.load(
                ticket -> {
                    label.write(Disk.real(), dataset.folder());
                    return new ListedData(dataset.folder(), label);
                },
                this::renamed);
    }

    private void renamed(ListedData now) {
        OpenDataset open = session.dataProperty().get();
        if (open != null && open.folder().equals(now.folder())) {
            session.dataProperty().set(new OpenDataset(open.folder(), open.info(), now.label()));
        } else {
            list();
        }
    }

    /** The data set whose deletion is to be confirmed, or null. */
    ReadOnlyObjectProperty<Doomed> deletingProperty() {
        return deleting.getReadOnlyProperty();
    }

    void askToDelete(ListedData dataset) {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        background.load(weighing, ticket -> new Doomed(dataset, DatasetRemoval.bytes(dataset.folder())), deleting::set);
    }

    void keep() {
        weighing.forget();
        deleting.set(null);
    }

    void delete() {
        ListedData doomed = deleting.get().dataset();
        keep();
        if (!ReadOnly.refuses(session, background)) {
            imports.delete(doomed.folder(), this::list);
        }
    }
}
