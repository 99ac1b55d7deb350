package dev.interestlens.explain.view;

import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The score while behaviours are deleted, in the order of Look, of Effect and at random. */
public record CurvesPicture(RemovalCurves curves) implements Picture {
    @Override
    public String name() {
        return "curves";
    }

    @Override
    public Text title() {
        return Wording.of("panel.curves");
    }

    @Override
    public Text note() {
        return Wording.of("note.curves");
    }

    /** The same as the data of a picture. */
    public XyData data() {
        return new XyData(
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
    }

    private static XySeries line(String order, double[] scores, double area, int style) {
        return new XySeries(
                Wording.of("curves." + order, Map.of("area", Text.same(Numerals.fixed(area, 3)))),
                IntStream.range(0, scores.length)
                        .mapToDouble(removed -> removed)
                        .toArray(),
                scores,
                style,
                XySeries.Shape.LINE,
                -1);
    }

    @Override
    public Drawing drawing() {
        return new XyPainter(data());
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data().numbers(language);
    }
}
