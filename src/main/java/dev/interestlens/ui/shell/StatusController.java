package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Jobs;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
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
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar below all screens: device, job, memory, problems, language and appearance. */
public final class StatusController implements ViewSource {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final ShellViewModel model;
    private final Messages messages;
    private final Runnable list;
    private final Runnable problems;
    private final Runnable commands;
    private final Runnable help;

    @FXML
    private HBox job;

    @FXML
    private Button log;

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

    @Override
    public void give(ViewValues view) {
        view.action("showJobs", list);
        view.action("showProblems", problems);
        view.action("showCommands", commands);
        view.action("showHelp", help);
        view.action("resetZoom", model.zoom()::reset);
        view.action("switchTheme", model::switchTheme);
        view.action("switchLanguage", model::switchLanguage);
        view.action("openSaved", model::openSaved);
        DoubleBinding factor = model.zoom().factor();
        BooleanBinding limited = model.zoom().limited();
        view.value("zoomed", factor.isNotEqualTo(1, 0.005).or(limited));
        view.value(
                "zoom",
                messages.bind(
                        () -> messages.text(
                                limited.get() ? "shell.zoom.most" : "shell.zoom", Math.round(100 * factor.get())),
                        factor,
                        limited));
        view.value(
                "device", messages.bind("shell.device.cpu", Runtime.getRuntime().availableProcessors()));
        view.value("memory", messages.bind("shell.memory", model.memoryProperty()));
        view.value("problems", messages.bind("shell.log.count", model.errors().count()));
        view.value(
                "theme",
                messages.bind(
                        () -> messages.text("shell.theme.tip", themeName()),
                        model.theme().choiceProperty()));
        giveJobs(view);
        giveSaved(view);
    }

    @FXML
    private void initialize() {
        var main = model.session().jobs().mainProperty();
        messages.keepShown(() -> showJob(main.get()), main);
        messages.keepShown(this::markLog, model.errors().count());
        messages.keepShown(
                () -> themeIcon.setIconLiteral(themeLiteral()), model.theme().choiceProperty());
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> model.measureMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void giveJobs(ViewValues view) {
        Jobs running = model.session().jobs();
        IntegerBinding count = Bindings.size(running.all());
        view.value("job", running.mainProperty().isNotNull());
        view.value("several", count.greaterThan(1));
        view.value("jobs", messages.bind("shell.jobs.count", count));
    }

    private void giveSaved(ViewValues view) {
        ObjectProperty<Path> file = model.session().savedProperty();
        view.value("isSaved", file.isNotNull());
        view.value("saved", messages.about(file, written -> messages.text("figure.saved", written.getFileName())));
        view.value("savedTip", messages.bind(() -> messages.text("shell.saved.tip", String.valueOf(file.get())), file));
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
}
