package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.manual.ManualPane;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Help: the list of all keys, the terms, and the manual. */
public final class KeysController {
    /**
     * Keys that are handled by a screen.
     *
     * @param does key of the description below {@code keys.does.}
     * @param keys as on all keyboards; null where their name has to be translated
     */
    private record OnScreen(String does, String keys) {
        static OnScreen of(String does, String combination) {
            return new OnScreen(does, KeyCombination.valueOf(combination).getDisplayText());
        }

        static OnScreen named(String does) {
            return new OnScreen(does, null);
        }
    }

    private static final List<OnScreen> ON_SCREENS = List.of(
            OnScreen.of("undo", "Shortcut+Z"),
            OnScreen.of("redo", "Shift+Shortcut+Z"),
            OnScreen.of("save", "Shortcut+S"),
            OnScreen.named("arrows"),
            OnScreen.named("space"),
            OnScreen.of("pin", "P"),
            OnScreen.of("exchange", "X"),
            OnScreen.of("head", "H"),
            OnScreen.of("layer", "L"),
            OnScreen.of("table", "T"),
            OnScreen.of("copyChart", "Shortcut+C"),
            OnScreen.of("copyNumbers", "Shift+Shortcut+C"),
            OnScreen.of("saveChart", "Shift+Shortcut+S"),
            OnScreen.named("delete"),
            new OnScreen("earlier", "Alt+↑ ↓"),
            OnScreen.named("enter"),
            OnScreen.named("escape"));

    private final Commands commands;
    private final Messages messages;

    @FXML
    private StackPane root;

    @FXML
    private GridPane list;

    @FXML
    private VBox terms;

    @FXML
    private Tab manual;

    @FXML
    private Button close;

    private ManualPane pages;

    KeysController(Commands commands, Messages messages) {
        this.commands = commands;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        root.setVisible(false);
        Presence.whileVisible(root);
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
            fillTerms();
            showManual();
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
            if (!command.keys().isEmpty()) {
                add(row++, command.keysText(), command.name(messages));
            }
        }
        for (OnScreen each : ON_SCREENS) {
            String keys = each.keys() == null ? messages.text("keys." + each.does()) : each.keys();
            add(row++, keys, messages.text("keys.does." + each.does()));
        }
    }

    private void fillTerms() {
        terms.getChildren().clear();
        for (Glossary.Entry entry : Glossary.entries(messages)) {
            Label term = Worded.text(entry.term(), "title");
            Label meaning = Worded.wrap(new Label(entry.meaning()));
            terms.getChildren().add(new VBox(2, term, meaning));
        }
    }

    private void showManual() {
        if (pages == null) {
            pages = new ManualPane(messages);
            manual.setContent(pages);
        }
        pages.show();
    }

    private void add(int row, String keys, String does) {
        Label key = Worded.text(keys, "key");
        list.add(key, 0, row);
        list.add(new Label(does), 1, row);
    }
}
