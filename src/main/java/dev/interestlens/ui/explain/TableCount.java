package dev.interestlens.ui.explain;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
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
                    Numerals.fixed(100 * table.likeProperty().get(), 0)));
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
                    Numerals.count(done),
                    Numerals.count(size)));
        } else if (all.rows().size() == size) {
            count.setText(messages.text("explain.count.all", Numerals.count(size)));
        } else {
            count.setText(
                    messages.text("explain.count", Numerals.count(all.rows().size()), Numerals.count(size)));
        }
    }
}
