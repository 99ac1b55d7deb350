package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Progress of a job of the screen, with a button to cancel it; there only while it runs. */
public final class JobProgressPane extends HBox {
    /** @param running null while the job does not run */
    public JobProgressPane(Messages messages, ObjectBinding<JobStatus> running, Runnable cancelled) {
        super(8);
        getStyleClass().add("working");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(running.map(JobStatus::fraction).orElse(0.0));
        Label detail = Worded.wrap(Worded.label(running.map(JobStatus::detail).orElse("")));
        VBox told = new VBox(4, detail, bar);
        HBox.setHgrow(told, Priority.ALWAYS);
        getChildren().setAll(told, Worded.button(messages.bind("job.cancel"), cancelled));
        Presence.when(this, running.isNotNull());
    }

    /** Stands in a place instead of what is there while the job runs, so that nothing around it moves, nor is scrolled to when it ends. */
    public void insteadOf(StackPane place) {
        place.getChildren().stream().filter(Button.class::isInstance).forEach(FocusReturn::on);
        place.getChildren()
                .forEach(each -> each.visibleProperty().bind(visibleProperty().not()));
        place.getChildren().add(this);
    }
}
