package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.Features;
import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.InterestHead;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.nn.layer.Recurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * DIEN for many candidates of one history: interest states and their projection for the second layer are computed once, the second layer itself for
 * each candidate. n items, L steps, H units.
 *
 * @param kernel of {@code catalogue.torchscript}
 */
record DienCatalogue(
        DienConfig config,
        GruCell extractor,
        InterestAttention attention,
        InterestQueries queries,
        AddedScores added,
        GruCell cell,
        InterestHead head,
        Supplier<TorchScript> kernel)
        implements CatalogueForm {
    /** The evolution runs over the history for each candidate. */
    @Override
    public boolean light() {
        return false;
    }

    @Override
    public NDArray[] items(Features candidates) {
        NDArray q = candidates.candidate(); // (n, W)
        NDArray[] read = head.ofCandidates(q);
        List<NDArray> items = new ArrayList<>(List.of(read));
        items.add(attention.ofCandidates(q));
        if (queries != null) {
            items.add(queries.ofCandidates(q));
        }
        if (added.asks()) {
            items.add(added.query(q));
        }
        return items.toArray(NDArray[]::new);
    }

    /** Each step of the second layer needs several calls, which a batch makes once for all its requests. */
    @Override
    public int worthwhileFrom() {
        return 128;
    }

    @Override
    public Pairs user(Features single) {
        NDArray mask = Ops.unsqueeze(single.mask(), 0); // (1, L)
        boolean sum = config.evolution() == Evolution.GRU;
        NDArray states = states(extractor, single.history(), single); // (L, H)
        NDArray scored = sum ? states(cell, states, single) : states;
        InterestAttention.Asked asked = attention.ofHistory(scored);
        AddedScores.OfHistory plus = added.ofHistory(single);
        InterestHead.OfUser ofUser = head.ofUser(single);
        NDArray mean = config.beside() == DienConfig.Beside.MEAN ? HistoryMean.of(single) : null; // (1, W)
        Evolving evolving = sum ? null : evolving(states, single);
        MaskedSoftmax.Coverage coverage = single.layout().coverage(0);
        return items -> {
            int last = items.length - 1;
            NDArray more = plus.to(added.asks() ? items[last] : null); // (n, L) or (1, L)
            int at = last - (added.asks() ? 1 : 0) - (queries == null ? 0 : 1);
            NDArray scores = AddedScores.plus(asked.scores(items[at]), more); // (n, L)
            NDArray weights = MaskedSoftmax.apply(scores, mask, coverage); // (n, L)
            NDArray interest = sum ? Ops.matmul(weights, scored) : evolving.last(weights); // (n, H)
            NDArray read = beside(interest, weights, mean, single);
            if (queries != null) {
                NDArray further = queries.weights(items[at + 1], states, mask); // (n, K, L)
                read = Ops.concat(1, read, queries.gathered(further, single.history()));
            }
            return head.logits(read, items, 0, ofUser);
        };
    }

    /** interest (n, H), weights (n, L), mean (1, W) -> (n, H) or (n, H + W), of the first attention. */
    private NDArray beside(NDArray interest, NDArray weights, NDArray mean, Features single) {
        return switch (config.beside()) {
            case NONE -> interest;
            case MEAN -> {
                long n = interest.getShape().get(0);
                yield Ops.concat(1, interest, mean.broadcast(n, mean.getShape().get(1)));
            }
            case ATTENDED -> Ops.concat(1, interest, Ops.matmul(weights, single.history()));
        };
    }

    /** The last state of the second layer given candidates' weights, skipping steps that may not be read. */
    private interface Evolving {
        /** (n, L) -> (n, H). */
        NDArray last(NDArray weights);
    }

    private Evolving evolving(NDArray states, Features single) {
        float[] real = single.layout().mask();
        if (config.evolution() == Evolution.AUGRU && !single.tensors().device().isGpu()) {
            long[] read = read(single);
            NDArray[] w = cell.forKernel(states, single.tensors());
            return weights -> kernel.get().call("evolve", Ops.transpose(weights, 0, 1), w[0], w[1], w[2], read)[0];
        }
        boolean scaled = config.evolution() == Evolution.AIGRU;
        NDArray projected = scaled ? cell.projectWithoutBias(states) : cell.project(states); // (L, 3H)
        return weights -> evolved(weights, real, projected, scaled);
    }

    /** The steps that may be read. */
    private static long[] read(Features single) {
        float[] real = single.layout().mask();
        return IntStream.range(0, real.length)
                .filter(t -> real[t] != 0)
                .asLongStream()
                .toArray();
    }

    private NDArray states(GruCell layer, NDArray x, Features single) {
        if (!single.tensors().device().isGpu()) {
            NDArray[] w = layer.forKernel(x, single.tensors());
            return kernel.get().call("states", w[0], w[1], w[2], read(single))[0];
        }
        NDArray mask = Ops.unsqueeze(single.mask(), 0); // (1, L)
        NDArray states = Recurrence.plain(layer, Ops.unsqueeze(x, 0), null, mask, Recurrence.Write.GATE)
                .states();
        return Ops.squeeze(states, 0);
    }

    private NDArray evolved(NDArray weights, float[] real, NDArray projected, boolean scaled) {
        NDArray state = Ops.zeros(weights, weights.getShape().get(0), cell.hidden());
        for (int t = 0; t < real.length; t++) {
            if (real[t] == 0) {
                continue;
            }
            NDArray a = Ops.slice(weights, 1, t, t + 1L); // (n, 1)
            NDArray x = Ops.slice(projected, 0, t, t + 1L); // (1, 3H)
            x = scaled ? cell.withBias(Ops.mul(a, x)) : x; // W(a·h) = a·Wh
            GruCell.Gates gates = cell.gates(x, state);
            NDArray written = config.evolution().written(gates.update(), a);
            state = Ops.add(state, Ops.mul(written, Ops.sub(gates.candidate(), state))); // (n, H)
        }
        return state;
    }
}
