package dev.interestlens.ui.shell;

import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Over the screens: the newest problem and an ended import, each until it is closed, and the list of all problems. */
public final class NoticesController implements ViewSource {
    private final ShellViewModel model;
    private final Messages messages;

    @FXML
    private VBox arrived;

    @FXML
    private VBox problem;

    @FXML
    private VBox problemList;

    NoticesController(ShellViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        ObjectProperty<Path> ended = model.session().arrivedProperty();
        view.action("closeList", this::closeList);
        view.action("dismiss", model.errors()::dismiss);
        view.action("openArrived", model::openArrived);
        view.action("leaveArrived", model::leaveArrived);
        view.value("isArrived", ended.isNotNull());
        view.value(
                "arrived",
                messages.about(
                        ended,
                        data -> messages.text("shell.arrived", model.session().nameOfData(data)),
                        model.session().datasets()));
        view.value("isProblem", model.problemProperty().isNotNull());
        view.value("what", messages.about(model.problemProperty(), problem -> problem.what(messages.locale())));
        view.value("place", messages.about(model.problemProperty(), NoticesController::placeOf));
        view.value(
                "kept",
                messages.about(
                        model.problemProperty(), problem -> problem.kept(messages.locale(), Problem.Surface.WINDOW)));
        view.value(
                "fix",
                messages.about(
                        model.problemProperty(), problem -> problem.fix(messages.locale(), Problem.Surface.WINDOW)));
    }

    @FXML
    private void initialize() {
        Changes.call(this::fillList, messages.language());
    }

    private static String placeOf(Problem problem) {
        String value = problem.values().get("value");
        return problem.place() + (value == null ? "" : (problem.place().isEmpty() ? "" : "   ") + "\"" + value + "\"");
    }

    /** Shows the list of all problems, or hides it. */
    void toggleList() {
        boolean show = !problemList.isVisible();
        Presence.set(problemList, show);
        fillList();
    }

    private void closeList() {
        if (problemList.isVisible()) {
            toggleList();
        }
    }

    /** Closes what is open over the screens; false where there is nothing. */
    boolean close() {
        boolean shown = problem.isVisible() || problemList.isVisible() || arrived.isVisible();
        closeList();
        model.leaveArrived();
        model.errors().dismiss();
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
