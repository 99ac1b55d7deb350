package dev.interestlens.ui.model;

import java.util.List;
import java.util.Map;

/** What a family computes, step by step; texts of a step are {@code teach.FAMILY.STEP.title}, {@code .formula} and {@code .text}. */
final class Steps {
    /**
     * One step.
     *
     * @param trace name of the tensor beside it; empty for none
     * @param columns what the tensor's last axis runs over
     */
    record Step(String id, String trace, Over columns) {}

    /** What an axis runs over. */
    enum Over {
        HISTORY,
        UNITS
    }

    private static final Map<String, List<Step>> OF = Map.of(
            "pool",
            List.of(
                    new Step("weigh", "attention", Over.HISTORY),
                    new Step("pool", "interest", Over.UNITS),
                    new Step("head", "logit", Over.UNITS)),
            "din",
            List.of(
                    new Step("embed", "candidate", Over.UNITS),
                    new Step("score", "scores", Over.HISTORY),
                    new Step("weigh", "attention", Over.HISTORY),
                    new Step("pool", "interest", Over.UNITS),
                    new Step("head", "logit", Over.UNITS)),
            "dien",
            List.of(
                    new Step("extract", "extractor.state", Over.UNITS),
                    new Step("auxiliary", "", Over.UNITS),
                    new Step("weigh", "attention", Over.HISTORY),
                    new Step("gate", "evolution.written", Over.UNITS),
                    new Step("evolve", "evolution.state", Over.UNITS),
                    new Step("head", "logit", Over.UNITS)),
            "bst",
            List.of(
                    new Step("input", "input", Over.UNITS),
                    new Step("attend", "attention.0", Over.HISTORY),
                    new Step("block", "output.0", Over.UNITS),
                    new Step("read", "interest", Over.UNITS),
                    new Step("head", "logit", Over.UNITS)));

    private Steps() {}

    static List<Step> of(String family) {
        return OF.getOrDefault(family, List.of());
    }
}
