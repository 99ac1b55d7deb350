package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One running job: its progress, and buttons to show, pause and stop it. */
final class JobRow extends HBox {
    private static final double MIN_TITLE = 90;
    private static final double MAX_TITLE = 220;

    private final Job job;
    private final Messages messages;
    private final ProgressBar progress = new ProgressBar();
    private final Button title = button(null);
    private final Label detail = new Label();
    private final FontIcon pauseIcon = new FontIcon("fth-pause");
    private final Button pause = button(pauseIcon);
    private final Button stop = button(new FontIcon("fth-square"));
    private final InvalidationListener follow = change -> show();

    /** @param look shows the job on its screen */
    JobRow(Job job, Messages messages, Consumer<Job> look) {
        super(8);
        this.job = job;
        this.messages = messages;
        getStyleClass().add("job");
        setAlignment(Pos.CENTER_LEFT);
        title.setMnemonicParsing(false);
        title.setMinWidth(MIN_TITLE); // the detail beside it gives way
        title.setMaxWidth(MAX_TITLE);
        title.setOnAction(event -> look.accept(job));
        title.getTooltip().textProperty().bind(messages.bind("shell.job.show"));
        pause.setMinWidth(USE_PREF_SIZE);
        pause.setOnAction(event -> job.pauseOrResume());
        pause.accessibleTextProperty().bind(pause.getTooltip().textProperty());
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(event -> job.stop());
        stop.getTooltip().textProperty().bind(messages.bind(stopKey()));
        stop.accessibleTextProperty().bind(stop.getTooltip().textProperty());
        // the text comes last: its length varies, and the buttons must not move
        detail.setId("job-detail");
        getChildren().setAll(progress, pause, stop, title, detail);
        WeakInvalidationListener weak = new WeakInvalidationListener(follow);
        job.statusProperty().addListener(weak);
        job.controlProperty().addListener(weak);
        messages.language().addListener(weak);
        show();
    }

    private static Button button(FontIcon icon) {
        Button button = new Button(null, icon);
        button.getStyleClass().add("bar-button");
        button.setTooltip(new Tooltip());
        return button;
    }

    /** A stopped training keeps its best weights; a partial import or export is deleted. */
    private String stopKey() {
        return job.kind() == Job.Kind.TRAINING ? "shell.stop" : "job.cancel";
    }

    private void show() {
        JobStatus now = job.statusProperty().get();
        JobControl control = job.controlProperty().get();
        title.setText(now.title());
        detail.setText(now.detail());
        progress.setProgress(now.fraction());
        pauseIcon.setIconLiteral(now.paused() ? "fth-play" : "fth-pause");
        pause.getTooltip().setText(messages.text(now.paused() ? "shell.resume" : "shell.pause"));
        Presence.set(pause, control != null && control.pauses());
        Presence.set(stop, control != null);
    }
}
