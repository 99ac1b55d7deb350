package dev.interestlens.ui.train;

import dev.interestlens.train.config.Devices;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.form.ConfigForm;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;

/** Shows the next run: its settings, and what is missing for a start. */
public final class DraftController implements ViewSource {
    private final TrainViewModel model;
    private final Messages messages;
    private final ConfigForm form;

    @FXML
    private More settings;

    @FXML
    private ToggleButton everySwitch;

    public DraftController(TrainViewModel model, Messages messages, Refusals refusals) {
        this.model = model;
        this.messages = messages;
        this.form = new ConfigForm(messages, refusals::of);
    }

    @Override
    public void give(ViewValues view) {
        view.action("start", model::start);
        view.action("goToWrong", model::goToWrong);
        view.part("form", form);
        view.value("cannotStart", model.canStart().not());
        view.value(
                "startText",
                Bindings.when(model.queues())
                        .then(messages.bind("train.start.queue"))
                        .otherwise(messages.bind("train.start")));
        view.value("needsData", model.session().dataProperty().isNull());
        view.value(
                "what",
                messages.bind(
                        this::what,
                        model.session().draftProperty(),
                        model.session().dataProperty()));
        view.value(
                "wrong",
                messages.bind(this::wrong, model.session().wrongEntries().all()));
    }

    @FXML
    private void initialize() {
        offerDevices();
        showForm();
        settings.remember(model.session().opened());
        settings.keepOpenWhile(form.wrong());
        everySwitch.selectedProperty().bindBidirectional(model.everySwitchProperty());
        everySwitch.setOnAction(event -> showForm());
        form.valueProperty().addListener((observed, before, now) -> {
            if (!now.equals(model.training())) {
                model.setTraining((TrainingConfig) now);
            }
        });
        model.session().wrongEntries().follow(Session.Goal.TRAIN, form);
        Changes.call(this::followDraft, model.session().draftProperty());
    }

    private void offerDevices() {
        ObservableList<ConfigForm.Offer> offers = FXCollections.observableArrayList();
        model.devices()
                .addListener((ListChangeListener<Devices.Listed>) change -> offers.setAll(model.devices().stream()
                        .map(device -> new ConfigForm.Offer(
                                device.name(), device.usable(), "settings.device." + device.reason()))
                        .toList()));
        form.offer("device", offers, model::askForDevices);
    }

    private void showForm() {
        form.show(model.training(), "training", model::shown, model.usual());
    }

    private void followDraft() {
        if (!model.training().equals(form.valueProperty().get())) {
            showForm();
        }
    }

    private String what() {
        String data = model.session().dataProperty().get() == null
                ? messages.text("shell.noData")
                : model.session().dataProperty().get().name();
        String preset = messages.text("preset." + model.preset());
        return messages.text("train.what", messages.family(model.family(), "title"), data, preset);
    }

    private String wrong() {
        return model.wrong()
                .map(entry -> messages.text(
                        "train.wrong",
                        messages.text("shell." + entry.screen().name().toLowerCase(Locale.ROOT)),
                        entry.name().get()))
                .orElse("");
    }
}
