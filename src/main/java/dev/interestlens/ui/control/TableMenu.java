package dev.interestlens.ui.control;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.paint.TablePainter;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chart menu for a table or a list: copy or save it as picture or cells. */
public final class TableMenu {
    /** The content of a table as texts. */
    private record Cells(List<String> heads, List<List<String>> rows) {
        TablePainter drawing() {
            return new TablePainter(heads, rows);
        }

        Table table() {
            return new Table(
                    Phrase.EMPTY,
                    Phrase.all(heads),
                    rows.stream()
                            .map(row -> row.stream().map(TableMenu::cell).toList())
                            .toList());
        }

        NumberTable numbers() {
            return new NumberTable(
                    heads,
                    rows.stream()
                            .map(row -> new NumberTable.Line(
                                    row.stream().map(TableMenu::plain).toList()))
                            .toList());
        }
    }

    private TableMenu() {}

    /** For the visible columns; a table that says nothing else when it is empty says so. */
    public static void on(TableView<?> table, ControlWords words) {
        if (table.getPlaceholder() == null) {
            table.setPlaceholder(Worded.label(words.bind("control.chart.empty"), "note"));
        }
        offer(table, words, () -> cells(table));
    }

    /** For labels in a grid, the first row holding the heads. */
    public static void on(GridPane grid, ControlWords words) {
        grid.setOnMouseClicked(event -> grid.requestFocus());
        offer(grid, words, () -> cells(grid));
    }

    /** For a list. */
    public static <T> void on(
            ListView<T> list, ControlWords words, Supplier<List<String>> heads, Function<T, List<String>> cells) {
        offer(
                list,
                words,
                () -> new Cells(heads.get(), list.getItems().stream().map(cells).toList()));
    }

    /** For rows below each other, of whose parts the first ones are the cells. */
    public static void on(VBox rows, ControlWords words, Supplier<List<String>> heads) {
        rows.setOnMouseClicked(event -> rows.requestFocus());
        offer(rows, words, () -> {
            List<String> names = heads.get();
            return new Cells(
                    names,
                    rows.getChildren().stream()
                            .map(row -> ((Pane) row)
                                    .getChildren().stream()
                                            .limit(names.size())
                                            .map(TableMenu::text)
                                            .toList())
                            .toList());
        });
    }

    private static void offer(Region table, ControlWords words, Supplier<Cells> cells) {
        new ChartMenu(table, words, () -> cells.get().drawing(), () -> cells.get()
                        .numbers())
                .setTable(() -> cells.get().table());
    }

    private static <T> Cells cells(TableView<T> table) {
        List<TableColumn<T, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.getItems().size(); row++) {
            List<String> cells = new ArrayList<>();
            for (TableColumn<T, ?> column : columns) {
                Object value = column.getCellData(row);
                cells.add(value == null ? "" : String.valueOf(value));
            }
            rows.add(cells);
        }
        return new Cells(columns.stream().map(TableMenu::head).toList(), rows);
    }

    private static String head(TableColumn<?, ?> column) {
        return column.getGraphic() instanceof Labeled label ? label.getText() : column.getText();
    }

    private static Cells cells(GridPane grid) {
        int columns = 0;
        int rows = 0;
        for (Node node : grid.getChildren()) {
            columns = Math.max(columns, at(GridPane.getColumnIndex(node)) + 1);
            rows = Math.max(rows, at(GridPane.getRowIndex(node)) + 1);
        }
        String[][] cells = new String[Math.max(1, rows)][columns];
        for (String[] row : cells) {
            Arrays.fill(row, "");
        }
        for (Node node : grid.getChildren()) {
            cells[at(GridPane.getRowIndex(node))][at(GridPane.getColumnIndex(node))] += text(node);
        }
        List<List<String>> all = Arrays.stream(cells).map(List::of).toList();
        return new Cells(all.get(0), all.subList(1, all.size()));
    }

    private static int at(Integer index) {
        return index == null ? 0 : index;
    }

    private static String text(Node node) {
        if (node instanceof Labeled label) {
            return label.getText() == null ? "" : label.getText();
        }
        return node instanceof Region region
                ? String.join(
                        " ",
                        region.getChildrenUnmodifiable().stream()
                                .map(TableMenu::text)
                                .filter(text -> !text.isEmpty())
                                .toList())
                : "";
    }

    /** A cell as number or text. */
    private static Cell cell(String shown) {
        String plain = plain(shown);
        return plain.matches("-?\\d+(\\.\\d+)?") ? Cell.written(shown, Double.parseDouble(plain)) : Cell.words(shown);
    }

    /** A number in machine-readable form; any other text unchanged. */
    private static String plain(String cell) {
        return cell.matches("[−+]?\\d[\\d,]*(\\.\\d+)?")
                ? cell.replace('−', '-').replace(",", "").replace("+", "")
                : cell;
    }
}
