package dev.interestlens.ui.control;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** A placeholder where there is nothing to show yet: what is missing, and buttons to get it. */
@DefaultProperty("buttons")
public final class EmptyPane extends VBox {
    private static final double READABLE = 520;

    private final FontIcon icon = new FontIcon();
    private final Label title = Worded.text("", "headline");
    private final Label note = Worded.text("", "note");
    private final FlowPane buttons = new FlowPane(8, 8);

    public EmptyPane() {
        super(8);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
        icon.getStyleClass().add("empty-icon");
        for (Label each : new Label[] {title, note}) {
            each.setWrapText(true);
            each.setAlignment(Pos.CENTER);
            each.setTextAlignment(TextAlignment.CENTER);
            each.setMaxWidth(READABLE);
            each.setMinHeight(USE_PREF_SIZE);
        }
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(icon, title, note, buttons);
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public StringProperty noteProperty() {
        return note.textProperty();
    }

    public String getNote() {
        return note.getText();
    }

    public ObservableList<Node> getButtons() {
        return buttons.getChildren();
    }
}
