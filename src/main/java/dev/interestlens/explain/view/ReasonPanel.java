package dev.interestlens.explain.view;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.reason.Reasons.OfAttention;
import dev.interestlens.explain.words.PartWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why attention looks where it looks: parts over behaviours for every attention, the one first whose scores differ most, and the parts of the behaviour
 * with its highest score as bars.
 */
public final class ReasonPanel {
    private static final String NAME = "reasons";
    private static final int DIGITS = 2;
    private static final double NAMED = 0.1;
    private static final int MAX_NAMED = 3;

    private final Impression impression;
    private final Reasons reasons;
    private final List<Integer> read;
    private final OfAttention sharpest;

    private ReasonPanel(Impression impression, Reasons reasons, OfAttention sharpest) {
        this.impression = impression;
        this.reasons = reasons;
        this.sharpest = sharpest;
        read = reasons.read();
    }

    /** None where there are no reasons. */
    public static List<Panel> of(Impression impression, Reasons reasons) {
        return reasons
                .sharpest()
                .filter(sharpest -> !reasons.read().isEmpty())
                .map(sharpest -> new ReasonPanel(impression, reasons, sharpest).panel())
                .stream()
                .toList();
    }

    /**
     * What each part of a behaviour adds to its score in the attention whose scores differ most; in one order and on one scale for all behaviours.
     *
     * @return no rows where the behaviour has no values
     */
    public static IntervalData bars(Reasons reasons, int behaviour) {
        return reasons.sharpest()
                .filter(each -> each.place(behaviour) >= 0)
                .map(each -> bars(reasons, each.values()[each.place(behaviour)], each.most()))
                .orElseGet(IntervalData::empty);
    }

    private static IntervalData bars(Reasons reasons, double[] values, double reach) {
        return new IntervalData(
                reasons.read().stream()
                        .map(p -> new IntervalData.Row(
                                PartWords.label(reasons.parts().get(p)), values[p], Double.NaN, Double.NaN))
                        .toList(),
                DIGITS,
                reach);
    }

    private Panel panel() {
        List<Picture> pictures = new ArrayList<>();
        List<OfAttention> all = new ArrayList<>(reasons.attentions());
        all.remove(sharpest);
        all.add(0, sharpest);
        all.forEach(each -> pictures.add(matrix(each)));
        pictures.add(bars(sharpest.highest()));
        return new Panel(NAME, Wording.of("panel.reasons"), pictures, 0, finding());
    }

    private HeatMatrix matrix(OfAttention of) {
        return new HeatMatrix(
                NAME + "." + of.layer() + "." + of.head(),
                title(of),
                new Axis(
                        AxisKind.GROUP,
                        read.stream()
                                .map(p -> PartWords.label(reasons.parts().get(p)))
                                .toList(),
                        Wording.of("axis.parts")),
                new Axis(AxisKind.HISTORY, impression.titles()),
                (part, j) -> of.place(j) < 0 ? Double.NaN : of.values()[of.place(j)][read.get(part)],
                Scale.DIVERGING,
                Wording.of("note.reasons"));
    }

    private Text title(OfAttention of) {
        boolean layers = reasons.attentions().stream().anyMatch(each -> each.layer() > 0);
        String key = layers ? "reasons.layer" : reasons.attentions().size() > 1 ? "reasons.head" : "reasons.all";
        return Wording.of(
                key,
                Map.of(
                        "layer", Text.same(String.valueOf(of.layer() + 1)),
                        "head", Text.same(String.valueOf(of.head() + 1))));
    }

    private Picture bars(int behaviour) {
        int place = sharpest.place(behaviour);
        return new Chart(
                NAME + ".heaviest",
                Wording.of("reasons.heaviest"),
                bars(reasons, behaviour),
                Wording.of(
                        "note.reasons.heaviest",
                        Map.of(
                                "title", impression.title(behaviour),
                                "score", Wording.number(sharpest.scores()[place], DIGITS),
                                "mean", Wording.number(sharpest.means()[place], DIGITS))));
    }

    /** Which parts the differences of scores come from, and between which behaviours, where not all have values. */
    private Text finding() {
        double[] shares = reasons.shares();
        List<Text> named = IntStream.range(0, shares.length)
                .boxed()
                .filter(p -> shares[p] > NAMED)
                .sorted(Comparator.comparingDouble(p -> -shares[p]))
                .limit(MAX_NAMED)
                .map(p -> Wording.of(
                        "reasons.share",
                        Map.of(
                                "part", PartWords.label(reasons.parts().get(p)),
                                "share", Wording.share(shares[p]))))
                .toList();
        int measured = sharpest.behaviours().length;
        String key = measured < impression.behaviours() ? "reasons.foundOfSome" : "reasons.found";
        return named.isEmpty()
                ? Wording.of("reasons.same")
                : Wording.of(
                        key,
                        Map.of(
                                "parts", Wording.plainList(named),
                                "measured", Wording.number(measured),
                                "of", Wording.number(impression.behaviours())));
    }
}
