package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.NumberFormats;
import dev.interestlens.ui.explain.query.Predictions;
import javafx.scene.control.Label;

/** The number of predictions in the table, or the progress of scoring and measuring. */
final class TableCount {
    private final Label count;
    private final TableViewModel table;
    private final SavingViewModel saving;
    private final Messages messages;

    TableCount(Label count, ExplainViewModel model, Messages messages) {
        this.count = count;
        table = model.table();
        saving = model.saving();
        this.messages = messages;
        messages.keepShown(
                this::show,
                table.scoredProperty(),
                table.measuredProperty(),
                saving.leftProperty(),
                table.likeProperty(),
                table.rows());
    }

    private void show() {
        TableViewModel all = table;
        Predictions predictions = all.predictionsProperty().get();
        if (predictions == null) {
            count.setText("");
            return;
        }
        if (saving.leftProperty().get() > 0) {
            count.setText(messages.text(
                    "explain.saveFirst.left", saving.leftProperty().get()));
            return;
        }
        if (table.likeProperty().get() >= 0) {
            count.setText(messages.text(
                    "explain.like.busy",
                    NumberFormats.fixed(100 * table.likeProperty().get(), 0)));
            return;
        }
        int size = predictions.size();
        boolean measuring =
                all.measuresProperty().get() && all.measuredProperty().get() < size;
        int done = all.scoredProperty().get() < size
                ? all.scoredProperty().get()
                : all.measuredProperty().get();
        if (all.scoredProperty().get() < size || measuring) {
            count.setText(messages.text(
                    all.scoredProperty().get() < size ? "explain.scoring" : "explain.measures.busy",
                    NumberFormats.count(done),
                    NumberFormats.count(size)));
        } else if (all.rows().size() == size) {
            count.setText(messages.text("explain.count.all", NumberFormats.count(size)));
        } else {
            count.setText(messages.text(
                    "explain.count", NumberFormats.count(all.rows().size()), NumberFormats.count(size)));
        }
    }
}
