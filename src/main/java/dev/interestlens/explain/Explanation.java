package dev.interestlens.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that is said of one prediction.
 *
 * @param impression what was asked
 * @param looked where the model looked
 * @param effects what removing does
 * @param sentence what may be said
 * @param curves deletion and insertion, by the order of Look and of Effect
 * @param agreement does looking match mattering
 */
public record Explanation(
        Impression impression, Looked looked, Effects effects, Sentence sentence, Curves curves, Agreement agreement) {
    public Explanation {
        Objects.requireNonNull(impression);
        Objects.requireNonNull(looked);
        Objects.requireNonNull(effects);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(curves);
        Objects.requireNonNull(agreement);
    }

    /** A score, not a click rate: the model learnt among sampled negatives. */
    public double score() {
        return looked.score();
    }

    /** The history, oldest first. */
    public List<HistoryRow> history() {
        List<HistoryRow> rows = new ArrayList<>();
        for (int j = 0; j < impression.behaviours(); j++) {
            rows.add(new HistoryRow(
                    impression.history().get(j), looked.look()[j], effects.effect()[j], effects.points()[j]));
        }
        return rows;
    }
}
