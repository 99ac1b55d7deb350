package dev.interestlens.ui.control;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A text in a table that stays different from those of its column where its room is less. */
public final class TitleCell<S> extends TableCell<S, String> {
    /** As many rows above and below are looked at, which is more than can be seen at once. */
    private static final int NEAR = 50;

    private final TitleLabel label = new TitleLabel();

    /** Lets the cells of a column be such. */
    public static <S> TableColumn<S, String> in(TableColumn<S, String> column) {
        column.setCellFactory(made -> new TitleCell<>());
        return column;
    }

    /** The texts of the rows of a cell's column that may be seen together with it. */
    public static <S> Stream<String> near(TableCell<S, String> cell) {
        int rows = cell.getTableView().getItems().size();
        int at = cell.getIndex();
        return IntStream.range(Math.max(0, at - NEAR), Math.min(rows, at + NEAR))
                .mapToObj(row -> cell.getTableColumn().getCellData(row))
                .filter(text -> text != null);
    }

    @Override
    protected void updateItem(String text, boolean none) {
        super.updateItem(text, none);
        setGraphic(none || text == null ? null : label);
        if (!none && text != null) {
            label.setTitle(text, () -> near(this));
        }
    }
}
