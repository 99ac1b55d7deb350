package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.QueuedRun;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the runs that wait for their turn. */
public final class QueueController {
    private final TrainViewModel model;
    private final Messages messages;

    @FXML
    private HBox held;

    @FXML
    private ListView<QueuedRun> queue;

    @FXML
    private Button clear;

    public QueueController(TrainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        queue.setItems(model.session().queue());
        queue.setCellFactory(list -> new QueueCell());
        Label none = new Label();
        none.textProperty().bind(messages.bind("train.queue.none"));
        none.getStyleClass().add("note");
        none.setWrapText(true);
        queue.setPlaceholder(none);
        held.visibleProperty().bind(model.session().queueHeldProperty());
        held.managedProperty().bind(held.visibleProperty());
        clear.disableProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(model.session().queue()));
        messages.language().addListener(change -> queue.refresh());
    }

    @FXML
    private void release() {
        model.releaseQueue();
    }

    @FXML
    private void clear() {
        model.discard(model.session().queue());
    }

    /** A waiting run with a way to take it out. */
    private final class QueueCell extends ListCell<QueuedRun> {
        private final Label title = new Label();
        private final Label line = new Label();
        private final Button remove = new Button(null, new FontIcon("fth-x"));
        private final HBox box;

        QueueCell() {
            line.getStyleClass().add("note");
            remove.getStyleClass().add("row-switch");
            remove.setTooltip(new Tooltip());
            remove.setOnAction(event -> model.discard(List.of(getItem())));
            VBox words = new VBox(title, line);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            box = new HBox(4, words, remove);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(QueuedRun run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : box);
            if (!none) {
                title.setText(run.name());
                var config = run.wanted().config();
                line.setText(messages.text(
                        "train.queue.line",
                        messages.text("model." + config.model().id()),
                        config.training().epochs(),
                        config.training().seed()));
                remove.getTooltip().setText(messages.text("train.queue.remove"));
                remove.setAccessibleText(messages.text("train.queue.remove"));
                setAccessibleText(run.name() + ", " + line.getText());
            }
        }
    }
}
