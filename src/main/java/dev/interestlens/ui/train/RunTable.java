package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;

/** All runs, a line each; the one that is selected is looked at, others can be laid over it. */
final class RunTable {
    private final TableView<RunSummary> table;
    private final TrainViewModel model;
    private final Messages messages;
    private boolean marking;

    RunTable(TableView<RunSummary> table, TrainViewModel model, Messages messages) {
        this.table = table;
        this.model = model;
        this.messages = messages;
        table.setItems(model.runs());
        table.getColumns()
                .setAll(List.of(
                        own(40, OverlayCell::new),
                        text("train.column.run", 130, RunTable::nameOf),
                        state(),
                        number("train.column.epoch", 64, run -> String.valueOf(run.epoch())),
                        number("train.column.auc", 80, run -> figure(run.best(), JournalEntry.Valid::auc)),
                        number("train.column.gauc", 80, run -> figure(run.best(), JournalEntry.Valid::gauc)),
                        text("train.column.model", 110, this::modelOf),
                        text("train.column.data", 130, RunTable::dataOf)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null
                    && !marking
                    && !now.folder().equals(model.session().runProperty().get())) {
                model.look(now);
            }
        });
        table.setOnKeyPressed(event -> {
            RunSummary run = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && run != null && !run.isAlive()) {
                model.askToDelete(run);
            }
        });
        model.session().runProperty().addListener(change -> mark());
        model.runs().addListener((javafx.collections.ListChangeListener<RunSummary>) change -> mark());
        mark();
    }

    void refresh() {
        table.refresh();
    }

    static String stateOf(RunSummary run, Messages messages) {
        return run.stopReason() == null
                ? messages.text("train.state." + run.status())
                : messages.text("train.reason." + run.stopReason());
    }

    static Pill.Tone tone(RunSummary run) {
        return switch (run.status()) {
            case RUNNING -> Pill.Tone.ACTIVE;
            case PAUSED -> Pill.Tone.WARNING;
            case ENDED -> Pill.Tone.GOOD;
            case FAILED, KILLED, UNREADABLE -> Pill.Tone.BAD;
            case NEW -> Pill.Tone.NEUTRAL;
        };
    }

    private void mark() {
        marking = true;
        model.selected().ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        marking = false;
    }

    private static String nameOf(RunSummary run) {
        return run.folder().path().getFileName().toString();
    }

    private String modelOf(RunSummary run) {
        return run.description() == null
                ? ""
                : messages.text("model." + run.description().config().model().id());
    }

    private static String dataOf(RunSummary run) {
        Path folder =
                run.description() == null ? null : run.description().dataset().getFileName();
        return folder == null ? "" : folder.toString();
    }

    private static String figure(JournalEntry.Valid measured, Function<JournalEntry.Valid, Double> of) {
        Double value = measured == null ? null : of.apply(measured);
        return value == null ? "–" : Figures.fixed(value, 4);
    }

    private TableColumn<RunSummary, String> number(String key, double width, Function<RunSummary, String> of) {
        TableColumn<RunSummary, String> column = text(key, width, of);
        column.getStyleClass().add("number");
        return column;
    }

    private TableColumn<RunSummary, String> text(String key, double width, Function<RunSummary, String> of) {
        TableColumn<RunSummary, String> column = new TableColumn<>();
        column.textProperty().bind(messages.bind(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(of.apply(cell.getValue())));
        return column;
    }

    private TableColumn<RunSummary, RunSummary> state() {
        TableColumn<RunSummary, RunSummary> column = own(120, StateCell::new);
        column.textProperty().bind(messages.bind("train.column.state"));
        return column;
    }

    private static TableColumn<RunSummary, RunSummary> own(
            double width, java.util.function.Supplier<TableCell<RunSummary, RunSummary>> cell) {
        TableColumn<RunSummary, RunSummary> column = new TableColumn<>();
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(owner -> cell.get());
        return column;
    }

    /** Where a run stands, in words and in a tone. */
    private final class StateCell extends TableCell<RunSummary, RunSummary> {
        private final Pill pill = new Pill();

        @Override
        protected void updateItem(RunSummary run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : pill);
            if (!none) {
                pill.setText(stateOf(run, messages));
                pill.setTone(tone(run));
            }
        }
    }

    /** A switch that lays a run over the one that is looked at. */
    private final class OverlayCell extends TableCell<RunSummary, RunSummary> {
        private final ToggleButton eye = new ToggleButton(null, new FontIcon("fth-layers"));

        OverlayCell() {
            eye.getStyleClass().add("row-switch");
            eye.setTooltip(new Tooltip());
            eye.setOnAction(event -> {
                model.toggleOverlay(getItem());
                eye.setSelected(isOverlaid(getItem()));
            });
        }

        private boolean isOverlaid(RunSummary run) {
            return model.overlaid().stream().anyMatch(each -> each.folder().equals(run.folder()));
        }

        @Override
        protected void updateItem(RunSummary run, boolean none) {
            super.updateItem(run, none);
            setGraphic(none ? null : eye);
            eye.setSelected(!none && isOverlaid(run));
            eye.setAccessibleText(messages.text("train.overlay"));
            eye.getTooltip().setText(messages.text("train.overlay"));
        }
    }
}
