package dev.interestlens.explain.view;

import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.nn.AxisKind;
import java.util.List;
import java.util.Map;

/** Where Look and Effect lie over many predictions, category by category. */
public final class MapPanel {
    private MapPanel() {}

    /** @param predictions over how many the means are */
    public static Panel of(CategoryMap.Means means, int predictions) {
        return new Panel(
                "map",
                Wording.of("panel.map"),
                List.of(
                        matrix("look", means, means.look(), HeatMatrix.Scale.SEQUENTIAL),
                        matrix("effect", means, means.effect(), HeatMatrix.Scale.DIVERGING)),
                0,
                Wording.of(
                        "map.about",
                        Map.of(
                                "predictions", Wording.number(predictions),
                                "categories", Wording.number(means.categories().size()))));
    }

    private static HeatMatrix matrix(String what, CategoryMap.Means means, double[] values, HeatMatrix.Scale scale) {
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
