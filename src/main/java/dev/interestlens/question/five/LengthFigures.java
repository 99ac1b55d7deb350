package dev.interestlens.question.five;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.question.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figures and sentences about long histories. */
final class LengthFigures {
    private static final int DIGITS = 3;
    private static final double CHANCE = 0.5;
    private static final List<String> SEARCHES = List.of("category", "dot");

    /** From this ratio on costs count as different. */
    private static final double DEARER = 1.25;

    /** A smaller difference from chance counts as negligible. */
    private static final double LITTLE = 0.05;

    /** A weight that falls below this share counts as diluted. */
    private static final double THINNED = 0.8;

    private LengthFigures() {}

    static List<Panel> panels(LengthResult result) {
        List<Panel> panels = new ArrayList<>();
        panels.add(quality(result));
        panels.add(cost(result));
        if (result.dilution() != null) {
            panels.add(dilution(result));
        }
        return panels;
    }

    static List<Text> conclusion(LengthResult result) {
        List<Text> said = new ArrayList<>();
        said.add(recent(result));
        SEARCHES.forEach(search -> said.add(searched(result, search)));
        said.add(dearer(result));
        said.add(blocks(result));
        if (result.dilution() != null) {
            said.add(thinned(result.dilution()));
        }
        return said;
    }

    private static Panel quality(LengthResult result) {
        List<IntervalData.Row> rows = new ArrayList<>();
        result.readings().forEach(each -> {
            rows.add(row(each, "near", each.near()));
            rows.add(row(each, "far", each.far()));
        });
        List<Text> seen = new ArrayList<>(List.of(recent(result)));
        SEARCHES.forEach(search -> seen.add(searched(result, search)));
        return Measured.intervals("q2.quality", rows, DIGITS, seen);
    }

    private static IntervalData.Row row(LengthResult.Reading reading, String where, double[] auc) {
        return Measured.row(
                Measured.WORDS
                        .filled("q2.row." + where)
                        .with("reading", reading(reading.kind()))
                        .text("auc", Numerals.fixed(Measured.mean(auc), DIGITS)),
                above(auc));
    }

    private static Difference above(double[] auc) {
        return Difference.of(Arrays.stream(auc).map(each -> each - CHANCE).toArray());
    }

    private static Text reading(String kind) {
        return Measured.WORDS.of("q2.reading." + kind);
    }

    private static Text recent(LengthResult result) {
        Difference above = above(result.reading("recent").far());
        boolean little = above.verdict() == Difference.Verdict.ABOVE && above.high() < LITTLE;
        return little
                ? Measured.WORDS.of("q2.recent.little", "difference", above.words(DIGITS), "far", result.far())
                : Measured.sentence("q2.recent", above, DIGITS, "far", result.far());
    }

    private static Text searched(LengthResult result, String search) {
        return Measured.sentence(
                "q2.search",
                Difference.paired(
                        result.reading(search).far(), result.reading("all").far()),
                DIGITS,
                "reading",
                reading(search),
                "far",
                result.far(),
                "found",
                Numerals.percent(Measured.mean(result.reading(search).found())));
    }

    private static Panel cost(LengthResult result) {
        List<XySeries> lines = new ArrayList<>();
        for (LengthResult.Cost cost : result.costs()) {
            lines.add(line(reading(cost.what()), cost.lengths(), cost.millis(), lines.size()));
        }
        return plot("q2.cost", lines, Measured.WORDS.of("q2.cost.up"), List.of(dearer(result), blocks(result)));
    }

    private static Text dearer(LengthResult result) {
        double all = last(result.cost("all").millis());
        double dot = last(result.cost("dot").millis());
        return Measured.WORDS
                .filled(all > DEARER * dot ? "q2.dearer" : "q2.alike")
                .with("length", last(result.cost("all").lengths()))
                .with("all", Numerals.fixed(all, DIGITS))
                .with("dot", Numerals.fixed(dot, DIGITS))
                .text("times", Numerals.fixed(all / dot, 1));
    }

    private static Text blocks(LengthResult result) {
        LengthResult.Cost full = result.cost(LongHistories.FULL_BLOCKS);
        int from = full.lengths()[full.middle()];
        double longer = last(full.lengths()) / (double) from;
        return Measured.WORDS
                .filled(full.growth() > longer ? "q2.blocks.faster" : "q2.blocks.slower")
                .with("short", from)
                .with("long", last(full.lengths()))
                .with("longer", Numerals.fixed(longer, 0))
                .text("times", Numerals.fixed(full.growth(), 1));
    }

    private static Panel dilution(LengthResult result) {
        LengthResult.Dilution found = result.dilution();
        List<XySeries> lines = List.of(
                line(Measured.WORDS.of("q2.dilution.share"), found.read(), found.share(), 0),
                line(Measured.WORDS.of("q2.dilution.even"), found.read(), found.even(), XySeries.MUTED));
        return plot("q2.dilution", lines, Measured.WORDS.of("q2.dilution.up"), List.of(thinned(found)));
    }

    private static Text thinned(LengthResult.Dilution found) {
        boolean less = last(found.share()) < THINNED * found.share()[0];
        return Measured.WORDS
                .filled(less ? "q2.thinned" : "q2.kept")
                .with("few", found.read()[0])
                .with("many", last(found.read()))
                .with("first", Numerals.percent(found.share()[0]))
                .text("last", Numerals.percent(last(found.share())));
    }

    private static Panel plot(String name, List<XySeries> lines, Text up, List<Text> seen) {
        return Measured.chart(name, new XyData(lines, Measured.WORDS.of("q2.across"), up, false, false), seen);
    }

    private static XySeries line(Text name, int[] across, double[] up, int style) {
        return new XySeries(
                name, Arrays.stream(across).asDoubleStream().toArray(), up, style, XySeries.Shape.MARKED_LINE, -1);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static int last(int[] values) {
        return values[values.length - 1];
    }
}
