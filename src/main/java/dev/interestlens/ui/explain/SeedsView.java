package dev.interestlens.ui.explain;

import dev.interestlens.explain.SeedSpread;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.RowsData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HistoryRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far the explanation of this prediction depends on the seed: Look and Effect over runs that differ in nothing else. */
final class SeedsView extends BeyondView {
    private final HistoryRows rows;

    SeedsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        rows = new HistoryRows(messages);
        model.beyond().versionsProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        Optional<SeedSpread> found = model.beyond().seeds();
        if (found.isEmpty()) {
            waiting("explain.seeds.none", Session.Goal.COMPARE, "explain.seeds.train");
            return;
        }
        SeedSpread spread = found.get();
        Explained now = model.sample().explainedProperty().get();
        List<String> steady = spread.steady().stream()
                .map(position -> drawn.text(
                        now.impression().history().get(position).item().title()))
                .toList();
        say(messages.text(
                        "explain.seeds.said",
                        spread.models(),
                        Figures.fixed(spread.leastScore(), 3),
                        Figures.fixed(spread.mostScore(), 3))
                + messages.text("explain.beyond.space")
                + (steady.isEmpty()
                        ? messages.text("explain.seeds.unsteady")
                        : messages.text(
                                "explain.seeds.steady", String.join(messages.text("explain.beyond.comma"), steady))));
        put(
                rows,
                now.impression(),
                List.of(
                        row("explain.row.look", spread.look(), 0, signed(spread.look())),
                        row("explain.row.effect", spread.effect(), 1, true)));
    }

    private static boolean signed(SeedSpread.Band band) {
        return Arrays.stream(band.low()).anyMatch(value -> value < 0);
    }

    private RowsData.Row row(String key, SeedSpread.Band band, int group, boolean signed) {
        return new RowsData.Row(
                Phrase.same(messages.text(key)),
                Phrase.same(messages.text("explain.seeds.row")),
                band.mean(),
                group,
                signed,
                band.low(),
                band.high());
    }
}
