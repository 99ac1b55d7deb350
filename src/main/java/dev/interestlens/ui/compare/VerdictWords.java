package dev.interestlens.ui.compare;

import dev.interestlens.metric.Interval;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Figures;
import dev.interestlens.workspace.Verdict;

/** A verdict as a sentence and what stands behind it. */
final class VerdictWords {
    private static final int DECIMALS = 4;

    private VerdictWords() {}

    static String sentence(Verdict verdict, Messages messages) {
        if (verdict.kind() == Verdict.Kind.ONE) {
            return messages.text("compare.verdict.ONE");
        }
        return messages.text(
                "compare.verdict." + verdict.kind(),
                name(verdict, 0),
                name(verdict, 1),
                Figures.fixed(verdict.lead(), DECIMALS));
    }

    /** Intervals and spreads, as far as they are known. */
    static String evidence(Verdict verdict, Messages messages) {
        StringBuilder text = new StringBuilder();
        if (verdict.overUsers() != null) {
            add(text, range("compare.overUsers", verdict.overUsers(), messages));
        }
        if (verdict.overSeeds() != null) {
            add(text, range("compare.overSeeds", verdict.overSeeds(), messages));
        }
        for (Verdict.Group group : verdict.groups()) {
            if (group.auc().count() > 1) {
                add(
                        text,
                        messages.text(
                                "compare.spread",
                                group.entries().get(0).run().name(),
                                Figures.fixed(group.auc().mean(), DECIMALS),
                                Figures.fixed(group.auc().deviation(), DECIMALS),
                                group.auc().count()));
            }
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String more) {
        text.append(text.isEmpty() ? "" : "   ").append(more);
    }

    private static String range(String key, Interval interval, Messages messages) {
        return messages.text(key, Figures.fixed(interval.low(), DECIMALS), Figures.fixed(interval.high(), DECIMALS));
    }

    private static String name(Verdict verdict, int group) {
        return verdict.groups().get(group).entries().get(0).run().name();
    }
}
