package dev.interestlens.ui.explain.query;

import dev.interestlens.filter.Mistake;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Notes on a filter: invalid conditions, below the field, and an empty result, or none so far while predictions are scored. */
public final class FilterNote {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final TextField filter;
    private final Label note;
    private final Messages messages;

    /** @param scored whether every prediction has its score */
    public FilterNote(
            TextField filter, Label note, TableView<?> table, ObservableBooleanValue scored, Messages messages) {
        this.filter = filter;
        this.note = note;
        this.messages = messages;
        table.setPlaceholder(nothing(scored));
        messages.keepShown(this::show, filter.textProperty());
    }

    private VBox nothing(ObservableBooleanValue scored) {
        Label words = Worded.label(
                Bindings.when(scored)
                        .then(messages.bind("explain.filter.nothing"))
                        .otherwise(messages.bind("explain.filter.nothing.yet")),
                "note");
        Runnable clearing = () -> {
            filter.clear();
            filter.requestFocus();
        };
        Button clear = Worded.button(messages.bind("explain.filter.clear"), clearing, "chip");
        VBox all = new VBox(8, words, clear);
        all.setAlignment(Pos.CENTER);
        all.visibleProperty().bind(filter.textProperty().isNotEmpty());
        return all;
    }

    private void show() {
        List<Mistake> mistakes = new PredictionFilter(filter.getText()).mistakes();
        filter.pseudoClassStateChanged(WRONG, !mistakes.isEmpty());
        Presence.set(note, !mistakes.isEmpty());
        note.setText(mistakes.isEmpty() ? "" : words(mistakes.get(0)));
    }

    /** The text of the first mistake; the next one is shown once it is corrected. */
    private String words(Mistake mistake) {
        String what = messages.text("explain.filter.mistake." + mistake.kind(), mistake.text(), mistake.place());
        return mistake.hint().isEmpty()
                ? what + " " + messages.text("explain.filter.mistake.fields")
                : what + " " + messages.text("explain.filter.mistake.hint", mistake.hint());
    }
}
