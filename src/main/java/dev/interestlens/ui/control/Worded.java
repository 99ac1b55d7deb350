package dev.interestlens.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Labels, buttons and tips whose words follow a text, such as one of {@link ControlWords#bind}. */
public final class Worded {
    private Worded() {}

    /** A label with words that stay. */
    public static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    public static Label label(ObservableValue<String> words, String... styles) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** What a picture tells of the point under the pointer; without one, a hint. The numbers at its end stay where there is no room for all. */
    public static Label readout(ObservableStringValue told, ObservableStringValue hint) {
        return label(Bindings.when(Bindings.isEmpty(told)).then(hint).otherwise(told), "read-out");
    }

    /** A button whose words are never cut. */
    public static Button button(ObservableValue<String> words, Runnable action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(words);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A switch between a picture and its numbers, or the like. */
    public static ToggleButton toggle(ObservableValue<String> words, String... styles) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(words);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A button with an icon; its words are its tip and what a screen reader says. */
    public static Button icon(String literal, ObservableValue<String> words, Runnable action, String... styles) {
        Button button = new Button(null, new FontIcon(literal));
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty().bind(words);
        tip(button, words);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Tells more about a control under the pointer. */
    public static void tip(Control control, ObservableValue<String> words) {
        control.setTooltip(new Tooltip());
        control.getTooltip().textProperty().bind(words);
    }

    /** The same in lines that are not too long to read. */
    public static void longTip(Control control, ObservableValue<String> words, double width) {
        tip(control, words);
        control.getTooltip().setWrapText(true);
        control.getTooltip().setMaxWidth(width);
    }

    /** In as many lines as its words need. */
    public static <T extends Labeled> T wrap(T control) {
        control.setWrapText(true);
        control.setMinHeight(Region.USE_PREF_SIZE);
        return control;
    }
}
