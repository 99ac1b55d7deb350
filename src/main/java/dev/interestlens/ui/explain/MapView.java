package dev.interestlens.ui.explain;

import dev.interestlens.explain.CategoryMap;
import dev.interestlens.figure.HeatmapData;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HeatmapPane;
import java.util.Comparator;

/** Where Look and Effect lie over the whole test part, category by category. */
final class MapView extends BeyondView {
    private static final int MOST_CATEGORIES = 30;

    private final HeatmapPane map;
    private boolean effects;

    MapView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        map = new HeatmapPane(messages);
        model.table().measuredProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        CategoryMap.Means means = model.table().map().means(MOST_CATEGORIES, Comparator.comparing(drawn::text));
        if (means.categories().size() < 2) {
            say(messages.text("explain.map.none"));
            return;
        }
        offerSwitch("explain.map.look", "explain.map.effect", effects, taken -> {
            effects = taken;
            show();
        });
        say(messages.text(
                "explain.map.about",
                Figures.count(model.table().measuredProperty().get()),
                means.categories().size()));
        map.setData(new HeatmapData(
                Phrase.same(messages.text("explain.axis.candidateCategory")),
                Phrase.same(messages.text("explain.axis.behaviourCategory")),
                means.categories(),
                means.categories(),
                effects ? means.effect() : means.look(),
                effects ? Scale.DIVERGING : Scale.SEQUENTIAL,
                Double.NaN));
        put(map);
    }
}
