package dev.interestlens.ui.explain;

import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Item;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HistoryRows;
import dev.interestlens.ui.control.RowsData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Another candidate before the same history: why one stands above the other. */
final class VersusView extends BeyondView {
    private static final int NAMED = 3;

    private final ItemSearch search;
    private final HistoryRows rows;

    VersusView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        search = new ItemSearch(messages, model.whatIf()::find);
        rows = new HistoryRows(messages);
        model.beyond().versusProperty().addListener(change -> show());
    }

    @Override
    void draw() {
        Versus now = model.beyond().versusProperty().get();
        Explained explained = model.sample().explainedProperty().get();
        if (explained == null) {
            waiting("explain.beyond.none");
            return;
        }
        ToggleGroup group = new ToggleGroup();
        for (Impression.Other each : explained.impression().others()) {
            ToggleButton chip = new ToggleButton(drawn.text(each.item().title()));
            chip.setToggleGroup(group);
            chip.setSelected(now != null && now.other().number() == each.item().number());
            chip.setOnAction(event -> model.beyond().choose(each.item()));
            offer(chip);
        }
        Button find = new Button(messages.text("explain.versus.find"));
        find.setOnAction(event -> search.ask(find, messages.text("explain.versus.which"), model.beyond()::choose));
        offer(find);
        if (now == null || now.of().effects() == null) {
            waiting("explain.beyond.none");
            return;
        }
        double[] mine = now.of().effects().effect();
        double[] other = now.effects().effect();
        double[] difference = new double[mine.length];
        Arrays.setAll(difference, j -> mine[j] - other[j]);
        say(sayVersus(now, difference));
        String a = drawn.text(now.of().impression().candidate().title());
        String b = drawn.text(now.other().title());
        put(
                rows,
                now.of().impression(),
                List.of(
                        new RowsData.Row(
                                messages.text("explain.versus.difference"),
                                messages.text("explain.versus.difference.about"),
                                difference,
                                0,
                                true),
                        new RowsData.Row(a, messages.text("explain.row.effect"), mine, 0, true),
                        new RowsData.Row(b, messages.text("explain.row.effect"), other, 0, true),
                        new RowsData.Row(
                                a,
                                messages.text("explain.row.look"),
                                now.of().looked().look(),
                                1,
                                false),
                        new RowsData.Row(
                                b,
                                messages.text("explain.row.look"),
                                now.looked().look(),
                                1,
                                false)));
    }

    private String sayVersus(Versus now, double[] difference) {
        boolean above = now.of().looked().logit() >= now.looked().logit();
        double sign = above ? 1 : -1;
        List<String> reasons = IntStream.range(0, difference.length)
                .filter(j -> sign * difference[j] > 0.1)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -sign * difference[j]))
                .limit(NAMED)
                .map(j -> messages.text(
                        "explain.versus.reason",
                        drawn.text(now.of().impression().history().get(j).item().title()),
                        Figures.signed(sign * difference[j])))
                .toList();
        Item mine = now.of().impression().candidate();
        String upper = drawn.text(above ? mine.title() : now.other().title());
        String lower = drawn.text(above ? now.other().title() : mine.title());
        double empty = sign * (now.of().effects().emptyLogit() - now.effects().emptyLogit());
        String upperScore =
                Figures.fixed(above ? now.of().looked().score() : now.looked().score(), 3);
        String lowerScore =
                Figures.fixed(above ? now.looked().score() : now.of().looked().score(), 3);
        return messages.text("explain.versus.scores", upper, upperScore, lower, lowerScore)
                + messages.text("explain.beyond.space")
                + (reasons.isEmpty()
                        ? messages.text("explain.versus.nothing")
                        : messages.text(
                                "explain.versus.because", String.join(messages.text("explain.beyond.comma"), reasons)))
                + messages.text("explain.beyond.space")
                + messages.text("explain.versus.empty", Figures.signed(empty));
    }
}
