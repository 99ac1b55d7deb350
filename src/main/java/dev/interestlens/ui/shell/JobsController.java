package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The list of all running jobs above the status bar, each with its own pause and stop. */
public final class JobsController {
    private final ShellViewModel model;
    private final Messages messages;

    @FXML
    private VBox list;

    @FXML
    private VBox rows;

    @FXML
    private Label none;

    JobsController(ShellViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        list.setVisible(false);
        Presence.whileVisible(list);
        model.session().jobs().all().addListener((ListChangeListener<Job>) change -> fill());
        fill();
    }

    private void fill() {
        List<Job> jobs = model.session().jobs().all();
        rows.getChildren()
                .setAll(jobs.stream()
                        .map(job -> new JobRow(job, messages, model::lookAt))
                        .toList());
        Presence.set(none, jobs.isEmpty());
    }

    void toggle() {
        list.setVisible(!list.isVisible());
    }

    @FXML
    private void hide() {
        list.setVisible(false);
    }

    /** Hides the list; false where it is hidden already. */
    boolean close() {
        boolean shown = list.isVisible();
        hide();
        return shown;
    }
}
