package dev.interestlens.question.five;

import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.ReasonsSlide;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.question.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Figures and sentences about explaining recommendations. */
final class ToldFigures {
    private static final int DIGITS = 2;

    private ToldFigures() {}

    static List<Panel> panels(ToldResult result) {
        List<Panel> panels = new ArrayList<>();
        ToldResult.Case told = result.cases().typical();
        if (told != null) {
            panels.add(Measured.panel("q3.attention", List.of(looked(told)), attention(told)));
            panels.add(Measured.panel("q3.measured", List.of(told.sentence()), slide(result, told)));
            panels.add(Measured.panel("q3.both", List.of(both(told)), history("q3.both", told)));
        }
        ToldResult.Case misleading = result.cases().misleading();
        if (misleading != null) {
            panels.add(
                    Measured.panel("q3.misleading", List.of(misled(misleading)), history("q3.misleading", misleading)));
        }
        panels.add(often(result));
        return panels;
    }

    static List<Text> conclusion(ToldResult result) {
        List<Text> said = new ArrayList<>();
        said.add(agrees(result));
        said.add(against(result));
        if (result.planted() != null) {
            said.add(planted(result.planted()));
        }
        said.add(Measured.WORDS.of("q3.may.looked"));
        said.add(Measured.WORDS
                .filled(result.because() > 0 ? "q3.may.because" : "q3.may.never")
                .with("because", result.because())
                .text("predictions", result.predictions()));
        said.add(Measured.WORDS.of(
                result.agree().low() > 0.5 ? "q3.may.attention" : "q3.mayNot.attention",
                "agree",
                Numerals.percent(result.agree().mean())));
        said.add(Measured.WORDS.of("q3.mayNot.person"));
        said.add(Measured.WORDS.of("q3.ownLog"));
        return said;
    }

    private static Text looked(ToldResult.Case told) {
        return Measured.WORDS
                .filled("q3.attention.seen")
                .with("item", told.looked().title())
                .with("look", Numerals.fixed(told.looked().look(), DIGITS))
                .text("even", Numerals.fixed(told.even(), DIGITS));
    }

    private static Text both(ToldResult.Case told) {
        return Measured.WORDS
                .filled("q3.both.seen")
                .with("item", told.strongest().title())
                .text("points", Numerals.signed(100 * told.strongest().points(), 1));
    }

    private static Text misled(ToldResult.Case told) {
        List<Text> causes = told.history().stream()
                .filter(ToldResult.Step::caused)
                .map(ToldResult.Step::title)
                .distinct()
                .toList();
        Text seen = Measured.WORDS
                .filled("q3.misleading.seen")
                .with("looked", told.looked().title())
                .with("look", Numerals.fixed(told.looked().look(), DIGITS))
                .with("points", Numerals.signed(100 * told.looked().points(), 1))
                .with("strongest", told.strongest().title())
                .text("most", Numerals.signed(100 * told.strongest().points(), 1));
        return causes.isEmpty()
                ? seen
                : Wording.sentences(List.of(
                        seen,
                        Measured.WORDS.of(
                                told.looked().caused() ? "q3.misleading.cause" : "q3.misleading.notCause",
                                "causes",
                                Wording.plainList(causes))));
    }

    private static double[] look(ToldResult.Case told) {
        return told.history().stream().mapToDouble(ToldResult.Step::look).toArray();
    }

    private static Chart attention(ToldResult.Case told) {
        RowsData.Row row =
                new RowsData.Row(Measured.WORDS.of("q3.look"), Measured.WORDS.of("q3.look.note"), look(told), 0, false);
        RowsData data =
                new RowsData(told.history().stream().map(ToldResult.Step::title).toList(), List.of(row));
        return new Chart(
                "q3.attention", Measured.WORDS.of("q3.attention"), data, Measured.WORDS.of("q3.attention.note"));
    }

    private static Chart history(String name, ToldResult.Case told) {
        List<HistoryData.Behaviour> behaviours = told.history().stream()
                .map(step -> new HistoryData.Behaviour(step.title(), step.category(), step.time()))
                .toList();
        HistoryData data = new HistoryData(
                behaviours,
                0,
                new HistoryData.Behaviour(told.candidate(), Text.same(""), Text.same("")),
                look(told),
                told.history().stream().mapToDouble(ToldResult.Step::effect).toArray(),
                told.even());
        return HistoryPicture.of(data, Measured.WORDS.of(name + ".note"));
    }

