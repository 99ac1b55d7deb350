package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.store.ArrayFill;
import java.util.List;
import java.util.Map;

/** The score while behaviours are deleted, in the order of Look, of Effect and at random. */
public final class CurvesPicture {
    private CurvesPicture() {}

    public static Chart of(RemovalCurves curves) {
        XyData data = new XyData(
                List.of(
                        line(
                                "effect",
                                curves.effect().deletion(),
                                curves.effect().deletionArea(),
                                0),
                        line("look", curves.look().deletion(), curves.look().deletionArea(), 1),
                        line("chance", curves.randomDeletion(), curves.randomDeletionArea(), 2)),
                Wording.of("curves.across"),
                Wording.of("curves.up"),
                false,
                false);
        return new Chart("curves", Wording.of("panel.curves"), data, Wording.of("note.curves"));
    }

    private static XySeries line(String order, double[] scores, double area, int style) {
        return new XySeries(
                Wording.of("curves." + order, Map.of("area", Text.same(Numerals.fixed(area, 3)))),
                ArrayFill.doubles(scores.length, removed -> removed),
                scores,
                style,
                XySeries.Shape.LINE,
                -1);
    }
}
