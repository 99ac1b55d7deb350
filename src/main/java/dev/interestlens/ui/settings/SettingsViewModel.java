package dev.interestlens.ui.settings;

import dev.interestlens.export.report.Citation;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Versions;
import dev.interestlens.train.config.Devices;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The preferences, saved at once, and facts on the installation. */
public final class SettingsViewModel {
    private static final long GIBI = 1L << 30;

    /**
     * The installation.
     *
     * @param versions of program, engine and Java
     * @param freeGibibytes free disk space of the workspace
     */
    record Facts(String versions, String system, int cores, List<Devices.Listed> devices, double freeGibibytes) {}

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final ObjectProperty<Preferences> preferences;
    private final Path file;
    private final LatestRequest asking = new LatestRequest();
    private final LatestRequest writing = new LatestRequest();
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(this, "facts");

    /** @param file of the preferences */
    public SettingsViewModel(
            Workspace workspace,
            Session session,
            Background background,
            ObjectProperty<Preferences> preferences,
            Path file) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.preferences = preferences;
        this.file = file;
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Whether another window owns this workspace: then preferences are not saved by this one. */
    ReadOnlyBooleanProperty readOnlyProperty() {
        return session.readOnlyProperty();
    }

    /** How to cite this program, for BibTeX. */
    String citation() {
        return Citation.bibtex();
    }

    Workspace workspace() {
        return workspace;
    }

    Preferences preferences() {
        return preferences.get();
    }

    int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    void setKeepTraining(boolean keep) {
        remember(preferences.get().withKeepTraining(keep));
    }

    /** The command that shows the event files. */
    String boardCommand() {
        return "tensorboard --logdir " + RunCommand.quoted(workspace.boards().toString());
    }

    /** For trainings that start or resume from now on. */
    void setLiveBoard(boolean live) {
        remember(preferences.get().withLiveBoard(live));
    }

    /** For new runs, including the one being configured. */
    void setThreads(int threads) {
        remember(preferences.get().withThreads(threads));
        session.draftProperty().set(session.draftProperty().get().withThreads(threads));
    }

    private void remember(Preferences now) {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        preferences.set(now);
        background.write(writing, () -> now.write(Disk.real(), file));
    }

    /** Reads the facts of the machine; the engine lists its devices. */
    void ask() {
        background.run(
                Background.Lane.ENGINE,
                asking,
                ticket -> new Facts(
                        Versions.line(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        cores(),
                        Devices.list(),
                        (double) Disk.real().freeBytes(workspace.root()) / GIBI),
                facts::set);
    }
}
