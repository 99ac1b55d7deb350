package dev.interestlens.ui.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A number in large type with its name below it; the tooltip has its definition and formula. */
public final class FigureBox extends VBox {
    private static final double READABLE = 360;
    private static final Duration PATIENCE = Duration.millis(150);

    private final Label value = Worded.text("", "figure");
    private final Label name = Worded.text("", "note");
    private final StringProperty about = new SimpleStringProperty(this, "about", "");

    public FigureBox() {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(READABLE);
        tip.setShowDelay(PATIENCE);
        tip.textProperty().bind(about);
        Tooltip.install(this, tip);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(value.textProperty().concat(" ").concat(name.textProperty()));
        accessibleHelpProperty().bind(about);
        getChildren().setAll(value, name);
    }

    public StringProperty textProperty() {
        return value.textProperty();
    }

    public String getText() {
        return value.getText();
    }

    public StringProperty nameProperty() {
        return name.textProperty();
    }

    public String getName() {
        return name.getText();
    }

    /** Definition and formula. */
    public StringProperty aboutProperty() {
        return about;
    }

    public String getAbout() {
        return about.get();
    }
}
