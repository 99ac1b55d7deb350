package dev.interestlens.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.interestlens.figure.Numerals;
import dev.interestlens.train.config.Devices;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.settings.SettingsViewModel.Facts;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Language, appearance, folders. */
public final class SettingsController implements ViewSource {
    private final Messages messages;
    private final Theme theme;
    private final SettingsViewModel model;
    private final Consumer<Path> open;

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
    private ToggleSwitch keepTraining;

    @FXML
    private ToggleSwitch liveBoard;

    @FXML
    private ChoiceBox<Integer> threads;

    @FXML
    private VBox devices;

    @FXML
    private TextArea citation;

    /** @param open shows a folder in the system's file browser */
    public SettingsController(SettingsViewModel model, Messages messages, Theme theme, Consumer<Path> open) {
        this.model = model;
        this.messages = messages;
        this.theme = theme;
        this.open = open;
    }

    @Override
    public void give(ViewValues view) {
        view.action("copyCitation", () -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.citation())));
        view.action("openWorkspace", () -> open.accept(model.workspace().root()));
        view.action("openLogs", () -> open.accept(model.workspace().logs()));
        view.part("workspace", model.workspace().root().toString());
        view.part("log", model.workspace().logs().toString());
        view.part("board", model.boardCommand());
        view.value("locked", model.readOnlyProperty());
        view.value("versions", messages.bind(this::versions, model.factsProperty()));
        view.value(
                "machine",
                messages.about(
                        model.factsProperty(),
                        facts -> messages.text(
                                "settings.machine",
                                facts.system(),
                                facts.cores(),
                                Numerals.of(facts.freeGibibytes()))));
    }

    @FXML
    private void initialize() {
        choose(messages.language(), Map.of(english, Language.ENGLISH, chinese, Language.CHINESE));
        choose(
                theme.choiceProperty(),
                Map.of(light, Theme.Choice.LIGHT, dark, Theme.Choice.DARK, system, Theme.Choice.SYSTEM));
        keepTraining.setSelected(model.preferences().keepTraining());
        keepTraining.selectedProperty().addListener((observed, before, now) -> model.setKeepTraining(now));
        liveBoard.setSelected(model.preferences().liveBoard());
        liveBoard.selectedProperty().addListener((observed, before, now) -> model.setLiveBoard(now));
        threads.getItems()
                .setAll(IntStream.rangeClosed(
                                0, Math.max(model.cores(), model.preferences().threads()))
                        .boxed()
                        .toList());
        threads.setValue(model.preferences().threads());
        threads.valueProperty().addListener((observed, before, now) -> model.setThreads(now));
        messages.keepShown(() -> threads.setConverter(
                new Named<>(count -> count == 0 ? messages.text("settings.threads.usual") : String.valueOf(count))));
        messages.keepShown(this::showDevices, model.factsProperty());
        citation.setText(model.citation());
        model.ask();
    }

    private String versions() {
        Facts facts = model.factsProperty().get();
        return facts == null ? messages.text("settings.asking") : facts.versions();
    }

    private void showDevices() {
        Facts facts = model.factsProperty().get();
        devices.getChildren().clear();
        if (facts == null) {
            return;
        }
        for (Devices.Listed device : facts.devices()) {
            Pill pill = new Pill();
            pill.setText(messages.text("settings.device." + device.reason()));
            pill.setTone(device.usable() ? Pill.Tone.GOOD : Pill.Tone.NEUTRAL);
            HBox line = new HBox(8, new Label(device.name()), pill);
            line.setAlignment(Pos.CENTER_LEFT);
            devices.getChildren().add(line);
        }
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
