package dev.interestlens.ui.explain;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.TitleCell;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.query.PredictionMeasures;
import dev.interestlens.ui.explain.query.PredictionOrder;
import dev.interestlens.ui.explain.query.PredictionOrder.Column;
import dev.interestlens.ui.explain.query.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Columns, order and selection of the predictions' table. */
final class PredictionTable {
    private static final int ABOVE = 5;
    private static final double ROW = 28;
    /** Pixels for all standard columns; in a narrower table the last ones are hidden rather than truncated. */
    private static final double ALL_COLUMNS = 400;

    private static final double USER = 110;

    /** By how much a column of numbers may be wider. */
    private static final double SPARE = 12;

    private final TableView<Integer> table;
    private final ExplainViewModel model;
    private final Messages messages;
    private final List<TableColumn<Integer, String>> plain = new ArrayList<>();
    private final List<TableColumn<Integer, String>> further = new ArrayList<>();
    private boolean sorted;

    PredictionTable(TableView<Integer> table, ExplainViewModel model, Messages messages) {
        this.table = table;
        this.model = model;
        this.messages = messages;
        table.setFixedCellSize(ROW);
        TableMenu.on(table, messages);
        plain.add(column("item", Column.ITEM, 150, row -> rows().title(row, messages.locale())));
        plain.get(0).setMinWidth(80);
        plain.add(column("user", Column.USER, 62, row -> rows().user(row)));
        plain.get(1).setMinWidth(62);
        plain.get(1).setMaxWidth(USER); // titles take the room that there is
        plain.add(number("score", Column.SCORE, 58, row -> Numerals.fixed(rows().score(row), 3)));
        plain.add(number("label", Column.LABEL, 30, row -> rows().label(row) == 1 ? "●" : ""));
        plain.add(number("error", Column.ERROR, 70, row -> Numerals.fixed(rows().error(row), 2)));
        plain.add(number("length", Column.LENGTH, 54, row -> String.valueOf(rows().length(row))));
        BooleanBinding room =
                table.widthProperty().greaterThan(ALL_COLUMNS).or(model.table().furtherProperty());
        plain.subList(4, plain.size())
                .forEach(column -> column.visibleProperty().bind(room));
        further.add(number(
                "history", Column.HISTORY_EFFECT, 84, row -> signed(measures().historyEffect(row))));
        further.add(number(
                "entropy", Column.ENTROPY, 78, row -> Numerals.fixed(measures().entropy(row), 2)));
        further.add(number(
                "agreement", Column.AGREEMENT, 74, row -> signed(measures().agreement(row))));
        further.add(number(
                "against", Column.AGAINST, 84, row -> Numerals.fixed(measures().against(row), 2)));
        table.setItems(model.table().rows());
        table.setSortPolicy(view -> {
            sortAsAsked();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.sample().select(now);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                step(event.getCode() == KeyCode.LEFT ? -1 : 1);
                event.consume();
            }
        });
        Changes.call(this::showColumns, model.table().furtherProperty());
        Changes.call(table::refresh, model.table().measuredProperty());
        showColumns();
    }

    private void showColumns() {
        List<TableColumn<Integer, String>> shown = new ArrayList<>(plain);
        if (model.table().furtherProperty().get()) {
            shown.addAll(further);
        }
        boolean all = shown.size() > plain.size();
        table.setColumnResizePolicy(
                all ? TableView.UNCONSTRAINED_RESIZE_POLICY : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(shown);
    }

    private Predictions rows() {
        return model.table().predictionsProperty().get();
    }

    private PredictionMeasures measures() {
        return rows().measures();
    }

    private static String signed(float value) {
        String text = Numerals.fixed(value, 2);
        return value > 0 ? "+" + text : text;
    }

    private TableColumn<Integer, String> number(String name, Column by, double width, IntFunction<String> text) {
        TableColumn<Integer, String> column = plain(name, by, width, text);
        column.getStyleClass().add("number");
        column.setMinWidth(width);
        column.setMaxWidth(width + SPARE);
        return column;
    }

    private TableColumn<Integer, String> column(String name, Column by, double width, IntFunction<String> text) {
        return TitleCell.in(plain(name, by, width, text));
    }

    private TableColumn<Integer, String> plain(String name, Column by, double width, IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>();
        Label heading = Worded.label(messages.bind("explain.column." + name));
        Worded.longTip(heading, messages.bind("explain.about." + name), 320);
        column.setGraphic(heading);
        column.setUserData(by);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(rows() == null ? "" : text.apply(cell.getValue())));
        return column;
    }

    private void sortAsAsked() {
        PredictionOrder asked = new PredictionOrder(Column.SCORE, true, messages.locale());
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<Integer, ?> by = table.getSortOrder().get(0);
            asked = new PredictionOrder(
                    (Column) by.getUserData(), by.getSortType() == TableColumn.SortType.DESCENDING, messages.locale());
        }
        sorted = !asked.equals(model.table().orderProperty().get());
        model.table().orderProperty().set(asked);
    }

    /** The rows or their order have changed: after sorting, and where the explained row is not among them, scrolls to the top, else to that row. */
    void reordered() {
        mark();
        if (sorted || place() < 0) {
            table.scrollTo(0);
        } else {
            bringIntoView();
        }
        sorted = false;
    }

    /** Moves to a prediction before or after the explained one. */
    void step(int places) {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now != null) {
            model.sample().select(model.table().after(now.row(), places));
        }
    }

    /** Keeps the explained row selected in the table, also after sorting. */
    void mark() {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now == null) {
            return;
        }
        int place = place();
        if (place >= 0 && table.getSelectionModel().getSelectedIndex() != place) {
            table.getSelectionModel().clearAndSelect(place);
        }
    }

    /** Scrolls to the explained row, unless it can be seen. */
    void bringIntoView() {
        int place = place();
        if (place >= 0 && !isSeen(place)) {
            table.scrollTo(Math.max(0, place - ABOVE));
        }
    }

    /** Where the explained row is; -1 where it is not among the rows. */
    private int place() {
        ExplainedSample now = model.sample().explainedProperty().get();
        return now == null ? -1 : model.table().rows().placeOf(now.row());
    }

    private boolean isSeen(int place) {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getLastVisibleCell() == null) {
            return false;
        }
        return place >= flow.getFirstVisibleCell().getIndex()
                && place < flow.getLastVisibleCell().getIndex(); // the last one may be cut
    }
}
