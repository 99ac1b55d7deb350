package dev.interestlens.ui.data;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Popularity;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.ViewSource;
import dev.interestlens.ui.common.ViewValues;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.chart.BarPane;
import dev.interestlens.ui.control.chart.PlotPane;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The distribution of history lengths and of events over the items. */
public final class OverviewController implements ViewSource {
    private static final double MANY = 0.1;

    private final DataViewModel model;
    private final Messages messages;
    private final BarPane lengths;
    private final PlotPane curve;

    public OverviewController(DataViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.lengths = new BarPane(messages);
        this.curve = new PlotPane(messages);
    }

    @Override
    public void give(ViewValues view) {
        view.part("lengths", lengths);
        view.part("curve", curve);
        view.value(
                "median",
                messages.about(
                        model.session().dataProperty(),
                        open -> messages.text(
                                "data.lengths.note",
                                Numerals.count(open.info().histories().median()))));
        view.value(
                "share",
                messages.about(
                        model.overview().popularityProperty(),
                        found -> messages.text("data.popularity.note", Numerals.fixed(100 * found.at(MANY), 1))));
    }

    @FXML
    private void initialize() {
        VBox.setVgrow(lengths, Priority.ALWAYS);
        VBox.setVgrow(curve, Priority.ALWAYS);
        ChartMenu.name(lengths, () -> named(messages.text("data.lengths")));
        ChartMenu.name(curve, () -> named(messages.text("data.popularity")));
        lengths.acrossProperty().bind(messages.bind("data.lengths.across"));
        lengths.upProperty().bind(messages.bind("data.lengths.up"));
        messages.keepShown(
                this::showLengths,
                model.session().dataProperty(),
                model.session().draftProperty());
        messages.keepShown(
                this::showPopularity,
                model.session().dataProperty(),
                model.overview().popularityProperty());
    }

    private String named(String chart) {
        OpenDataset open = model.session().dataProperty().get();
        return open == null ? chart : open.name() + " " + chart;
    }

    private void showLengths() {
        OpenDataset open = model.session().dataProperty().get();
        lengths.setData(open == null ? BarData.empty() : histogram(open.info().histories()));
    }

    private BarData histogram(DatasetInfo.Histories histories) {
        List<DatasetInfo.Bin> bins = histories.histogram();
        int longest = model.protocol().history().maxLength();
        double mark = Double.NaN;
        for (int i = 0; i < bins.size(); i++) {
            DatasetInfo.Bin bin = bins.get(i);
            if (longest >= bin.from() && longest <= bin.to()) {
                mark = i + (longest - bin.from() + 1.0) / (bin.to() - bin.from() + 1);
            }
        }
        return new BarData(
                bins.stream()
                        .map(bin -> bin.from() == bin.to() ? String.valueOf(bin.from()) : bin.from() + "–" + bin.to())
                        .map(Phrase::same)
                        .toList(),
                bins.stream().mapToDouble(DatasetInfo.Bin::count).toArray(),
                mark,
                Phrase.same(messages.text("data.truncation", longest)));
    }

    private void showPopularity() {
        Popularity found = model.overview().popularityProperty().get();
        if (found == null) {
            curve.setData(XyData.empty());
            return;
        }
        curve.setData(new XyData(
                List.of(new XySeries(
                        Phrase.same(messages.text("data.popularity.line")),
                        found.items(),
                        found.events(),
                        0,
                        XySeries.Shape.LINE,
                        -1)),
                Phrase.same(messages.text("data.popularity.across")),
                Phrase.same(messages.text("data.popularity.up")),
                true,
                true));
    }
}
