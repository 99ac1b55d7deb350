package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ColorScale;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HeatmapData;
import dev.interestlens.ui.control.HeatmapPane;
import dev.interestlens.ui.explain.BeyondViewModel.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same prediction by other weights: earlier checkpoints, or other runs. */
final class VersionsView extends BeyondView {
    private static final int NAMED = 3;

    private final HeatmapPane map;
    private boolean effects;

    VersionsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        map = new HeatmapPane(messages);
        model.beyond().versionsProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        List<Version> all = model.beyond().versionsProperty().get();
        Explained now = model.sample().explainedProperty().get();
        boolean runs = model.beyond().sideProperty().get() == Side.RUNS;
        if (all.isEmpty() || now == null || now.effects() == null) {
            waiting(runs ? "explain.versions.noRuns" : "explain.beyond.none");
            return;
        }
        offerSwitch("explain.versions.look", "explain.versions.effect", effects, taken -> {
            effects = taken;
            show();
        });
        List<Version> shown = new ArrayList<>(all);
        shown.add(new Version(messages.text("explain.versions.this"), now.looked(), now.effects()));
        int n = now.impression().behaviours();
        double[] values = new double[shown.size() * n];
        for (int v = 0; v < shown.size(); v++) {
            double[] of = effects
                    ? shown.get(v).effects().effect()
                    : shown.get(v).looked().look();
            System.arraycopy(of, 0, values, v * n, n);
        }
        say(messages.text(runs ? "explain.versions.runs" : "explain.versions.checkpoints", spread(shown)));
        List<String> names = shown.stream()
                .map(each -> messages.text(
                        "explain.versions.name",
                        each.name(),
                        Figures.fixed(each.looked().score(), 3)))
                .toList();
        boolean signed = effects || Arrays.stream(values).anyMatch(value -> value < 0);
        map.setData(new HeatmapData(
                messages.text(runs ? "explain.axis.runs" : "explain.axis.steps"),
                messages.text("explain.axis.HISTORY"),
                names,
                titles(now.impression()),
                values,
                signed ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL,
                effects || n == 0 ? Double.NaN : 1.0 / n));
        put(map);
    }

    /** In how many of the versions the behaviour that matters most here is among their first three. */
    private String spread(List<Version> shown) {
        double[] here = shown.get(shown.size() - 1).effects().size();
        int most = 0;
        for (int j = 1; j < here.length; j++) {
            most = here[j] > here[most] ? j : most;
        }
        int first = most;
        long agree = shown.stream()
                .filter(each -> Arrays.stream(each.effects().size())
                                .filter(size -> size > each.effects().size()[first])
                                .count()
                        < NAMED)
                .count();
        return agree + " / " + shown.size();
    }
}
