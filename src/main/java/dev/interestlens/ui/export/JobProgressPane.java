package dev.interestlens.ui.export;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.export.ExportViewModel.Task;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Progress of a job of the screen, with a button to cancel it; visible only while it runs. */
final class JobProgressPane extends HBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = new Label();

    JobProgressPane(ExportViewModel model, Messages messages, Task task) {
        super(12);
        getStyleClass().add("working");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        Worded.wrap(detail);
        VBox told = new VBox(4, detail, bar);
        HBox.setHgrow(told, Priority.ALWAYS);
        Button cancel = Worded.button(messages.bind("export.cancel"), model::cancel);
        getChildren().setAll(told, cancel);
        visibleProperty().bind(model.taskProperty().isEqualTo(task));
        managedProperty().bind(visibleProperty());
        model.statusProperty().addListener((observed, before, now) -> show(now));
        show(model.statusProperty().get());
    }

    private void show(JobStatus now) {
        if (now != null) {
            bar.setProgress(now.fraction());
            detail.setText(now.detail());
        }
    }
}
