package dev.interestlens.ui.compare;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.metric.Interval;
import dev.interestlens.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict as a sentence, and its evidence. */
final class VerdictWords {
    private static final int DECIMALS = 4;

    private VerdictWords() {}

    static String sentence(Verdict verdict, Messages messages) {
        return verdict.headline()
                .map(found -> messages.text(
                        "compare.verdict." + verdict.kind(),
                        name(verdict.groups().get(0)),
                        name(verdict.second()),
                        Numerals.fixed(found.lead(), DECIMALS),
                        name(found.figure(), messages)))
                .orElseGet(() -> messages.text("compare.verdict.ONE"));
    }

    /** Intervals of each figure, one line each, and spreads, as far as they are known. */
    static String evidence(Verdict verdict, Messages messages) {
        List<String> lines = new ArrayList<>();
        for (Verdict.Finding found : verdict.findings()) {
            List<String> parts = new ArrayList<>();
            if (found.overUsers() != null) {
                parts.add(range("compare.overUsers", found.overUsers(), 0, messages));
            }
            if (found.overSeeds() != null) {
                parts.add(range(
                        found.pairedSeeds() > 1 ? "compare.overSharedSeeds" : "compare.overSeeds",
                        found.overSeeds(),
                        found.pairedSeeds(),
                        messages));
            }
            if (!parts.isEmpty()) {
                lines.add(messages.text(
                        "compare.lead",
                        name(found.figure(), messages),
                        Numerals.fixed(found.lead(), DECIMALS),
                        String.join(messages.text("explain.beyond.comma"), parts)));
            }
        }
        String spreads = verdict.groups().stream()
                .filter(group -> group.spread().count() > 1)
                .map(group -> messages.text(
                        "compare.spread",
                        name(group),
                        Numerals.fixed(group.spread().mean(), DECIMALS),
                        Numerals.fixed(group.spread().deviation(), DECIMALS),
                        group.spread().count()))
                .collect(Collectors.joining("   "));
        if (!spreads.isEmpty()) {
            lines.add(spreads);
        }
        return String.join("\n", lines);
    }

    private static String range(String key, Interval interval, int seeds, Messages messages) {
        return messages.text(
                key, Numerals.fixed(interval.low(), DECIMALS), Numerals.fixed(interval.high(), DECIMALS), seeds);
    }

    private static String name(PairedFigure figure, Messages messages) {
        return figure instanceof PairedFigure.Ranked ranked
                ? messages.text(
                        "compare.figure.ranked",
                        MetricWords.name(ranked.metric()).in(messages.locale()))
                : messages.text("compare.figure.auc");
    }

    private static String name(Verdict.Group group) {
        return group.entries().get(0).run().name();
    }
}
