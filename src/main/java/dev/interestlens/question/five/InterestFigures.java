package dev.interestlens.question.five;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.question.Difference;
import java.util.ArrayList;
import java.util.List;

/** Figures and sentences about several interests. */
final class InterestFigures {
    private static final int DIGITS = 3;

    /** Above this mean cosine attentions count as equal. */
    private static final double ALIKE = 0.9;

    /** Below it they count as different. */
    private static final double APART = 0.6;

    /** From this ratio of the joint effect to the sum of single effects on, behaviours count as redundant. */
    private static final double TOGETHER = 1.5;

    private InterestFigures() {}

    static List<Panel> panels(InterestResult result) {
        List<Panel> panels = new ArrayList<>();
        panels.add(gain(result));
        panels.add(collapse(result));
        if (result.sample() != null && !result.sample().heads().isEmpty()) {
            panels.add(lanes(result.sample()));
        }
        if (result.sample() != null && !result.sample().groups().isEmpty()) {
            panels.add(joint(result.sample()));
        }
        return panels;
    }

    static List<Text> conclusion(InterestResult result) {
        List<Text> said = new ArrayList<>();
        said.add(gained(result));
        said.add(collapsed(result));
        if (result.sample() != null && !result.sample().groups().isEmpty()) {
            said.add(together(result.sample()));
        }
        return said;
    }

    private static Difference difference(InterestResult result) {
        return Difference.paired(result.several(), result.one());
    }

    private static Text gained(InterestResult result) {
        return Measured.sentence(
                "q4.gain",
                difference(result),
                DIGITS,
                "heads",
                result.heads(),
                "log",
                Measured.WORDS.of("q4.log." + result.log()));
    }

    private static Panel gain(InterestResult result) {
        List<IntervalData.Row> rows = new ArrayList<>();
        rows.add(Measured.row(Measured.WORDS.of("q4.row.gain", "heads", result.heads()), difference(result)));
        rows.add(Measured.row(above("q4.row.one", result, result.one()), overChance(result.one())));
        rows.add(Measured.row(above("q4.row.several", result, result.several()), overChance(result.several())));
        rows.add(new IntervalData.Row(
                Measured.WORDS.of("q4.row.ceiling", "auc", Numerals.fixed(result.ceiling(), DIGITS)),
                result.ceiling() - 0.5,
                Double.NaN,
                Double.NaN));
        return Measured.intervals("q4.gain", rows, DIGITS, List.of(gained(result)));
    }

    private static Text above(String key, InterestResult result, double[] auc) {
        return Measured.WORDS.of(key, "heads", result.heads(), "auc", Numerals.fixed(Measured.mean(auc), DIGITS));
    }

    private static Difference overChance(double[] auc) {
        double[] above = auc.clone();
        for (int i = 0; i < above.length; i++) {
            above[i] -= 0.5;
        }
        return Difference.of(above);
    }

    private static Panel collapse(InterestResult result) {
        List<IntervalData.Row> rows = List.of(
                Measured.row(Measured.WORDS.of("q4.row.cosine"), Difference.of(result.cosine())),
                Measured.row(Measured.WORDS.of("q4.row.rank", "heads", result.heads()), Difference.of(result.rank())));
        return Measured.chart("q4.collapse", new IntervalData(rows, 2), List.of(collapsed(result)));
    }

    private static Text collapsed(InterestResult result) {
        double cosine = Measured.mean(result.cosine());
        String key = cosine > ALIKE ? "q4.collapsed" : cosine < APART ? "q4.apart" : "q4.between";
        return Measured.WORDS
                .filled(key)
                .with("cosine", Numerals.fixed(cosine, 2))
                .with("rank", Numerals.fixed(Measured.mean(result.rank()), 1))
                .text("heads", result.heads());
    }

    private static Panel lanes(InterestResult.Sample sample) {
        List<RowsData.Row> rows = new ArrayList<>();
        for (int head = 0; head < sample.heads().size(); head++) {
            rows.add(new RowsData.Row(
                    Measured.WORDS.of("q4.head", "number", head + 1),
                    Text.same(""),
                    sample.heads().get(head),
                    0,
                    false,
                    new double[0],
                    new double[0],
                    sample.lanes()));
        }
        RowsData data = new RowsData(sample.history(), rows);
        return Measured.chart(
                "q4.lanes",
                data,
                List.of(Measured.WORDS
                        .filled(sample.groups().size() > 1 ? "q4.lanes.several" : "q4.lanes.one")
                        .with("count", sample.groups().size())
                        .text("item", sample.candidate())));
    }

    private static Panel joint(InterestResult.Sample sample) {
        List<IntervalData.Row> rows = new ArrayList<>();
        for (InterestResult.Joint joint : sample.groups()) {
            rows.add(new IntervalData.Row(named("q4.row.joint", joint), joint.effect(), Double.NaN, Double.NaN));
            rows.add(new IntervalData.Row(named("q4.row.singles", joint), joint.singles(), Double.NaN, Double.NaN));
            rows.add(new IntervalData.Row(
                    named("q4.row.random", joint), (joint.low() + joint.high()) / 2, joint.low(), joint.high()));
        }
        return Measured.intervals("q4.joint", rows, 2, List.of(together(sample)));
    }

    private static Text named(String key, InterestResult.Joint joint) {
        return Measured.WORDS.of(key, "lane", joint.name(), "size", joint.size());
    }

    private static Text together(InterestResult.Sample sample) {
        InterestResult.Joint largest = sample.groups().stream()
                .max((a, b) -> Double.compare(Math.abs(a.effect()), Math.abs(b.effect())))
                .orElseThrow();
        return Measured.WORDS
                .filled("q4.together." + tells(largest))
                .with("lane", largest.name())
                .with("size", largest.size())
                .with("effect", Numerals.fixed(largest.effect(), 2))
                .text("singles", Numerals.fixed(largest.singles(), 2));
    }

    /** The finding about a group compared with its single behaviours; empty where random removals have the same effect. */
    private static String tells(InterestResult.Joint group) {
        double together = Math.abs(group.effect());
        double alone = Math.abs(group.singles());
        if (group.effect() >= group.low() && group.effect() <= group.high()) {
            return "random";
        }
        return together > TOGETHER * alone ? "hidden" : alone > TOGETHER * together ? "twice" : "seen";
    }
}
