package dev.interestlens.ui.data;

import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.role.ColumnGuess;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** How a table was read: rows told in words, what became of each column, which a person can change, and of those of files beside it. */
record ReadColumns(VBox told, GridPane columns, VBox beside, MappingViewModel model, Messages messages) {
    /** What a column can become: nothing, a role, or a field of user, item or event. */
    private static final List<Optional<Roles>> ROLES = Stream.concat(
                    Stream.of(Optional.<Roles>empty()),
                    Stream.of(Roles.values()).filter(Roles::isOffered).map(Optional::of))
            .toList();

    private static final int COLUMNS = 200;
    private static final double EXAMPLE_WIDTH = 180;
    private static final double NAME_WIDTH = 220;
    private static final double ROLE_WIDTH = 160;

    void show(PendingSource waiting) {
        ToldWords words = new ToldWords(messages);
        tell(told, waiting.table().examples().stream().map(words::of), "title");
        list(waiting);
        tell(beside, waiting.beside().map(words::of), "note");
    }

    private static void tell(VBox place, Stream<String> sentences, String style) {
        place.getChildren()
                .setAll(sentences
                        .map(sentence -> Worded.wrap(Worded.text(sentence, style)))
                        .toList());
        Presence.set(place, !place.getChildren().isEmpty());
    }

    private void list(PendingSource waiting) {
        columns.getChildren().clear();
        Presence.set(columns, waiting.needsColumns());
        if (!waiting.needsColumns()) {
            return;
        }
        List<ColumnGuess> all = waiting.table().assignment().told().columns();
        for (int row = 0; row < Math.min(COLUMNS, all.size()); row++) {
            ColumnGuess column = all.get(row);
            Label name = new Label(column.column());
            Label example = new Label(waiting.example(column.column()));
            Label why = new Label(column.why().in(messages.locale()));
            (column.isLeftOut() ? List.of(name, example, why) : List.of(example, why))
                    .forEach(label -> label.getStyleClass().add("note"));
            example.setMaxWidth(EXAMPLE_WIDTH);
            name.setMaxWidth(NAME_WIDTH);
            why.setWrapText(true);
            columns.addRow(row, name, example, role(waiting, column, row), why);
        }
    }

    private ChoiceBox<Optional<Roles>> role(PendingSource waiting, ColumnGuess column, int row) {
        ChoiceBox<Optional<Roles>> box = new ChoiceBox<>();
        box.setId("role-" + row);
        box.getStyleClass().add("small");
        box.setPrefWidth(ROLE_WIDTH);
        box.setConverter(new Named<>(new ToldWords(messages)::role));
        box.getItems().setAll(ROLES);
        box.setValue(waiting.roleOf(column.column()));
        box.setOnAction(event -> model.assign(column.column(), box.getValue()));
        box.setAccessibleText(
                messages.text("data.column", column.column(), box.getConverter().toString(box.getValue())));
        return box;
    }
}
