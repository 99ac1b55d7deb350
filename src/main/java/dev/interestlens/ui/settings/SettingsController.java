package dev.interestlens.ui.settings;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/** Language, appearance, folders. */
public final class SettingsController {
    private final Messages messages;
    private final Theme theme;
    private final Path folder;
    private final Path logs;

    @FXML
    private ToggleButton english;

    @FXML
    private ToggleButton chinese;

    @FXML
    private ToggleButton light;

    @FXML
    private ToggleButton dark;

    @FXML
    private ToggleButton system;

    @FXML
    private Label workspace;

    @FXML
    private Label log;

    public SettingsController(Messages messages, Theme theme, Path folder, Path logs) {
        this.messages = messages;
        this.theme = theme;
        this.folder = folder;
        this.logs = logs;
    }

    @FXML
    private void initialize() {
        choose(messages.language(), Map.of(english, Language.ENGLISH, chinese, Language.CHINESE));
        choose(
                theme.choiceProperty(),
                Map.of(light, Theme.Choice.LIGHT, dark, Theme.Choice.DARK, system, Theme.Choice.SYSTEM));
        workspace.setText(folder.toString());
        log.setText(logs.toString());
    }

    private static <T> void choose(ObjectProperty<T> property, Map<ToggleButton, T> choices) {
        choices.forEach((button, value) -> {
            button.setOnAction(event -> {
                property.set(value);
                button.setSelected(true);
            });
            button.setSelected(value == property.get());
            property.addListener((observed, before, now) -> button.setSelected(value == now));
        });
    }
}
