package dev.interestlens.ui.settings;

import dev.interestlens.export.report.Citation;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Versions;
import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.ExperimentConfig;
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

/** What a person prefers, remembered at once, and what this installation is. */
public final class SettingsViewModel {
    private static final long GIBI = 1L << 30;

    /**
     * The installation.
     *
     * @param versions of program, engine and Java
     * @param freeGibibytes room where the workspace lies
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

    /** @param file where preferences are remembered */
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

    /** Whether another window owns this workspace: what is remembered there is that window's then. */
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

    /** The command that shows what trainings write there. */
    String boardCommand() {
        return "tensorboard --logdir " + RunCommand.quoted(workspace.boards().toString());
    }

    /** For trainings that begin or go on from now on. */
    void setLiveBoard(boolean live) {
        remember(preferences.get().withLiveBoard(live));
    }

    /** For runs from now on; also for the one that is set up now. */
    void setThreads(int threads) {
        remember(preferences.get().withThreads(threads));
        ExperimentConfig draft = session.draftProperty().get();
        session.draftProperty()
                .set(new ExperimentConfig(
                        draft.data(), draft.model(), draft.training().withThreads(threads)));
    }

    private void remember(Preferences now) {
        if (ReadOnly.refuses(session, background)) {
            return;
        }
        preferences.set(now);
        background.run(
                Background.Lane.LOADER,
                writing,
                ticket -> {
                    now.write(Disk.real(), file);
                    return now;
                },
                done -> {});
    }

    /** Asks the machine; the engine answers for its devices. */
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
