package dev.interestlens.ui.common;

import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A {@code spark-submit} command to copy, with the fields that it depends on. */
public final class SparkPane extends VBox {
    private static final double WIDTH = 220;

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final TextArea line = new TextArea();
    private final Button copy = new Button();

    /**
     * @param names of the fields, {@code master} first; their texts are {@code spark.NAME}
     * @param examples prompt of each field by its name
     * @param changed called when a field changes
     */
    public SparkPane(Messages messages, List<String> names, Map<String, String> examples, Runnable changed) {
        super(8);
        FlowPane row = new FlowPane(16, 8);
        for (String name : names) {
            TextField field = new TextField();
            field.setPrefWidth(WIDTH);
            field.setPromptText(examples.getOrDefault(name, ""));
            field.accessibleTextProperty().bind(messages.bind("spark." + name));
            Changes.call(changed, field.textProperty());
            Label label = Worded.label(messages.bind("spark." + name), "note");
            label.setLabelFor(field);
            row.getChildren().add(new VBox(2, label, field));
            fields.put(name, field);
        }
        line.setEditable(false);
        line.setWrapText(true);
        line.setPrefRowCount(4);
        line.setMinHeight(USE_PREF_SIZE);
        line.accessibleTextProperty().bind(messages.bind("spark.line"));
        copy.textProperty().bind(messages.bind("spark.copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> copy());
        Presence.when(line, Bindings.isNotEmpty(line.textProperty()));
        Presence.when(copy, line.visibleProperty());
        getChildren().setAll(row, line, copy);
    }

    /** The trimmed text of a field. */
    public String text(String field) {
        return fields.get(field).getText().strip();
    }

    /** Shows a command; empty for none. */
    public void show(String words) {
        line.setText(words);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, line.getText()));
    }
}
