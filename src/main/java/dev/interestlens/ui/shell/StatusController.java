package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Jobs;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import java.nio.file.Path;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar below all screens: device, job, memory, problems, language and appearance. */
public final class StatusController {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final ShellViewModel model;
    private final Messages messages;
    private final Runnable list;
    private final Runnable problems;
    private final Runnable commands;
    private final Runnable help;

    @FXML
    private Label device;

    @FXML
    private HBox job;

    @FXML
    private Label noJob;

    @FXML
    private Button jobs;

    @FXML
    private Button saved;

    @FXML
    private Button zoom;

    @FXML
    private Label memory;

    @FXML
    private Button log;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    /**
     * @param list shows or hides the list of jobs
     * @param problems likewise that of problems
     * @param commands likewise all commands
     * @param help likewise keys and terms
     */
    StatusController(
            ShellViewModel model,
            Messages messages,
            Runnable list,
            Runnable problems,
            Runnable commands,
            Runnable help) {
        this.model = model;
        this.messages = messages;
        this.list = list;
        this.problems = problems;
        this.commands = commands;
        this.help = help;
    }

    @FXML
    private void initialize() {
        jobs.setOnAction(event -> list.run());
        zoom.setOnAction(event -> model.zoom().reset());
        log.setOnAction(event -> problems.run());
        theme.setOnAction(event -> model.switchTheme());
        bindJob();
        bindSaved();
        DoubleBinding factor = model.zoom().factor();
        BooleanBinding limited = model.zoom().limited();
        zoom.textProperty()
                .bind(messages.bind(
                        () -> messages.text(
                                limited.get() ? "shell.zoom.most" : "shell.zoom", Math.round(100 * factor.get())),
                        factor,
                        limited));
        Presence.when(zoom, factor.isNotEqualTo(1, 0.005).or(limited));
        device.textProperty()
                .bind(messages.bind("shell.device.cpu", Runtime.getRuntime().availableProcessors()));
        memory.textProperty().bind(messages.bind("shell.memory", model.memoryProperty()));
        log.textProperty().bind(messages.bind("shell.log.count", model.errors().count()));
        messages.keepShown(this::markLog, model.errors().count());
        messages.keepShown(
                () -> themeIcon.setIconLiteral(themeLiteral()), model.theme().choiceProperty());
        theme.accessibleTextProperty()
                .bind(messages.bind(
                        () -> messages.text("shell.theme.tip", themeName()),
                        model.theme().choiceProperty()));
        theme.getTooltip().textProperty().bind(theme.accessibleTextProperty());
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> model.measureMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void bindJob() {
        Jobs running = model.session().jobs();
        var main = running.mainProperty();
        Presence.when(job, main.isNotNull());
        Presence.when(noJob, main.isNull());
        IntegerBinding count = Bindings.size(running.all());
        Presence.when(jobs, count.greaterThan(1));
        jobs.textProperty().bind(messages.bind("shell.jobs.count", count));
        messages.keepShown(() -> showJob(main.get()), main);
    }

    private void bindSaved() {
        ObjectProperty<Path> file = model.session().savedProperty();
        Presence.when(saved, file.isNotNull());
        saved.textProperty()
                .bind(messages.bind(
                        () -> file.get() == null
                                ? ""
                                : messages.text("figure.saved", file.get().getFileName()),
                        file));
        saved.getTooltip()
                .textProperty()
                .bind(messages.bind(() -> messages.text("shell.saved.tip", String.valueOf(file.get())), file));
        saved.setOnAction(event -> model.openSaved());
    }

    private void showJob(Job now) {
        job.getChildren().clear();
        if (now != null) {
            job.getChildren().setAll(new JobRow(now, messages, model::lookAt));
        }
    }

    private void markLog() {
        log.pseudoClassStateChanged(SOME, model.errors().count().get() > 0);
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
    private void showCommands() {
        commands.run();
    }

    @FXML
    private void showHelp() {
        help.run();
    }

    @FXML
    private void switchLanguage() {
        model.switchLanguage();
    }
}
