package dev.interestlens.question.five;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.measurement.latency.LatencyReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Figures and sentences about serving. */
final class ServingFigures {
    private static final String PLAIN = "plain";
    private static final String SPLIT = "split";
    private static final int DIGITS = 2;

    /** From this ratio on a remedy counts as effective. */
    private static final double WORTH = 1.1;

    private ServingFigures() {}

    static List<Panel> panels(ServingResult result) {
        return List.of(stages(result), remedies(result), front(result));
    }

    static List<Text> conclusion(ServingResult result) {
        List<Text> said = new ArrayList<>();
        said.add(fits(result));
        for (String family : result.families()) {
            said.add(largest(result, family));
            said.add(once(result, family));
            said.add(fewer(result, family));
        }
        if (!result.unchanged().isEmpty()) {
            said.add(Measured.WORDS.of(
                    "q5.unchanged",
                    "families",
                    Wording.plainList(
                            result.unchanged().stream().map(Measured::family).toList())));
        }
        if (LatencyReport.busy(result.wallOverCpu())) {
            said.add(Measured.WORDS.of("q5.busy", "times", Numerals.fixed(result.wallOverCpu(), 1)));
        }
        return said;
    }

    private static Panel stages(ServingResult result) {
        List<Text> families = result.stages().stream()
                .map(each -> Measured.WORDS
                        .filled("q5.total")
                        .with("family", Measured.family(each.family()))
                        .text("total", Numerals.fixed(each.total(), DIGITS)))
                .toList();
        List<RowsData.Row> rows = new ArrayList<>();
        for (int stage = 0; stage < LatencyReport.STAGES.size(); stage++) {
            int at = stage;
            rows.add(new RowsData.Row(
                    Measured.WORDS.of("q5.stage." + LatencyReport.STAGES.get(stage)),
                    Text.same(""),
                    result.stages().stream().mapToDouble(each -> each.p50()[at]).toArray(),
                    0,
                    false));
        }
        List<Text> seen = result.families().stream()
                .map(family -> largest(result, family))
                .toList();
        return Measured.chart(
                "q5.stages",
                new RowsData(families, rows),
                seen,
                "candidates",
                result.candidates(),
                "history",
                result.longest());
    }

    private static Text largest(ServingResult result, String family) {
        ServingResult.Stages stages = result.stages().stream()
                .filter(each -> each.family().equals(family))
                .findFirst()
                .orElseThrow();
        int most = 0;
        for (int stage = 1; stage < stages.p50().length; stage++) {
            most = stages.p50()[stage] > stages.p50()[most] ? stage : most;
        }
        return Measured.WORDS
                .filled("q5.largest")
                .with("family", Measured.family(family))
                .with("stage", Measured.WORDS.of("q5.stage." + LatencyReport.STAGES.get(most)))
                .text("share", Numerals.percent(stages.p50()[most] / stages.total()));
    }

    private static Panel remedies(ServingResult result) {
        List<IntervalData.Row> rows = new ArrayList<>();
        List<Text> seen = new ArrayList<>();
        for (String family : result.families()) {
            rows.add(row("q5.row.plain", result.point(family, result.longest(), PLAIN)));
            rows.add(row("q5.row.split", result.point(family, result.longest(), SPLIT)));
            rows.add(row("q5.row.fewer", result.point(family, result.shortest(), SPLIT)));
            seen.add(once(result, family));
            seen.add(fewer(result, family));
        }
        return Measured.intervals("q5.remedies", rows, DIGITS, seen);
    }

    private static IntervalData.Row row(String key, ServingResult.Point point) {
        return new IntervalData.Row(
                Measured.WORDS.of(key, "family", Measured.family(point.family()), "history", point.history()),
                point.p99(),
                Double.NaN,
                Double.NaN);
    }

    private static Text once(ServingResult result, String family) {
        ServingResult.Point plain = result.point(family, result.longest(), PLAIN);
        ServingResult.Point split = result.point(family, result.longest(), SPLIT);
        return Measured.WORDS
                .filled(plain.p99() > WORTH * split.p99() ? "q5.once" : "q5.once.none")
                .with("family", Measured.family(family))
                .with("before", Numerals.fixed(plain.p99(), DIGITS))
                .text("after", Numerals.fixed(split.p99(), DIGITS));
    }

