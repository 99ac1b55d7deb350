package dev.interestlens.ui.control;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A titled surface that holds one thing. */
@DefaultProperty("content")
public final class Card extends VBox {
    private final Label title = Worded.text("", "card-title");
    private final Label note = Worded.wrap(Worded.text("", "note"));
    private final VBox body = new VBox();

    public Card() {
        getStyleClass().add("card-surface");
        body.getStyleClass().add("card-body");
        hideWhenEmpty(title);
        hideWhenEmpty(note);
        VBox.setVgrow(body, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(title, note, body);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public StringProperty noteProperty() {
        return note.textProperty();
    }

    public String getNote() {
        return note.getText();
    }

    public ObservableList<Node> getContent() {
        return body.getChildren();
    }

    private static void hideWhenEmpty(Label label) {
        Presence.withWords(label);
    }
}
