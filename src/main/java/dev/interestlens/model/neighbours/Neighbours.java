package dev.interestlens.model.neighbours;

import ai.djl.ndarray.NDArray;
import dev.interestlens.cli.Parts;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Optional;

/**
 * The logit is the {@link NeighbourTerm} of the candidate plus a number of its own, its embedding of width 1. Attention is the terms of the sum
 * themselves. B samples, N positions, L behaviours.
 */
public final class Neighbours extends CtrModel {
    private final NeighbourTerm term;

    public Neighbours(ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters, input.schema().itemsAlone(), 1, 1, true, Padding.MASKED, Embeddings.Start.LEAST));
        term = neighbours().orElseThrow();
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        NDArray[] terms = features.layout().groupScalars(term.terms(features, pass.training())); // (b, L) each
        NDArray[] sums = new NDArray[terms.length];
        for (int g = 0; g < terms.length; g++) {
            NDArray weights = pass.change().attention(terms[g], features.tensors());
            pass.tracer().record(TraceNames.ATTENTION, weights, AxisKind.SAMPLE, AxisKind.HISTORY);
            sums[g] = Ops.sum(weights, 1); // (b, L) -> (b)
        }
        return CtrOutput.of(Ops.add(ofItem(features), term.weighted(Ops.concat(0, sums))));
    }

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        RowTable items = embeddings().item();
        RowSource before = items.storage();
        float[] values = before.copy();
        for (int row = 1; row < values.length; row++) { // behind that of the padding
            values[row] = (float) (scale * values[row] + shift);
        }
        items.load(RowSource.of(values, 1));
        return () -> items.load(before);
    }

    /** (B). */
    private static NDArray ofItem(Features features) {
        return Ops.view(features.candidate(), -1);
    }

    @Override
    protected boolean readsNeighboursItself() {
        return true;
    }

    /** The item's own number; the term is added by who scores. */
    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return Optional.of(new CatalogueForm() {
            @Override
            public NDArray[] items(Features candidates) {
                return new NDArray[] {candidates.candidate()}; // (n, 1)
            }

            @Override
            public Pairs user(Features single) {
                return items -> Ops.view(items[0], -1);
            }

            @Override
            public boolean removesTogether() {
                return true;
            }

            @Override
            public Parts kept(Features single, NDArray kept) {
                long parts = kept.getShape().get(0);
                return items -> Ops.view(items[0].repeat(1, parts), -1); // (n, 1) -> (n·S)
            }
        });
    }

    @Override
    protected List<Diagram.Part> inside() {
        return List.of();
    }

    @Override
    protected List<String> readByHead() {
        return List.of(Diagram.NEIGHBOURS, Diagram.CANDIDATE);
    }

    @Override
    protected Diagram.Part last(List<Diagram.Part> before) {
        return Diagram.part("weightedSum", readByHead()).traced(TraceNames.LOGIT);
    }

    @Override
    protected GraphModel describe(FeatureSource source) {
        return NeighboursGraph.describe(source);
    }
}
