package dev.interestlens.ui.shell;

import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Over the screens: the newest problem and an ended import, each until it is closed, and the list of all problems. */
public final class NoticesController {
    private final ShellViewModel model;
    private final Messages messages;

    @FXML
    private VBox arrived;

    @FXML
    private Label arrivedWhat;

    @FXML
    private VBox problem;

    @FXML
    private Label problemWhat;

    @FXML
    private Label problemPlace;

    @FXML
    private Label problemKept;

    @FXML
    private Label problemFix;

    @FXML
    private VBox problemList;

    NoticesController(ShellViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        messages.keepShown(this::showProblem, model.problemProperty());
        Changes.call(this::fillList, messages.language());
        ObjectProperty<Path> ended = model.session().arrivedProperty();
        Presence.when(arrived, ended.isNotNull());
        arrivedWhat
                .textProperty()
                .bind(messages.bind(
                        () -> ended.get() == null
                                ? ""
                                : messages.text("shell.arrived", model.session().nameOfData(ended.get())),
                        ended,
                        model.session().datasets()));
    }

    private void showProblem() {
        Problem now = model.problemProperty().get();
        Presence.set(problem, now != null);
        if (now != null) {
            Presence.tell(problemWhat, now.what(messages.locale()));
            Presence.tell(problemPlace, placeOf(now));
            Presence.tell(problemKept, now.kept(messages.locale(), Problem.Surface.WINDOW));
            Presence.tell(problemFix, now.fix(messages.locale(), Problem.Surface.WINDOW));
        }
    }

    private static String placeOf(Problem problem) {
        String value = problem.values().get("value");
        return problem.place() + (value == null ? "" : (problem.place().isEmpty() ? "" : "   ") + "\"" + value + "\"");
    }

    @FXML
    private void dismiss() {
        model.errors().dismiss();
    }

    @FXML
    private void openArrived() {
        model.openArrived();
    }

    @FXML
    private void leaveArrived() {
        model.leaveArrived();
    }

    /** Shows the list of all problems, or hides it. */
    void toggleList() {
        boolean show = !problemList.isVisible();
        Presence.set(problemList, show);
        fillList();
    }

    @FXML
    private void closeList() {
        if (problemList.isVisible()) {
            toggleList();
        }
    }

    /** Closes what is open over the screens; false where there is nothing. */
    boolean close() {
        boolean shown = problem.isVisible() || problemList.isVisible() || arrived.isVisible();
        closeList();
        leaveArrived();
        dismiss();
        return shown;
    }

    private void fillList() {
        if (!problemList.isVisible()) {
            return;
        }
        problemList.getChildren().removeIf(node -> node.getStyleClass().contains("entry"));
        int at = 1;
        for (Problem each : model.errors().all()) {
            Label entry = Worded.text(each.text(messages.locale(), Problem.Surface.WINDOW), "entry");
            entry.setWrapText(true);
            problemList.getChildren().add(at++, entry);
        }
        if (model.errors().all().isEmpty()) {
            Label none = Worded.text(messages.text("shell.log.empty"), "entry", "note");
            problemList.getChildren().add(at, none);
        }
    }
}
