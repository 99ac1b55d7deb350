package dev.interestlens.ui.compare;

import dev.interestlens.export.report.FigureWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.chart.PlotPane;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The curves, or the scores, of the chosen runs in one plot. */
final class ComparePlot {
    private final CompareViewModel model;
    private final Messages messages;
    private final PlotPane pane;
    private final Pictures pictures;
    private final ShareWords shareWords;
    private Pictures.Scatter scatter = new Pictures.Scatter(XyData.empty(), new int[0][]);

    ComparePlot(CompareViewModel model, Messages messages) {
        this.model = model;
        pane = new PlotPane(messages);
        this.messages = messages;
        pictures = new Pictures(model, messages);
        shareWords = new ShareWords(messages);
    }

    PlotPane pane() {
        return pane;
    }

    /** Why the curves of the chosen runs must be read with care; empty where nothing speaks against them. */
    String note(View shown) {
        return model.compared().comparable()
                ? shown == View.CALIBRATION ? calibrationNote() : ""
                : messages.text("compare.otherRows", model.compared().rowGroups());
    }

    private String calibrationNote() {
        return Stream.of(
                        shareWords.note(model.compared().shares()),
                        FigureWords.kinds(model.compared().kinds())
                                .map(words -> words.in(messages.locale()))
                                .orElse(""))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** @param axes the runs of the scatter plot */
    void show(View shown, ScoreAxes axes) {
        pane.plot().setOnChosen((series, index) -> {});
        pane.plot().setDescribe((series, index) -> value(series, index));
        if (shown == View.SCORES) {
            scatter = pictures.scatter(axes.across(), axes.up());
            pane.plot()
                    .setDescribe((series, index) -> messages.text(
                            "compare.point",
                            row(series, index),
                            series.name().in(messages.locale()),
                            Numerals.fixed(series.x()[index], 3),
                            Numerals.fixed(series.y()[index], 3)));
            pane.plot().setOnChosen((series, index) -> model.explain(axes.across(), row(series, index)));
            pane.setData(scatter.data());
        } else if (shown == View.LOSSES) {
            pane.setData(pictures.losses());
        } else if (shown == View.VALIDATION) {
            pane.setData(pictures.validation());
        } else if (shown == View.ROC) {
            pane.setData(pictures.roc());
        } else {
            pane.setData(pictures.calibration());
        }
    }

    private String value(XySeries series, int index) {
        return messages.text(
                "control.plot.value",
                series.name().in(messages.locale()),
                Numerals.of(series.y()[index]),
                Numerals.of(series.x()[index]));
    }

    private int row(XySeries series, int index) {
        return scatter.rows()[scatter.data().series().indexOf(series)][index];
    }
}
