package dev.interestlens.ui.explain.query;

import dev.interestlens.filter.Suggestions;
import dev.interestlens.filter.Suggestions.Suggestion;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Named;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** Completions below the filter field: Down and Up choose, Enter or Tab inserts, Escape closes. */
public final class FilterSuggestions {
    private static final double ROW = 28;
    private static final double MIN_WIDTH = 240;

    private final TextField field;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private final Supplier<Suggestions> suggestions;
    private boolean taking;

    public FilterSuggestions(TextField field, Supplier<Suggestions> suggestions, Messages messages) {
        this.field = field;
        this.suggestions = suggestions;
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.accessibleTextProperty().bind(messages.bind("explain.filter.suggestions"));
        list.setCellFactory(Named.cells(Suggestion::text));
        list.setOnMouseClicked(event -> take());
        StackPane box = new StackPane(list);
        box.getStyleClass().addAll("search-box", "suggestions");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setConsumeAutoHidingEvents(false);
        field.textProperty().addListener((observed, before, now) -> {
            if (field.isFocused() && !taking) {
                show(now, caret(before, now));
            }
        });
        field.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The new caret position: after an insertion, or at a deletion. */
    private static int caret(String before, String now) {
        int same = 0;
        while (same < Math.min(before.length(), now.length()) && before.charAt(same) == now.charAt(same)) {
            same++;
        }
        return Math.min(now.length(), same + Math.max(0, now.length() - before.length()));
    }

    private void show(String typed, int caret) {
        List<Suggestion> all = suggestions.get().at(typed, caret);
        list.getItems().setAll(all);
        if (all.isEmpty() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.setPrefSize(Math.max(MIN_WIDTH, field.getWidth() - 16), ROW * all.size() + 2);
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        popup.show(field, at.getMinX(), at.getMaxY() + 2);
    }

    private void key(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        KeyCode code = event.getCode();
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int next = chosen + (code == KeyCode.DOWN ? 1 : -1);
            list.getSelectionModel()
                    .clearAndSelect(Math.floorMod(next, list.getItems().size()));
        } else if ((code == KeyCode.ENTER || code == KeyCode.TAB) && chosen >= 0) {
            take();
        } else if (code == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            return;
        }
        event.consume();
    }

    private void take() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        String typed = field.getText();
        taking = true;
        field.setText(chosen.in(typed));
        field.positionCaret(chosen.from() + chosen.text().length());
        taking = false;
        popup.hide();
    }
}
