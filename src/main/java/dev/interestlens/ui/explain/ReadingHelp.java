package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a figure means and how it is read, on demand; nothing where there is nothing to say. Its button is in the bar above the figure. */
final class ReadingHelp extends VBox {
    private final Label words = Worded.text("", "note");
    private final Node button;

    /** @param opened ids of what is open, which is remembered */
    ReadingHelp(String id, Messages messages, ObservableSet<String> opened) {
        words.setWrapText(true);
        words.setMinSize(0, USE_PREF_SIZE);
        More more = new More(id, opened, words);
        more.textProperty().bind(messages.bind("explain.reading"));
        button = more.takeButton();
        getChildren().setAll(more);
        setMinHeight(USE_PREF_SIZE);
        Presence.when(button, words.textProperty().isNotEmpty());
        Presence.when(this, button.visibleProperty().and(more.openProperty()));
    }

    /** Opens and closes it. */
    Node button() {
        return button;
    }

    void setText(String text) {
        words.setText(text);
    }
}
