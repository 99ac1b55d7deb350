package dev.interestlens.ui.compare;

import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Users with their true item and its ranks by two runs; one of them can be selected. */
final class ExamplesList extends VBox {
    private static final double HEIGHT = 176;

    private final Messages messages;
    private final ListView<Gate.Example> list = new ListView<>();

    ExamplesList(String title, Messages messages) {
        super(4);
        this.messages = messages;
        Label head = Worded.label(messages.bind(title), "title");
        list.accessibleTextProperty().bind(messages.bind(title));
        list.setCellFactory(view -> new Cell());
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(HEIGHT);
        list.setPrefWidth(1);
        ChartMenu.name(list, head::getText);
        TableMenu.on(list, messages, this::heads, this::cells);
        getChildren().setAll(head, list);
    }

    private List<String> heads() {
        return List.of(
                messages.text("explain.column.item"),
                messages.text("explain.column.user"),
                messages.text("compare.gains.before"),
                messages.text("compare.gains.after"));
    }

    private List<String> cells(Gate.Example example) {
        return List.of(
                example.item().in(messages.locale()),
                example.user(),
                Numerals.count(Math.round(example.before())),
                Numerals.count(Math.round(example.after())));
    }

    ReadOnlyObjectProperty<Gate.Example> selectedProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    void show(List<Gate.Example> examples) {
        if (!examples.equals(list.getItems())) {
            list.getItems().setAll(examples);
        }
        list.refresh();
    }

    /** Selecting here clears the selection there, and the other way round. */
    void besides(ExamplesList other) {
        clears(other);
        other.clears(this);
    }

    private void clears(ExamplesList other) {
        selectedProperty().addListener((observed, before, now) -> {
            if (now != null) {
                other.list.getSelectionModel().clearSelection();
            }
        });
    }

    /** By a double click, or by Enter. */
    void setOnOpened(Runnable opened) {
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                opened.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opened.run();
            }
        });
    }

    /** The title, whose it is below it, and both ranks. */
    private final class Cell extends ListCell<Gate.Example> {
        private final Label title = new Label();
        private final Label user = Worded.text("", "note");
        private final Label ranks = Worded.text("", "ranks");
        private final HBox line;

        Cell() {
            ranks.setMinWidth(USE_PREF_SIZE);
            VBox words = new VBox(title, user);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(16, words, ranks);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0); // a long title is cut, not scrolled
        }

        @Override
        protected void updateItem(Gate.Example example, boolean empty) {
            super.updateItem(example, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                title.setText(example.item().in(messages.locale()));
                user.setText(messages.text("compare.gains.user", example.user()));
                ranks.setText(messages.text(
                        "compare.gains.ranks",
                        Numerals.count(Math.round(example.before())),
                        Numerals.count(Math.round(example.after()))));
            }
        }
    }
}
