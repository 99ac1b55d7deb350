package dev.interestlens.ui.explain;

import dev.interestlens.explain.Impression;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.RowsData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HistoryRows;
import dev.interestlens.ui.explain.Versus.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Another candidate before the same history: why one stands above the other. */
final class VersusView extends BeyondView {
    private static final int NAMED = 3;
    private static final double WORTH_SAYING = 0.1;

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
        Standing upper = now.upper();
        Standing lower = now.lower();
        double[] difference = now.difference();
        String a = drawn.text(upper.item().title());
        String b = drawn.text(lower.item().title());
        say(sayVersus(now, a, b));
        put(
                rows,
                now.of().impression(),
                List.of(
                        new RowsData.Row(
                                Phrase.same(messages.text("explain.versus.difference")),
                                Phrase.same(messages.text("explain.versus.difference.about", a)),
                                difference,
                                0,
                                true),
                        row(a, "explain.row.effect", upper.effects().effect(), 0, true),
                        row(b, "explain.row.effect", lower.effects().effect(), 0, true),
                        row(a, "explain.row.look", upper.looked().look(), 1, false),
                        row(b, "explain.row.look", lower.looked().look(), 1, false)));
    }

    private RowsData.Row row(String item, String about, double[] values, int group, boolean signed) {
        return new RowsData.Row(Phrase.same(item), Phrase.same(messages.text(about)), values, group, signed);
    }

    private String sayVersus(Versus now, String upper, String lower) {
        double[] difference = now.difference();
        List<String> reasons = IntStream.range(0, difference.length)
                .filter(j -> difference[j] > WORTH_SAYING)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -difference[j]))
                .limit(NAMED)
                .map(j -> messages.text(
                        "explain.versus.reason",
                        drawn.text(now.of().impression().history().get(j).item().title()),
                        Figures.signed(difference[j])))
                .toList();
        return String.join(
                messages.text("explain.beyond.space"),
                messages.text(
                        "explain.versus.scores",
                        upper,
                        Figures.fixed(now.upper().looked().score(), 3),
                        lower,
                        Figures.fixed(now.lower().looked().score(), 3)),
                reasons.isEmpty()
                        ? messages.text("explain.versus.nothing")
                        : messages.text(
                                "explain.versus.because",
                                upper,
                                String.join(messages.text("explain.beyond.comma"), reasons)),
                messages.text("explain.versus.empty", Figures.signed(now.emptyDifference())),
                messages.text("explain.versus.colours", upper, lower));
    }
}
