package dev.interestlens.foreign;

import dev.interestlens.explain.words.Text;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;

/**
 * A numbering that was tried for a field.
 *
 * @param auc on labelled rows; NaN where these numbers do not fit
 * @param below by how much it is worse than the best on the same rows, with its 95 % interval; 0 for the best
 * @param clear whether it is significantly worse
 * @param rows that it was scored on
 */
public record TriedNumbering(
        String field,
        Vocabulary vocabulary,
        double auc,
        double below,
        double low,
        double high,
        boolean clear,
        int rows) {
    /** Its name in JSON. */
    public String numbering() {
        return Numbering.name(vocabulary);
    }

    /** Its name for people. */
    public Text words() {
        return ContractWords.numbering(vocabulary);
    }
}
