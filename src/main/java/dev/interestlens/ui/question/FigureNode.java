package dev.interestlens.ui.question;

import dev.interestlens.explain.picture.Picture;
import dev.interestlens.figure.Stacked;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.Worded;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure with its notes and its read-out. */
final class FigureNode extends VBox {
    FigureNode(Messages messages, Picture picture) {
        super(4);
        DrawingView view = new DrawingView(
                messages,
                picture.drawing(),
                picture.title().in(messages.locale()),
                () -> picture.numbers(messages.locale()));
        view.setWhole(true);
        view.menu().setDrawing(() -> Stacked.captioned(picture.title(), picture.note(), picture.drawing()));
        ChartMenu.name(view, () -> picture.title().in(messages.locale()));
        Label readout = Worded.readout(view.readoutProperty(), messages.bind("question.point"));
        getChildren().setAll(AnswerPane.words(picture.note().in(messages.locale()), "note"), view, readout);
    }
}
