package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Columns, order and selection of the table of runs. */
final class RunTable {
    private static final double ROW = 30;
    private static final Map<String, Integer> WIDTHS = Map.of(
            RunColumn.NAME, 164, "state", 98, "ndcg", 168, "created", 132, "note", 160, "tags", 110, "data", 140);
    private static final int WIDTH = 84;

    /** Below this width the run, its state and the main metric without its interval have just room. */
    private static final double NARROW = 440;

    private static final Map<String, Integer> NARROW_WIDTHS = Map.of(RunColumn.NAME, 124, "ndcg", 84);

    private final TableView<RunRow> table;
    private final MenuButton choice;
    private final TrainViewModel model;
    private final Messages messages;
    private final Map<String, TableColumn<RunRow, String>> made = new HashMap<>();
    private boolean marking;

    /**
     * @param choice the menu of columns
     * @param delete action of the Delete key on a run
     */
    RunTable(
            TableView<RunRow> table,
            MenuButton choice,
            TrainViewModel model,
            Messages messages,
            Consumer<RunSummary> delete) {
        this.table = table;
        this.choice = choice;
        this.model = model;
        this.messages = messages;
        table.setFixedCellSize(ROW);
        table.setItems(model.table().rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setSortPolicy(view -> {
            sortAsAsked();
            return true;
        });
        Label none = Worded.label(messages.bind("train.noRun"), "note");
        table.setPlaceholder(none);
        TableMenu.on(table, messages);
        Changes.call(this::choose, table.getSelectionModel().getSelectedItems());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, delete));
        Changes.call(
                this::showColumns,
                model.table().columnsProperty(),
                model.table().hidden(),
                model.table().rows());
        Changes.call(this::mark, model.table().rows(), model.session().runProperty());
        table.widthProperty().addListener((observed, before, now) -> {
            if (isNarrow(before) != isNarrow(now)) {
                made.forEach((key, column) -> column.setPrefWidth(width(key)));
                showColumns();
            }
        });
        showColumns();
        mark();
    }

    private static boolean isNarrow(Number width) {
        return width.doubleValue() > 0 && width.doubleValue() < NARROW;
    }

    private boolean isNarrow() {
        return isNarrow(table.getWidth());
    }

    private double width(String key) {
        int usual = WIDTHS.getOrDefault(key, WIDTH);
        return isNarrow() ? NARROW_WIDTHS.getOrDefault(key, usual) : usual;
    }

    private void key(KeyEvent event, Consumer<RunSummary> delete) {
        RunRow row = table.getFocusModel().getFocusedItem();
        if (row == null) {
            return;
        }
        KeyCode code = event.getCode();
        boolean toggles = code == KeyCode.ENTER
                || code == KeyCode.SPACE
                || code == (model.table().isOpen(row) ? KeyCode.LEFT : KeyCode.RIGHT);
        if (row.isHeading() && toggles) {
            int place = table.getFocusModel().getFocusedIndex();
            model.table().toggle(row);
            table.getFocusModel().focus(place);
        } else if (!row.isHeading() && code == KeyCode.SPACE && !event.isShortcutDown()) {
            model.curves().toggle(row.run());
            table.refresh();
        } else if (!row.isHeading() && code == KeyCode.DELETE) {
            delete.accept(row.run());
        } else {
            return;
        }
        event.consume();
    }

    /** The row selected last is the selected run; the curves of the other selected rows are drawn with it. */
    private void choose() {
        if (marking) {
            return;
        }
        List<RunSummary> chosen = new ArrayList<>();
        for (RunRow row : List.copyOf(table.getSelectionModel().getSelectedItems())) {
            if (row != null && !row.isHeading()) {
                chosen.add(row.run());
            }
        }
        RunRow focused = table.getFocusModel().getFocusedItem();
        RunSummary lead = focused != null && !focused.isHeading() && chosen.contains(focused.run())
                ? focused.run()
                : chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
        if (lead != null) {
            marking = true;
            chosen.remove(lead);
            model.curves().beside(chosen);
            if (!lead.folder().equals(model.session().runProperty().get())) {
                model.look(lead);
            }
            marking = false;
        }
    }

    /** Keeps the selection after sorting. */
    private void mark() {
        if (marking) {
            return;
        }
        marking = true;
        List<Integer> places = new ArrayList<>();
        model.curves().besides().forEach(run -> places.add(model.table().placeOf(run)));
        model.selected().ifPresent(run -> places.add(model.table().placeOf(run)));
        places.removeIf(place -> place < 0);
        table.getSelectionModel().clearSelection();
        if (!places.isEmpty()) {
            int last = places.get(places.size() - 1);
            table.getSelectionModel()
                    .selectIndices(
                            last, places.stream().mapToInt(Integer::intValue).toArray());
            table.getFocusModel().focus(last);
        }
        marking = false;
    }

    private void sortAsAsked() {
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<RunRow, ?> by = table.getSortOrder().get(0);
            boolean descending = by.getSortType() == TableColumn.SortType.DESCENDING;
            String key = (String) by.getUserData();
            if (!key.equals(model.table().sortedBy())
                    || descending != model.table().isDescending()) {
                model.table().sort(key, descending);
                table.scrollTo(0);
            }
        }
    }

    private void showColumns() {
        List<TableColumn<RunRow, String>> shown = model.table().columnsProperty().get().stream()
                .filter(each -> !model.table().hidden().contains(each.key())
                        && !model.table().isBlank(each))
                .map(this::column)
                .toList();
        if (!shown.equals(table.getColumns())) {
            table.getColumns().setAll(shown);
        }
        showOrder();
        table.refresh();
        showChoice();
    }

    /** Shows the sort arrow for the restored order. */
    private void showOrder() {
        if (table.getSortOrder().isEmpty()) {
            table.getColumns().stream()
                    .filter(column -> column.getUserData().equals(model.table().sortedBy()))
                    .findFirst()
                    .ifPresent(column -> {
                        column.setSortType(
                                model.table().isDescending()
                                        ? TableColumn.SortType.DESCENDING
                                        : TableColumn.SortType.ASCENDING);
                        table.getSortOrder().setAll(List.of(column));
                    });
        }
    }

    /** One column per key, kept so that widths and order stay; its texts and values are updated. */
    private TableColumn<RunRow, String> column(RunColumn of) {
        TableColumn<RunRow, String> column = made.computeIfAbsent(of.key(), key -> {
            TableColumn<RunRow, String> fresh = new TableColumn<>();
            Label heading = new Label();
            heading.setTooltip(new Tooltip());
            fresh.setGraphic(heading);
            fresh.setUserData(key);
            fresh.setPrefWidth(width(key));
            if (key.equals(RunColumn.NAME)) {
                fresh.setCellFactory(view -> new RunNameCell(model, messages));
            } else if (key.equals("state")) {
                fresh.setCellFactory(view -> new RunNameCell.State());
            }
            return fresh;
        });
        Label heading = (Label) column.getGraphic();
        boolean brief = isNarrow() && of.key().equals("ndcg");
        heading.setText(brief ? messages.text("train.ndcg") : of.title());
        heading.getTooltip().setText(of.help(messages));
        if (of.number() && !column.getStyleClass().contains("number")) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(cell -> {
            RunRow row = cell.getValue();
            return new ReadOnlyObjectWrapper<>(
                    row.isHeading()
                            ? heading(of, row)
                            : brief ? RunColumn.ndcg(row.run()) : of.text().apply(row.run()));
        });
        return column;
    }

    private String heading(RunColumn of, RunRow row) {
        return of.key().equals(RunColumn.NAME)
                ? messages.text("train.runs.group", row.group().isEmpty() ? "–" : row.group(), row.size())
                : "";
    }

    private void showChoice() {
        List<MenuItem> items = new ArrayList<>();
        boolean switches = false;
        for (RunColumn each : model.table().columnsProperty().get()) {
            if (each.key().equals(RunColumn.NAME)) {
                continue;
            }
            if (!switches && each.key().contains(".")) {
                switches = true;
                items.add(new SeparatorMenuItem());
            }
            CheckMenuItem item = new CheckMenuItem(each.title());
            item.setMnemonicParsing(false);
            item.setSelected(!model.table().hidden().contains(each.key()));
            item.setOnAction(event -> {
                if (item.isSelected()) {
                    model.table().hidden().remove(each.key());
                } else {
                    model.table().hidden().add(each.key());
                }
            });
            items.add(item);
        }
        choice.getItems().setAll(items);
    }
}
