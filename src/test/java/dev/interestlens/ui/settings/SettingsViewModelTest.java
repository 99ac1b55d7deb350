package dev.interestlens.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Preferences;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    @TempDir
    Path root;

    private final Session session = new Session();
    private Path file;
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        file = root.resolve("preferences.json");
        model = new SettingsViewModel(
                new Workspace(root).create(Disk.real()),
                session,
                Background.inline(new ErrorPresenter()),
                new SimpleObjectProperty<>(Preferences.read(file)),
                file);
    }

    @Test
    void whatIsChosenIsRememberedAtOnce() {
        model.setKeepTraining(false);
        model.setThreads(2);
        assertThat(Preferences.read(file)).isEqualTo(new Preferences(false, 2, false));
    }

    @Test
    void aFileOfBeforeThereWasTensorBoardSaysNo() throws IOException {
        Files.writeString(file, "{\"keepTraining\": false, \"threads\": 2}");
        assertThat(Preferences.read(file)).isEqualTo(new Preferences(false, 2, false));
        model.setLiveBoard(true);
        assertThat(Preferences.read(file)).isEqualTo(new Preferences(true, 0, true));
    }

    @Test
    void aWindowThatLooksOnRemembersNothing() {
        model.setThreads(2);
        session.readOnlyProperty().set(true);
        model.setKeepTraining(false);
        assertThat(Preferences.read(file)).isEqualTo(new Preferences(true, 2, false));
        assertThat(model.preferences()).isEqualTo(new Preferences(true, 2, false));
    }

    @Test
    void theNextRunGetsTheThreads() {
        model.setThreads(3);
        assertThat(session.draftProperty().get().training().execution().threads())
                .isEqualTo(3);
    }

    @Test
    void theMachineIsNamedWithItsDevices() {
        model.ask();
        assertThat(model.factsProperty().get().versions()).contains("PyTorch");
        assertThat(model.factsProperty().get().devices()).isNotEmpty();
        assertThat(model.factsProperty().get().freeGibibytes()).isPositive();
    }
}
