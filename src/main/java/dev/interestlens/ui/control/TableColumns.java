package dev.interestlens.ui.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;

/** Columns of tables that show what is written; as text would be sorted otherwise than its numbers, none can be sorted. */
public final class TableColumns {
    private TableColumns() {}

    /** Texts that stay different where there is no room for all of their words. */
    public static <S> TableColumn<S, String> text(ObservableValue<String> head, double width, Function<S, String> of) {
        return TitleCell.in(plain(head, width, of));
    }

    private static <S> TableColumn<S, String> plain(
            ObservableValue<String> head, double width, Function<S, String> of) {
        TableColumn<S, String> column = new TableColumn<>();
        column.textProperty().bind(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(of.apply(cell.getValue())));
        return column;
    }

    /** Numbers stand at the right, and so does their head. */
    public static <S> TableColumn<S, String> number(
            ObservableValue<String> head, double width, Function<S, String> of) {
        TableColumn<S, String> column = plain(head, width, of);
        column.getStyleClass().add("number");
        return column;
    }
}
