package dev.interestlens.model;

import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The exact score of one sample when only some of its behaviours can be read: attention is normalised again over the remaining ones; the candidate
 * and all positions stay the same. Equal to a forward pass with the others masked.
 */
public interface Removal {
    /** n, the behaviours that can be removed. */
    int behaviours();

    /**
     * @param kept subsets of the behaviours; true where one can be read
     * @return one logit a subset
     */
    double[] logits(List<boolean[]> kept);

    /** Where the term of what followed what, {@link NeighbourTerm}, stands in these logits. */
    enum Table {
        /** There is none. */
        NONE,
        /** Beside what goes through the model's own part, which is where it looks. */
        BESIDE,
        /** It is all that the history does, so that the model looks at its terms. */
        ALONE
    }

    /** Where the table stands. */
    default Table table() {
        return Table.NONE;
    }

    /** The part of each of these logits that comes from what followed what: the rest is the same whatever the table holds. */
    default double[] byTable(List<boolean[]> kept) {
        return new double[kept.size()];
    }

    /** Of a model whose logit no behaviour changes. */
    static Removal unchanged(int behaviours, double logit) {
        return new Removal() {
            @Override
            public int behaviours() {
                return behaviours;
            }

            @Override
            public double[] logits(List<boolean[]> kept) {
                double[] logits = new double[kept.size()];
                Arrays.fill(logits, logit);
                return logits;
            }
        };
    }

    /** The logits of subsets, or of what they leave, of at most so many at a time. */
    static <T> double[] inPieces(List<T> of, int most, Function<List<T>, double[]> logits) {
        double[] all = new double[of.size()];
        for (int from = 0; from < all.length; from += most) {
            double[] part = logits.apply(of.subList(from, Math.min(all.length, from + most)));
            System.arraycopy(part, 0, all, from, part.length);
        }
        return all;
    }

    /** The same with a number added to each logit that no behaviour changes. */
    default Removal plus(double number) {
        return new RemovalWithTerm(this, kept -> number, Table.NONE);
    }

    /** The same with the term of what followed what added to each logit, by what is kept. */
    default Removal plus(Table stands, ToDoubleFunction<boolean[]> term) {
        return new RemovalWithTerm(this, term, stands);
    }

    /** The subset without some positions. */
    default boolean[] without(Collection<Integer> removed) {
        return ArrayFill.flags(behaviours(), j -> !removed.contains(j));
    }
}
