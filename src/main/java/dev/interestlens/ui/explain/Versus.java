package dev.interestlens.ui.explain;

import dev.interestlens.explain.Effects;
import dev.interestlens.explain.Item;
import dev.interestlens.explain.Looked;
import java.util.Arrays;

/**
 * Another candidate before the same history.
 *
 * @param of the prediction
 * @param other the other candidate
 * @param looked where the model looks for it
 * @param effects what removing each behaviour does to it
 */
record Versus(Explained of, Item other, Looked looked, Effects effects) {
    /** One of the two. */
    record Standing(Item item, Looked looked, Effects effects) {}

    private Standing mine() {
        return new Standing(of.impression().candidate(), of.looked(), of.effects());
    }

    private Standing theirs() {
        return new Standing(other, looked, effects);
    }

    private boolean isAbove() {
        return of.looked().logit() >= looked.logit();
    }

    /** The one of higher score. */
    Standing upper() {
        return isAbove() ? mine() : theirs();
    }

    Standing lower() {
        return isAbove() ? theirs() : mine();
    }

    /** Of each behaviour, in logits: positive where it speaks for the one above. */
    double[] difference() {
        double[] above = upper().effects().effect();
        double[] below = lower().effects().effect();
        double[] difference = new double[above.length];
        Arrays.setAll(difference, j -> above[j] - below[j]);
        return difference;
    }

    /** How far the one above stands above the other without any history, in logits; below 0 where it would not. */
    double emptyDifference() {
        return upper().effects().emptyLogit() - lower().effects().emptyLogit();
    }
}
