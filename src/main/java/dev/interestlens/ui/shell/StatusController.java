package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar below all screens: device, job, memory, problems, language and appearance. */
public final class StatusController {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final ShellViewModel model;
    private final Messages messages;
    private final Runnable problems;

    @FXML
    private Label device;

    @FXML
    private HBox job;

    @FXML
    private Label noJob;

    @FXML
    private Button jobTitle;

    @FXML
    private Label jobDetail;

    @FXML
    private ProgressBar jobProgress;

    @FXML
    private Button pause;

    @FXML
    private Button stop;

    @FXML
    private FontIcon pauseIcon;

    @FXML
    private Label memory;

    @FXML
    private Button log;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    /** @param problems shows what went wrong, or hides it */
    StatusController(ShellViewModel model, Messages messages, Runnable problems) {
        this.model = model;
        this.messages = messages;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        bindJob();
        device.textProperty()
                .bind(messages.bind("shell.device.cpu", Runtime.getRuntime().availableProcessors()));
        memory.textProperty().bind(messages.bind("shell.memory", model.memoryProperty()));
        log.textProperty().bind(messages.bind("shell.log.count", model.errors().countProperty()));
        model.errors().countProperty().addListener(change -> markLog());
        markLog();
        model.theme().choiceProperty().addListener(change -> themeIcon.setIconLiteral(themeLiteral()));
        themeIcon.setIconLiteral(themeLiteral());
        theme.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.text("shell.theme.tip", themeName()),
                        messages.language(),
                        model.theme().choiceProperty()));
        theme.getTooltip().textProperty().bind(theme.accessibleTextProperty());
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> model.measureMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void bindJob() {
        var status = model.session().jobProperty();
        job.visibleProperty().bind(status.isNotNull());
        job.managedProperty().bind(job.visibleProperty());
        noJob.visibleProperty().bind(status.isNull());
        noJob.managedProperty().bind(noJob.visibleProperty());
        var control = model.session().jobControlProperty();
        stop.visibleProperty().bind(control.isNotNull());
        pause.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> control.get() != null && control.get().pauses(), control));
        for (Button each : List.of(pause, stop)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        status.addListener((observed, before, now) -> showJob(now));
        messages.language().addListener(change -> showJob(status.get()));
        showJob(status.get());
    }

    private void showJob(JobStatus now) {
        if (now != null) {
            jobTitle.setText(now.title());
            jobDetail.setText(now.detail());
            jobProgress.setProgress(now.fraction());
            pauseIcon.setIconLiteral(now.paused() ? "fth-play" : "fth-pause");
            pause.setAccessibleText(messages.text(now.paused() ? "shell.resume" : "shell.pause"));
            pause.getTooltip().setText(pause.getAccessibleText());
        }
    }

    private void markLog() {
        log.pseudoClassStateChanged(SOME, model.errors().countProperty().get() > 0);
    }

    private String themeName() {
        return messages.text("shell.theme." + model.theme().choiceProperty().get());
    }

    private String themeLiteral() {
        return switch (model.theme().choiceProperty().get()) {
            case LIGHT -> "fth-sun";
            case DARK -> "fth-moon";
            case SYSTEM -> "fth-monitor";
        };
    }

    @FXML
    private void showJob() {
        model.lookAtJob();
    }

    @FXML
    private void toggleProblems() {
        problems.run();
    }

    @FXML
    private void switchLanguage() {
        model.switchLanguage();
    }

    @FXML
    private void switchTheme() {
        model.switchTheme();
    }

    @FXML
    private void pauseOrResume() {
        model.pauseOrResume();
    }

    @FXML
    private void stop() {
        model.stop();
    }
}