    private static Picture slide(ToldResult result, ToldResult.Case told) {
        List<ReasonsSlide.Reason> reasons = told.history().stream()
                .sorted(Comparator.comparingDouble((ToldResult.Step step) -> -Math.abs(step.effect())))
                .limit(ReasonsSlide.MOST)
                .map(step -> new ReasonsSlide.Reason(step.title(), step.effect(), step.points(), 0))
                .toList();
        ReasonsSlide slide = new ReasonsSlide(
                Measured.WORDS.of("q3.slide.title", "item", told.candidate()),
                told.sentence(),
                ReasonsSlide.caption(reasons.size(), told.history().size()),
                reasons,
                Measured.WORDS.of("q3.slide.footer", "model", model(result), "user", told.user()));
        return new SlidePicture(slide, Measured.WORDS.of("q3.measured"), Measured.WORDS.of("q3.measured.note"));
    }

    private static Text model(ToldResult result) {
        return result.model().equals(Telling.BUNDLED)
                ? Measured.WORDS.of("q3.bundled")
                : Measured.family(result.model());
    }

    /** A slide for presentations. */
    private record SlidePicture(ReasonsSlide slide, Text title, Text note) implements Picture {
        @Override
        public String name() {
            return "slide";
        }

        @Override
        public Drawing drawing() {
            return slide;
        }

        @Override
        public FigureData data() {
            return language -> new NumberTable(
                    List.of(
                            "",
                            Measured.WORDS.of("q3.effect").in(language),
                            Measured.WORDS.of("q3.points").in(language)),
                    slide.reasons().stream()
                            .map(reason -> new NumberTable.Line(
                                    List.of(reason.name().in(language)), reason.effect(), 100 * reason.points()))
                            .toList());
        }
    }

    private static Panel often(ToldResult result) {
        List<IntervalData.Row> rows = new ArrayList<>();
        rows.add(row("q3.row.agree", result.agree()));
        rows.add(new IntervalData.Row(Measured.WORDS.of("q3.row.chance"), result.chance(), Double.NaN, Double.NaN));
        rows.add(row("q3.row.against", result.against()));
        List<Text> seen = new ArrayList<>(List.of(agrees(result), against(result)));
        if (result.planted() != null) {
            rows.add(row("q3.row.lookCaused", result.planted().look()));
            rows.add(row("q3.row.effectCaused", result.planted().effect()));
            seen.add(planted(result.planted()));
        }
        return Measured.chart("q3.often", new IntervalData(rows, DIGITS), seen, "predictions", result.predictions());
    }

    private static IntervalData.Row row(String key, ToldResult.Share share) {
        return new IntervalData.Row(Measured.WORDS.of(key), share.mean(), share.low(), share.high());
    }

    private static Text agrees(ToldResult result) {
        ToldResult.Share agree = result.agree();
        Difference beyond = new Difference(
                agree.mean() - result.chance(),
                agree.low() - result.chance(),
                agree.high() - result.chance(),
                result.predictions());
        return Measured.WORDS
                .filled("q3.agree" + beyond.verdict().key())
                .with("agree", Numerals.percent(agree.mean()))
                .with("low", Numerals.percent(agree.low()))
                .with("high", Numerals.percent(agree.high()))
                .with("chance", Numerals.percent(result.chance()))
                .text("predictions", result.predictions());
    }

    private static Text against(ToldResult result) {
        return Measured.WORDS
                .filled(result.against().mean() > 0 ? "q3.against" : "q3.against.never")
                .with("against", Numerals.percent(result.against().mean()))
                .text("predictions", result.predictions());
    }

    private static Text planted(ToldResult.Planted planted) {
        ToldResult.Share more = planted.more();
        Difference difference = new Difference(more.mean(), more.low(), more.high(), planted.predictions());
        return Measured.sentence(
                "q3.planted",
                difference,
                DIGITS,
                "look",
                Numerals.percent(planted.look().mean()),
                "effect",
                Numerals.percent(planted.effect().mean()),
                "predictions",
                planted.predictions());
    }
}
