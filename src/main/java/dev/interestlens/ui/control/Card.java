package dev.interestlens.ui.control;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A surface that holds one thing, with its title and a note above it. */
@DefaultProperty("content")
public final class Card extends VBox {
    private final Label title = Worded.text("", "title");
    private final Label note = Worded.wrap(Worded.text("", "note"));
    private final VBox head = new VBox(title, note);
    private final VBox body = new VBox();

    public Card() {
        getStyleClass().add("card-surface");
        head.getStyleClass().add("card-head");
        body.getStyleClass().add("card-body");
        Presence.withWords(title);
        Presence.withWords(note);
        Presence.when(head, title.visibleProperty().or(note.visibleProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
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
}
