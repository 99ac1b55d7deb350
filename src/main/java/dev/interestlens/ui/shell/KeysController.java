package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** The list of all keys. */
public final class KeysController {
    /** Keys that belong to a screen and are handled there: the key's name and that of what it does. */
    private static final List<String> ON_SCREENS = List.of("arrows", "space", "delete", "enter", "escape");

    private final Commands commands;
    private final Messages messages;

    @FXML
    private StackPane root;

    @FXML
    private GridPane list;

    @FXML
    private Button close;

    KeysController(Commands commands, Messages messages) {
        this.commands = commands;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
    }

    void toggle() {
        boolean show = !root.isVisible();
        if (show) {
            fill();
        }
        root.setVisible(show);
        if (show) {
            close.requestFocus();
        }
    }

    boolean isShown() {
        return root.isVisible();
    }

    @FXML
    void close() {
        root.setVisible(false);
    }

    private void fill() {
        list.getChildren().clear();
        int row = 0;
        for (Command command : commands.fixed()) {
            if (command.keys() != null) {
                add(row++, command.keysText(), command.name(messages));
            }
        }
        for (String each : ON_SCREENS) {
            add(row++, messages.text("keys." + each), messages.text("keys.does." + each));
        }
    }

    private void add(int row, String keys, String does) {
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        list.add(key, 0, row);
        list.add(new Label(does), 1, row);
    }
}
