package dev.interestlens.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Removal with a term added to each logit.
 *
 * @param term by what is kept
 * @param stands where the term stands if it is that of what followed what; NONE for another term
 */
record RemovalWithTerm(Removal rest, ToDoubleFunction<boolean[]> term, Table stands) implements Removal {
    @Override
    public int behaviours() {
        return rest.behaviours();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        double[] logits = rest.logits(kept);
        Arrays.setAll(logits, i -> logits[i] + term.applyAsDouble(kept.get(i)));
        return logits;
    }

    @Override
    public Table table() {
        return stands == Table.NONE ? rest.table() : stands;
    }

    @Override
    public double[] byTable(List<boolean[]> kept) {
        return stands == Table.NONE
                ? rest.byTable(kept)
                : kept.stream().mapToDouble(term).toArray();
    }
}
