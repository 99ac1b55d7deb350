package dev.interestlens.ui.compare;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.Headline;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotLegend;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A run of the list, with its marker in the plots if it is compared; a click adds or removes it. */
final class RunCell extends ListCell<RunSummary> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CompareViewModel model;
    private final Messages messages;
    private final Label name = new Label();
    private final Label note = Worded.text("", "note");
    private final Label figure = Worded.text("", "note");
    private final StackPane sign = new StackPane();
    private final HBox box;

    RunCell(CompareViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        VBox texts = new VBox(name, note, figure);
        box = new HBox(8, sign, texts);
        sign.setMinWidth(28);
        name.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(1);
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                model.toggle(getItem());
            }
        });
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        setGraphic(empty ? null : box);
        int place = empty ? -1 : model.chosen().indexOf(run.folder());
        int style = place < 0 ? -1 : model.styles().get(place);
        pseudoClassStateChanged(CHOSEN, style >= 0);
        if (!empty) {
            sign.getChildren().setAll(style < 0 ? List.of() : List.of(PlotLegend.sign(style, true)));
            name.setText(run.name());
            String about = messages.text(
                    "compare.run",
                    messages.family(run.description().config().model().id()),
                    run.description().config().training().seed());
            note.setText(model.dataOf(run)
                    .map(data -> messages.text("compare.run.data", data, about))
                    .orElse(about));
            figure.setText(messages.text("compare.run.figure", Headline.first(run.best(), messages)));
            setAccessibleText(run.name() + " " + note.getText() + " " + Headline.of(run.best(), messages));
        }
    }
}
