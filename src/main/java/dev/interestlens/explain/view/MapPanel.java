package dev.interestlens.explain.view;

import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Scale;
import dev.interestlens.nn.AxisKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Look and Effect by category over many predictions. */
public final class MapPanel {
    private MapPanel() {}

    /** The most categories of a map. */
    private static final int MAX_CATEGORIES = 30;

    /**
     * Of the most frequent categories of behaviours, in alphabetical order.
     *
     * @param predictions number of predictions
     * @return empty where there are fewer than two categories
     */
    public static Optional<Panel> of(CategoryMap map, int predictions) {
        CategoryMap.Means means = means(map);
        return means.categories().size() < 2 ? Optional.empty() : Optional.of(of(means, predictions));
    }

    /** Of the most frequent categories of behaviours, in alphabetical order. */
    public static CategoryMap.Means means(CategoryMap map) {
        return map.means(MAX_CATEGORIES, Comparator.comparing(Text::en));
    }

    /** @param predictions number of predictions */
    public static Panel of(CategoryMap.Means means, int predictions) {
        return new Panel(
                "map",
                Wording.of("panel.map"),
                List.of(
                        matrix("look", means, means.look(), Scale.SEQUENTIAL),
                        matrix("effect", means, means.effect(), Scale.DIVERGING)),
                0,
                Wording.of(
                        "map.about",
                        Map.of(
                                "predictions", Wording.number(predictions),
                                "categories", Wording.number(means.categories().size()))));
    }

    private static HeatMatrix matrix(String what, CategoryMap.Means means, double[] values, Scale scale) {
        return new HeatMatrix(
                what.equals("look") ? "map.lookOverEven" : "map.effect",
                Wording.of("map." + what),
                new Axis(AxisKind.CANDIDATE, means.categories(), Wording.of("axis.candidateCategory")),
                new Axis(AxisKind.HISTORY, means.categories(), Wording.of("axis.behaviourCategory")),
                values,
                scale,
                Text.same(""));
    }
}
