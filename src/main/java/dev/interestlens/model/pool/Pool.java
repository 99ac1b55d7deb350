package dev.interestlens.model.pool;

import ai.djl.ndarray.NDArray;
import dev.interestlens.cli.Parts;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.pool.PoolConfig.Pooling;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TraceNames;
import java.util.List;
import java.util.Optional;

/**
 * Embedding and MLP (the base model of DIN, arXiv 1706.06978, section 4.2): the mean or sum of the behaviours' embeddings, the candidate and the
 * profile go through an MLP. Its weights are the same for every candidate. B samples, N positions, L behaviours, W width of an item.
 */
public final class Pool extends CtrModel {
    private final PoolConfig config;
    private final InterestHead head;

    public Pool(PoolConfig config, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema(),
                        config.sizes().embeddingSize(),
                        config.sizes().fieldEmbeddingSize(),
                        false,
                        Padding.MASKED,
                        Embeddings.Start.SMALL));
        this.config = config;
        int w = embeddings().itemWidth();
        head = new InterestHead(
                parameters(),
                "prediction_net",
                config.pooling() == Pooling.NONE ? 0 : w,
                w,
                embeddings().profileWidth(),
                config.head(),
                1e-5,
                Initializer.fanIn(w));
    }

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        head.calibrate(scale, shift);
        return () -> {};
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        NDArray interest = config.pooling() == Pooling.NONE ? null : interest(features, pass);
        return CtrOutput.of(head.apply(features, interest, pass.training()));
    }

    private NDArray interest(Features features, ForwardContext pass) {
        NDArray keys =
                parameters().noise().drop(features.history(), config.embeddingDropout(), pass.training()); // (N, W)
        NDArray[] groups = features.layout().groups(keys);
        NDArray[] masks = features.layout().groupScalars(features.mask());
        NDArray[] sums = new NDArray[groups.length];
        for (int g = 0; g < groups.length; g++) {
            NDArray weights = config.pooling() == Pooling.MEAN ? HistoryMean.weights(masks[g]) : masks[g]; // (b, L)
            weights = pass.change().attention(weights, features.tensors());
            pass.tracer().record(TraceNames.ATTENTION, weights, AxisKind.SAMPLE, AxisKind.HISTORY);
            sums[g] = Ops.squeeze(Ops.matmul(Ops.unsqueeze(weights, 1), groups[g]), 1); // (b, 1, L) (b, L, W) -> (b, W)
        }
        NDArray interest = pass.change().interest(Ops.concat(0, sums), features.tensors()); // (B, W)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        return interest;
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return Optional.of(new Shared());
    }

    /** Everything except the head depends on the user only. n items. */
    private final class Shared implements CatalogueForm {
        @Override
        public NDArray[] items(Features candidates) {
            return head.ofCandidates(candidates.candidate());
        }

        @Override
        public Pairs user(Features single) {
            InterestHead.OfUser ofUser = head.ofUser(single);
            NDArray interest = readsHistory() ? interest(single, ForwardContext.EVALUATE) : null; // (1, W)
            return items -> head.logits(interest, items, 0, ofUser);
        }

        @Override
        public boolean removesTogether() {
            return readsHistory();
        }

        @Override
        public Parts kept(Features single, NDArray kept) {
            NDArray weights = Ops.mul(kept, Ops.unsqueeze(single.mask(), 0)); // (S, L)
            if (config.pooling() == Pooling.MEAN) {
                weights = Ops.div(weights, Ops.unsqueeze(Ops.sum(weights, 1).maximum(1), 1));
            }
            NDArray interests = Ops.unsqueeze(Ops.matmul(weights, single.history()), 0); // (1, S, W)
            InterestHead.OfUser ofUser = head.ofUser(single);
            return items -> head.logitsOfMany(interests, items, 0, ofUser);
        }
    }

    @Override
    protected boolean readsHistory() {
        return config.pooling() != Pooling.NONE;
    }

    @Override
    protected List<Diagram.Part> inside() {
        return readsHistory()
                ? List.of(Diagram.part(
                                "pooling",
                                List.of(Diagram.HISTORY),
                                embeddings().itemWidth())
                        .as(config.pooling())
                        .traced(TraceNames.INTEREST))
                : List.of();
    }

    @Override
    protected List<String> readByHead() {
        return readsHistory() ? List.of("pooling", Diagram.CANDIDATE) : List.of(Diagram.CANDIDATE);
    }

    @Override
    protected GraphModel describe(FeatureSource source) {
        return PoolGraph.describe(config, source);
    }
}