    private static Text fewer(ServingResult result, String family) {
        ServingResult.Point all = result.point(family, result.longest(), SPLIT);
        ServingResult.Point few = result.point(family, result.shortest(), SPLIT);
        ServingResult.Quality before = all.quality();
        ServingResult.Quality after = few.quality();
        String quality = after.high() < before.low() ? "worse" : after.low() > before.high() ? "better" : "notShown";
        boolean faster = all.p99() > WORTH * few.p99();
        return Wording.sentences(List.of(
                Measured.WORDS
                        .filled(faster ? "q5.fewer" : "q5.fewer.none")
                        .with("family", Measured.family(family))
                        .with("history", few.history())
                        .with("all", all.history())
                        .with("before", Numerals.fixed(all.p99(), DIGITS))
                        .text("after", Numerals.fixed(few.p99(), DIGITS)),
                Measured.WORDS.of("q5.quality." + quality, "before", quality(before), "after", quality(after))));
    }

    private static Text quality(ServingResult.Quality of) {
        return Text.same(Numerals.fixed(of.ndcg(), 3) + " [" + Numerals.fixed(of.low(), 3) + ", "
                + Numerals.fixed(of.high(), 3) + "]");
    }

    private static Panel front(ServingResult result) {
        List<XySeries> series = new ArrayList<>();
        for (String family : result.families()) {
            series.add(series(
                    Measured.family(family),
                    result.points().stream()
                            .filter(point -> point.family().equals(family) && point.front())
                            .toList(),
                    series.size(),
                    XySeries.Shape.MARKED_LINE));
        }
        series.add(series(
                Measured.WORDS.of("q5.dominated"),
                result.points().stream().filter(point -> !point.front()).toList(),
                XySeries.MUTED,
                XySeries.Shape.CLOUD));
        XyData data = new XyData(
                series.stream().filter(each -> each.x().length > 0).toList(),
                Measured.WORDS.of("q5.p99"),
                Measured.WORDS.of("q5.ndcg"),
                false,
                false);
        return Measured.chart("q5.front", data, List.of(fits(result)), "users", result.users());
    }

    private static XySeries series(Text name, List<ServingResult.Point> points, int style, XySeries.Shape shape) {
        List<ServingResult.Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(ServingResult.Point::p99))
                .toList();
        return new XySeries(
                name,
                sorted.stream().mapToDouble(ServingResult.Point::p99).toArray(),
                sorted.stream().mapToDouble(point -> point.quality().ndcg()).toArray(),
                style,
                shape,
                -1);
    }

    /**
     * The best ranking of all points that answer in time, preferring the faster of equal ones, and the families whose ranking is not shown to be
     * worse.
     */
    private static Text fits(ServingResult result) {
        List<ServingResult.Point> inTime = result.points().stream()
                .filter(point -> point.p99() <= result.within())
                .toList();
        Optional<ServingResult.Point> best = inTime.stream()
                .max(Comparator.comparingDouble(
                                (ServingResult.Point point) -> point.quality().ndcg())
                        .thenComparing(Comparator.comparingDouble(ServingResult.Point::p99)
                                .reversed()));
        return best.map(point -> fits(result, point, inTime)).orElseGet(() -> Measured.WORDS
                .filled("q5.fits.none")
                .with("candidates", result.candidates())
                .text("within", Numerals.fixed(result.within(), 0)));
    }

    private static Text fits(ServingResult result, ServingResult.Point best, List<ServingResult.Point> inTime) {
        Text first = Measured.WORDS
                .filled("q5.fits")
                .with("candidates", result.candidates())
                .with("within", Numerals.fixed(result.within(), 0))
                .with("family", Measured.family(best.family()))
                .with("history", best.history())
                .with("form", Measured.WORDS.of("q5.form." + best.form()))
                .with("p99", Numerals.fixed(best.p99(), DIGITS))
                .text("ndcg", quality(best.quality()));
        List<Text> alike = result.families().stream()
                .filter(family -> !family.equals(best.family()))
                .filter(family -> inTime.stream()
                        .anyMatch(point -> point.family().equals(family)
                                && point.quality().high() >= best.quality().low()))
                .map(Measured::family)
                .toList();
        return alike.isEmpty()
                ? first
                : Wording.sentences(
                        List.of(first, Measured.WORDS.of("q5.fits.alike", "families", Wording.plainList(alike))));
    }
}
