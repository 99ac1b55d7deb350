package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.QueuedRun;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows the queued runs. */
public final class QueueController implements ViewSource {
    private final Session session;
    private final TrainingRunner trainings;
    private final Messages messages;

    @FXML
    private ListView<QueuedRun> queue;

    public QueueController(Session session, TrainingRunner trainings, Messages messages) {
        this.session = session;
        this.trainings = trainings;
        this.messages = messages;
    }

    @Override
    public void give(ViewValues view) {
        ReadOnlyBooleanProperty looksOn = session.readOnlyProperty();
        view.action("release", trainings::releaseQueue);
        view.action("clear", () -> trainings.discard(session.queue()));
        view.value("held", session.queueHeldProperty());
        view.value("locked", looksOn);
        view.value("cannotClear", Bindings.isEmpty(session.queue()).or(looksOn));
    }

    @FXML
    private void initialize() {
        queue.setItems(session.queue());
        queue.setCellFactory(list -> new QueueCell());
        Label none = Worded.label(messages.bind("train.queue.none"), "note");
        none.setWrapText(true);
        queue.setPlaceholder(none);
        queue.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        messages.keepShown(queue::refresh, session.readOnlyProperty());
    }

    private void key(KeyEvent event) {
        QueuedRun run = queue.getSelectionModel().getSelectedItem();
        if (run == null || session.readOnlyProperty().get()) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE) {
            trainings.discard(List.of(run));
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(run, -1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(run, 1);
        } else {
            return;
        }
        event.consume();
    }

    private void move(QueuedRun run, int by) {
        trainings.move(run, by);
        queue.getSelectionModel().select(run);
    }

    /** A queued run with a button to remove it. */
    private final class QueueCell extends ListCell<QueuedRun> {
        private final Label title = new Label();
        private final Label line = Worded.text("", "note");
        private final Button earlier = button("fth-chevron-up", "train.queue.earlier", () -> move(getItem(), -1));
        private final Button later = button("fth-chevron-down", "train.queue.later", () -> move(getItem(), 1));
        private final Button remove =
                button("fth-x", "train.queue.remove", () -> trainings.discard(List.of(getItem())));
        private final HBox box;

        QueueCell() {
            VBox words = new VBox(title, line);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            box = new HBox(0, words, earlier, later, remove);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        private Button button(String icon, String key, Runnable action) {
            return Worded.icon(icon, messages.bind(key), action, "row-switch");
        }

        @Override
        protected void updateItem(QueuedRun run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : box);
            if (!none) {
                title.setText(run.name());
                var config = run.wanted().config();
                var length = config.training().length();
                String key = run.goesOn()
                        ? "train.queue.goesOn"
                        : length.epochs() > 0 ? "train.queue.line" : "train.queue.steps";
                line.setText(messages.text(
                        key,
                        messages.family(config.model().id()),
                        length.epochs() > 0 ? length.epochs() : length.steps(),
                        config.training().seed()));
                boolean looksOn = session.readOnlyProperty().get();
                earlier.setDisable(looksOn || getIndex() == 0);
                later.setDisable(
                        looksOn || getIndex() == getListView().getItems().size() - 1);
                remove.setDisable(looksOn);
                setAccessibleText(run.name() + ", " + line.getText());
            }
        }
    }
}
