package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.Features;
import dev.interestlens.model.InterestHead;
import dev.interestlens.nn.GruCell;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Recurrence;

/**
 * DIEN for many candidates of one history: interest states once, what the second layer reads of them once, and the second layer itself for each
 * candidate. n items, L steps, H units.
 */
final class DienCatalogue implements CatalogueForm {
    private final DienConfig config;
    private final GruCell extractor;
    private final InterestAttention attention;
    private final GruCell cell;
    private final InterestHead head;

    DienCatalogue(DienConfig config, GruCell extractor, InterestAttention attention, GruCell cell, InterestHead head) {
        this.config = config;
        this.extractor = extractor;
        this.attention = attention;
        this.cell = cell;
        this.head = head;
    }

    /** The evolution runs over the history once a candidate. */
    @Override
    public boolean light() {
        return false;
    }

    @Override
    public NDArray[] items(Features candidates) {
        NDArray q = candidates.candidate(); // (n, W)
        NDArray[] asked = attention.ofCandidates(q);
        NDArray[] items = new NDArray[asked.length + 1];
        System.arraycopy(asked, 0, items, 1, asked.length);
        items[0] = head.ofCandidates(q);
        return items;
    }

    @Override
    public Pairs user(Features single) {
        NDArray mask = Ops.unsqueeze(single.mask(), 0); // (1, L)
        boolean sum = config.evolution() == Evolution.GRU;
        NDArray states = states(extractor, single.history(), mask); // (L, H)
        NDArray scored = sum ? states(cell, states, mask) : states;
        InterestAttention.Asked asked = attention.ofHistory(scored);
        NDArray ofUser = head.ofUser(single);
        float[] real = single.layout().mask();
        NDArray projected = sum ? null : cell.project(states); // (L, 3H)
        NDArray unbiased = config.evolution() == Evolution.AIGRU ? cell.projectWithoutBias(states) : null;
        return items -> {
            NDArray weights = MaskedSoftmax.apply(asked.scores(items, 1), mask); // (n, L)
            NDArray interest =
                    sum ? Ops.matmul(weights, scored) : evolved(weights, real, projected, unbiased); // (n, H)
            return head.afterFirst(Ops.add(Ops.add(head.ofInterests(interest), items[0]), ofUser));
        };
    }

    private static NDArray states(GruCell layer, NDArray x, NDArray mask) {
        NDArray states = Recurrence.plain(layer, Ops.unsqueeze(x, 0), null, mask, Recurrence.Write.GATE)
                .states();
        return Ops.squeeze(states, 0);
    }

    /** The last state of the second layer, steps that may not be read left out. */
    private NDArray evolved(NDArray weights, float[] real, NDArray projected, NDArray unbiased) {
        long n = weights.getShape().get(0);
        NDArray state = Ops.zeros(weights, n, cell.hidden());
        for (int t = 0; t < real.length; t++) {
            if (real[t] == 0) {
                continue;
            }
            NDArray a = Ops.slice(weights, 1, t, t + 1L); // (n, 1)
            NDArray x = Ops.slice(unbiased == null ? projected : unbiased, 0, t, t + 1L); // (1, 3H)
            x = unbiased == null ? x : cell.withBias(Ops.mul(a, x)); // W(a·h) = a·Wh
            GruCell.Gates gates = cell.gates(x, state);
            NDArray written = config.evolution().written(gates.update(), a);
            state = Ops.add(state, Ops.mul(written, Ops.sub(gates.candidate(), state))); // (n, H)
        }
        return state;
    }
}
