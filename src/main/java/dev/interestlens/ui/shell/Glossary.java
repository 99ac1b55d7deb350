package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import java.util.List;

/** The terms of the program. Their texts are {@code glossary.TERM} and {@code glossary.TERM.meaning}. */
final class Glossary {
    /** In a learning order. */
    static final List<String> TERMS = List.of(
            "behaviour",
            "history",
            "candidate",
            "impression",
            "label",
            "logit",
            "look",
            "effect",
            "because",
            "matches",
            "attention",
            "unit",
            "gate",
            "state",
            "head",
            "pooling",
            "negative",
            "auc",
            "gauc",
            "prauc",
            "ndcg",
            "hr",
            "recall",
            "brier",
            "calibration",
            "interval",
            "fidelity",
            "leak",
            "cold",
            "kcore",
            "run",
            "bundle");

    private Glossary() {}

    /** A term with its definition in the current language. */
    record Entry(String term, String meaning) {}

    static List<Entry> entries(Messages messages) {
        return TERMS.stream()
                .map(term ->
                        new Entry(messages.text("glossary." + term), messages.text("glossary." + term + ".meaning")))
                .toList();
    }
}
