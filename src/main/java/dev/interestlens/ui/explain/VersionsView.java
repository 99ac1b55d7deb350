package dev.interestlens.ui.explain;

import dev.interestlens.explain.Effects;
import dev.interestlens.figure.HeatmapData;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.ui.control.HeatmapPane;
import dev.interestlens.ui.explain.BeyondViewModel.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
            if (runs) {
                waiting("explain.versions.noRuns", Session.Goal.MODEL, "explain.versions.another");
            } else {
                waiting("explain.versions.noCheckpoints", Session.Goal.TRAIN, "explain.versions.train");
            }
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
        say(messages.text(
                runs ? "explain.versions.runs" : "explain.versions.checkpoints",
                agreeing(all, now.effects()),
                all.size()));
        List<String> names = shown.stream()
                .map(each -> messages.text(
                        "explain.versions.name",
                        each.name(),
                        Figures.fixed(each.looked().score(), 3)))
                .toList();
        boolean signed = effects || Arrays.stream(values).anyMatch(value -> value < 0);
        map.setData(new HeatmapData(
                Phrase.same(messages.text(runs ? "explain.axis.runs" : "explain.axis.steps")),
                Phrase.same(messages.text("explain.axis.HISTORY")),
                Phrase.all(names),
                titles(now.impression()),
                values,
                signed ? Scale.DIVERGING : Scale.SEQUENTIAL,
                effects ? Double.NaN : now.looked().even()));
        put(map);
    }

    /** In how many of the others the behaviour that matters most here is among the first three. */
    static long agreeing(List<Version> others, Effects here) {
        double[] sizesHere = here.size();
        int first =
                IntStream.range(0, sizesHere.length).reduce(0, (most, j) -> sizesHere[j] > sizesHere[most] ? j : most);
        return others.stream()
                .filter(each -> {
                    double[] sizes = each.effects().size();
                    return Arrays.stream(sizes)
                                    .filter(size -> size > sizes[first])
                                    .count()
                            < NAMED;
                })
                .count();
    }
}
