package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Progress of a job in one line, with a button to cancel it; there only while it runs. */
public final class JobBar extends HBox {
    public JobBar(Messages messages, JobRunner job) {
        super(8);
        ReadOnlyObjectProperty<JobStatus> running = job.statusProperty();
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(running.map(JobStatus::fraction).orElse(0.0));
        Label stage = Worded.label(
                running.map(now -> now.title() + "  " + now.detail()).orElse(""), "note");
        Button cancel = Worded.button(messages.bind("job.cancel"), job::cancel, "chip");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(bar, stage, cancel);
        Presence.when(this, running.isNotNull());
    }
}
