package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The command palette: a field, and below it the matches. */
public final class PaletteController {
    private final Commands commands;
    private final Messages messages;
    private Node before;

    @FXML
    private StackPane root;

    @FXML
    private TextField query;

    @FXML
    private ListView<Command> found;

    PaletteController(Commands commands, Messages messages) {
        this.commands = commands;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        Presence.whileVisible(root);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        Changes.call(this::search, query.textProperty());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        Label none = Worded.label(messages.bind("palette.none"), "note");
        found.setPlaceholder(none);
        found.setFocusTraversable(false);
        found.setCellFactory(list -> new CommandCell());
        found.setOnMouseClicked(event -> run());
    }

    private void keyPressed(KeyEvent event) {
        int at = found.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            select(at + 1);
        } else if (event.getCode() == KeyCode.UP) {
            select(at - 1);
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void select(int index) {
        int to = Math.max(0, Math.min(found.getItems().size() - 1, index));
        found.getSelectionModel().select(to);
        found.scrollTo(Math.max(0, to - 4));
    }

    void toggle() {
        if (root.isVisible()) {
            close();
        } else {
            before = root.getScene().getFocusOwner();
            query.clear();
            search();
            root.setVisible(true);
            query.requestFocus();
        }
    }

    private void close() {
        root.setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void search() {
        found.getItems().setAll(commands.find(query.getText(), messages));
        if (!found.getItems().isEmpty()) {
            select(0);
        }
    }

    private void run() {
        Command command = found.getSelectionModel().getSelectedItem();
        if (command != null) {
            close();
            command.run().run();
        }
    }

    /** A command with its keys at the right. */
    private final class CommandCell extends ListCell<Command> {
        private final Label name = new Label();
        private final Label keys = Worded.text("", "key");
        private final Region gap = new Region();
        private final HBox box = new HBox(8, name, gap, keys);

        CommandCell() {
            keys.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(gap, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : box);
            if (!empty) {
                name.setText(command.name(messages));
                keys.setText(command.keysText());
                keys.setVisible(!keys.getText().isEmpty());
                setAccessibleText(name.getText() + " " + keys.getText());
            }
        }
    }
}
