package dev.interestlens.ui.explain.query;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.data.FacetData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.FacetChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The facets of the predictions' list: small histograms and categories, each of which filters the list when clicked. */
public final class FacetsPane extends VBox {
    private static final double GAP = 8;
    private static final int COLUMNS = 2;

    private final GridPane charts = new GridPane(2 * GAP, GAP);
    private final FlowPane categories = new FlowPane(4, 4);
    private final Label readout = Worded.text("", "note");
    private final BiConsumer<String, String> narrow;
    private final Messages messages;
    private Facets shown = Facets.NONE;

    /** @param narrow receives a field and the conditions on it, empty for none */
    public FacetsPane(ObservableValue<Facets> facets, BiConsumer<String, String> narrow, Messages messages) {
        super(GAP);
        this.narrow = narrow;
        this.messages = messages;
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / COLUMNS);
            half.setHgrow(Priority.ALWAYS);
            charts.getColumnConstraints().add(half);
        }
        readout.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(charts, readout, categories);
        facets.addListener((observed, before, now) -> show(now));
        messages.language().addListener(change -> show(shown));
        show(facets.getValue());
    }

    private void show(Facets now) {
        boolean same = now.histograms().size() == charts.getChildren().size();
        shown = now;
        if (!same) {
            charts.getChildren().clear();
            for (int i = 0; i < now.histograms().size(); i++) {
                charts.add(chart(i), i % COLUMNS, i / COLUMNS);
            }
        }
        for (int i = 0; i < now.histograms().size(); i++) {
            ((FacetChart) charts.getChildren().get(i))
                    .setData(data(now.histograms().get(i)));
        }
        showCategories();
        readout.setText(messages.text("explain.facets.hint"));
    }

    private FacetChart chart(int index) {
        FacetChart chart = new FacetChart(messages, (first, last) -> {
            Facets.Histogram of = shown.histograms().get(index);
            narrow.accept(of.field(), first == FacetChart.NONE ? "" : of.conditions(first, last));
        });
        chart.setMaxWidth(Double.MAX_VALUE);
        chart.readoutProperty()
                .addListener((observed, before, now) ->
                        readout.setText(now.isEmpty() ? messages.text("explain.facets.hint") : now));
        ChartMenu.name(chart, () -> messages.text("explain.facets"));
        return chart;
    }

    private FacetData data(Facets.Histogram of) {
        double step = of.edges()[1] - of.edges()[0];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < of.counts().length; i++) {
            labels.add(
                    of.whole()
                            ? number(of.edges()[i], step)
                            : messages.text(
                                    "explain.facets.bin",
                                    number(of.edges()[i], step),
                                    number(of.edges()[i + 1], step)));
        }
        int last = of.whole() ? of.counts().length - 1 : of.counts().length;
        return new FacetData(
                Phrase.same(messages.text("explain.facets." + of.field())),
                Phrase.all(labels),
                of.counts(),
                of.chosen(),
                number(of.edges()[0], step),
                number(of.edges()[last], step));
    }

    private static String number(double value, double step) {
        return new Ticks(value, step, 1).text(0);
    }

    private void showCategories() {
        List<Node> chips = new ArrayList<>();
        for (Facets.Choice each : shown.categories()) {
            String name = each.name().in(messages.locale());
            ToggleButton chip =
                    new ToggleButton(messages.text("explain.facets.category", name, Numerals.count(each.count())));
            chip.getStyleClass().add("chip");
            chip.setSelected(each.chosen());
            chip.setMaxWidth(220);
            chip.setTooltip(new Tooltip(chip.getText()));
            chip.setOnAction(event -> narrow.accept("category", shown.conditions(each, messages.locale())));
            chips.add(chip);
        }
        categories.getChildren().setAll(chips);
    }
}
