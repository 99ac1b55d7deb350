package dev.interestlens.ui.control;

import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown on demand only, below a button that says what it is. */
@DefaultProperty("content")
public final class More extends VBox {
    private static final String CLOSED = "fth-chevron-right";
    private static final String OPEN = "fth-chevron-down";

    private final ToggleButton button = new ToggleButton();
    private final VBox body = new VBox(8);

    public More() {
        FontIcon icon = new FontIcon(CLOSED);
        button.selectedProperty().addListener((observed, before, now) -> icon.setIconLiteral(now ? OPEN : CLOSED));
        button.setGraphic(icon);
        button.getStyleClass().add("more");
        Presence.when(body, button.selectedProperty());
        VBox.setVgrow(body, Priority.ALWAYS);
        setSpacing(8);
        getChildren().setAll(button, body);
    }

    /** @param opened ids of what is open, which is remembered */
    public More(String id, ObservableSet<String> opened, Node... content) {
        this();
        setId(id);
        getContent().setAll(content);
        remember(opened);
    }

    public StringProperty textProperty() {
        return button.textProperty();
    }

    public String getText() {
        return button.getText();
    }

    public void setText(String text) {
        button.setText(text);
    }

    public ObservableList<Node> getContent() {
        return body.getChildren();
    }

    public BooleanProperty openProperty() {
        return button.selectedProperty();
    }

    /** Its button, to be put into a bar above. */
    public Node takeButton() {
        getChildren().remove(button);
        return button;
    }

    /** Shows and hides parts that are elsewhere, in a compact window only: in others they are always shown, and its button is not. */
    public void foldWhenCompact(Node... parts) {
        button.getStyleClass().add("compact-only");
        Presence.whileVisible(button);
        List.of(parts).forEach(Presence::whileVisible);
        Runnable fold = () -> {
            for (Node part : parts) {
                part.getStyleClass().remove("folded");
                if (!openProperty().get()) {
                    part.getStyleClass().add("folded");
                }
            }
        };
        Changes.call(fold, openProperty());
        fold.run();
    }

    /** Cannot be closed while there is something in that list, such as a wrong entry. */
    public void keepOpenWhile(ObservableList<?> reasons) {
        button.disableProperty().bind(Bindings.isNotEmpty(reasons).and(openProperty()));
    }

    /** Is open while its id is in that set, which is how it was left. */
    public void remember(ObservableSet<String> opened) {
        openProperty().set(opened.contains(getId()));
        openProperty().addListener((observed, before, now) -> {
            if (now) {
                opened.add(getId());
            } else {
                opened.remove(getId());
            }
        });
    }
}
