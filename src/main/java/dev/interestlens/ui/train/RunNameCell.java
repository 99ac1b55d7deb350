package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.ui.control.TitleCell;
import dev.interestlens.ui.control.TitleLabel;
import dev.interestlens.workspace.RunSummary;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run's name with a toggle that pins its curves in the plot, or the heading of a data set. */
final class RunNameCell extends TableCell<RunRow, String> {
    private final TrainViewModel model;
    private final Messages messages;
    private final ToggleButton eye = new ToggleButton(null, new FontIcon("fth-layers"));
    private final TitleLabel name = new TitleLabel();
    private final FontIcon arrow = new FontIcon("fth-chevron-down");
    private final Tooltip whole = new Tooltip();
    private final HBox line = new HBox(4);

    RunNameCell(TrainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        eye.getStyleClass().add("row-switch");
        eye.setMinWidth(USE_PREF_SIZE);
        eye.setFocusTraversable(false);
        eye.setTooltip(new Tooltip());
        eye.setOnAction(event -> {
            RunSummary run = getTableRow().getItem().run();
            model.curves().toggle(run);
            eye.setSelected(model.curves().isOverlaid(run));
        });
        setOnMouseClicked(event -> {
            RunRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && row.isHeading()) {
                model.table().toggle(row);
            }
        });
    }

    @Override
    protected void updateItem(String text, boolean none) {
        super.updateItem(text, none);
        RunRow row = none || getTableRow() == null ? null : getTableRow().getItem();
        setGraphic(row == null ? null : line);
        setTooltip(row == null || row.isHeading() ? null : whole);
        if (row == null) {
            return;
        }
        name.setTitle(text, () -> TitleCell.near(this));
        if (row.isHeading()) {
            arrow.setIconLiteral(model.table().isOpen(row) ? "fth-chevron-down" : "fth-chevron-right");
            line.getChildren().setAll(arrow, name);
        } else {
            eye.setSelected(model.curves().isOverlaid(row.run()));
            eye.setAccessibleText(messages.text("train.overlay"));
            eye.getTooltip().setText(messages.text("train.overlay"));
            whole.setText(RunWords.whole(row.run(), model.table().data(row.run()), messages));
            line.getChildren().setAll(eye, name);
        }
        name.getStyleClass().remove("title");
        if (row.isHeading()) {
            name.getStyleClass().add("title");
        }
    }

    /** A run's state in its colour. */
    static final class State extends TableCell<RunRow, String> {
        private final Pill pill = new Pill();

        @Override
        protected void updateItem(String text, boolean none) {
            super.updateItem(text, none);
            RunRow row = none || getTableRow() == null ? null : getTableRow().getItem();
            boolean shown = row != null && !row.isHeading();
            setGraphic(shown ? pill : null);
            if (shown) {
                pill.setText(text);
                pill.setTone(RunWords.tone(row.run()));
            }
        }
    }
}
