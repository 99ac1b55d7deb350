package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Progress of a job in one line, with a button to cancel it; there only while it runs. */
public final class JobBar extends HBox {
    public JobBar(Messages messages, JobRunner job) {
        this(messages, job.statusProperty(), job::cancel);
    }

    /** @param running the job, or null while there is none */
    JobBar(Messages messages, ObservableValue<JobStatus> running, Runnable cancelled) {
        super(8);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(running.map(JobStatus::fraction).orElse(0.0));
        Label stage = Worded.label(
                running.map(now -> now.title() + "  " + now.detail()).orElse(""), "note");
        stage.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the time that is left stands at the end
        Button cancel = Worded.button(messages.bind("job.cancel"), cancelled, "chip");
        bar.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(bar, cancel, stage); // before the text, whose length changes, so that it stays where it is
        Presence.when(this, Bindings.createBooleanBinding(() -> running.getValue() != null, running));
    }
}
