package dev.interestlens.ui.common.run;

import dev.interestlens.figure.Numerals;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Messages;

/** The quality of a model on the validation part as a short text: of the full ranking where it was measured, then AUC. */
public final class Headline {
    private static final int DECIMALS = 4;

    private Headline() {}

    /** @param valid null before the first epoch */
    public static String of(JournalEntry.Valid valid, Messages messages) {
        String auc = messages.text("run.headline.auc", figure(valid == null ? null : valid.auc()));
        return valid == null || valid.ndcg10() == null
                ? auc
                : messages.text("run.headline", figure(valid.ndcg10()), auc);
    }

    /** Only the first metric. */
    public static String first(JournalEntry.Valid valid, Messages messages) {
        return valid == null || valid.ndcg10() == null
                ? of(valid, messages)
                : messages.text("run.headline.ndcg", figure(valid.ndcg10()));
    }

    /** A figure, or a dash. */
    public static String figure(Double value) {
        return value == null ? "–" : Numerals.fixed(value, DECIMALS);
    }
}
