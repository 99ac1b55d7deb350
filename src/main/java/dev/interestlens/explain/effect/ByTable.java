package dev.interestlens.explain.effect;

import dev.interestlens.model.Removal;
import java.util.Objects;

/**
 * The part of Effects that comes from what followed what: the logit is the sum of what goes through the model's own part and of the table's term, so
 * that each Effect is the sum of two parts, exactly.
 *
 * @param stands where the table stands in the logit
 * @param effect the part of each behaviour; all 0 where there is no table
 */
public record ByTable(Removal.Table stands, double[] effect) {
    public ByTable {
        Objects.requireNonNull(stands);
        effect = effect.clone();
    }

    /** Of a model without a table. */
    static ByTable none(int behaviours) {
        return new ByTable(Removal.Table.NONE, new double[behaviours]);
    }

    /** Whether there is a table beside what the model looks with. */
    public boolean beside() {
        return stands == Removal.Table.BESIDE;
    }

    /** Whether the model has such a table at all. */
    public boolean isKnown() {
        return stands != Removal.Table.NONE;
    }
}
