package dev.interestlens.model.described;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Features;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.described.Description.Asked;
import dev.interestlens.model.described.Description.Behaviours;
import dev.interestlens.model.described.Description.Candidates;
import dev.interestlens.model.described.Description.Places;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.graph.EngineGraph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Ranker} computed by the engine: the head over what comes out at the candidate. There is no second form of the layers. b histories of a group, L
 * behaviours, C candidates of each, W width of an item, P of the profile, d of the layers, I of what the head reads, h heads.
 */
public abstract class DescribedModel extends CtrModel {
    private final Ranker ranker;
    private final InterestHead head;
    private final NextBehaviour nextBehaviour;

    protected DescribedModel(Ranker ranker, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema(),
                        ranker.sizes().embeddingSize(),
                        ranker.sizes().fieldEmbeddingSize(),
                        false,
                        Padding.MASKED,
                        Embeddings.Start.MIDDLE));
        this.ranker = ranker;
        int w = embeddings().itemWidth();
        ranker.parameters().register(parameters(), w);
        head = new InterestHead(
                parameters(),
                Ranker.HEAD,
                ranker.interest(),
                w,
                ranker.profileInHead() ? embeddings().profileWidth() : 0,
                ranker.head(),
                1e-5,
                Initializer.fanIn(ranker.interest()));
        nextBehaviour = ranker.nextItem() == 0
                ? null
                : new NextBehaviour(parameters(), ranker.width(), embeddings().embeddedWidth(), ranker.nextItem());
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        RaggedBatch layout = features.layout();
        int each = features.plan().each();
        NDArray[] histories = layout.groups(dropped(features.history(), pass)); // (b, L, W)
        NDArray[] asked = layout.groupSamples(dropped(features.candidate(), pass), each); // (b·C, W)
        NDArray[] profiles = inLayers(features) ? layout.groupSamples(features.profile(), each) : null; // (b·C, P)
        NDArray[] masks = layout.groupScalars(features.mask()); // (b, L)
        NDArray[] back = whole(features, PositionIndex.back(features.plan(), 0));
        NDArray[] gaps = gaps(features);
        NDArray[] interests = new NDArray[histories.length];
        NDArray[] states = nextBehaviour != null && pass.training() ? new NDArray[histories.length] : null;
        for (int i = 0; i < interests.length; i++) {
            Computation computed = new Computation(features, pass);
            Places places = computed.places(masks[i], back[i], gaps == null ? null : gaps[i]);
            List<Behaviours> read = computed.history(histories[i], places);
            NDArray profile = profiles == null ? null : ofEach(profiles[i], each);
            Candidates found = computed.candidates(ofEach(asked[i], each), profile, each, read, places); // (b, C, I)
            interests[i] = Ops.view(computed.array(found.output()), -1, ranker.interest());
            if (states != null) {
                states[i] = Ops.view(computed.states(read, places), -1, ranker.width()); // (b·L, d)
            }
            if (pass.tracer() != Tracer.NONE) {
                trace(computed, found, pass.tracer());
            }
        }
        NDArray interest = pass.change().interest(Ops.concat(0, interests), features.tensors()); // (B, I)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        NDArray logits = head.apply(features, interest, pass.training());
        return CtrOutput.of(logits, states == null ? null : nextBehaviour.loss(features, Ops.concat(0, states)));
    }

    @Override
    public void close() {
        if (nextBehaviour != null) {
            nextBehaviour.close();
        }
        super.close();
    }

    private NDArray dropped(NDArray rows, ForwardContext pass) {
        return parameters().noise().drop(rows, ranker.embeddingDropout(), pass.training());
    }

    private boolean inLayers(Features features) {
        return !ranker.profileInHead() && features.profile() != null;
    }

    /** (b·C, n) -> (b, C, n). */
    private static NDArray ofEach(NDArray rows, int each) {
        return Ops.view(rows, -1, each, rows.getShape().get(1));
    }

    /** Where each history has one candidate. */
    private void trace(Computation computed, Candidates found, Tracer tracer) {
        NDArray heads = Ops.squeeze(computed.array(found.weights().get()), 2); // (b, h, L)
        if (ranker.heads() > 1) {
            tracer.record(TraceNames.ATTENTION_HEADS, heads, AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
        }
        NDArray mean = Ops.scale(Ops.sum(heads, 1), 1.0 / ranker.heads()); // (b, L)
        tracer.record(TraceNames.ATTENTION, mean, AxisKind.SAMPLE, AxisKind.HISTORY);
        for (int layer = 0; layer < found.ofFields().size(); layer++) {
            NDArray weights = computed.array(found.ofFields().get(layer)); // (b, h, F, L + F)
            tracer.record(
                    TraceNames.fields(layer), weights, AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.FIELD, AxisKind.KEY);
        }
    }

    private static NDArray[] whole(Features features, int[] each) {
        return features.layout().groupScalars(features.tensors().longs(each));
    }

    private NDArray[] gaps(Features features) {
        if (!ranker.reads(PositionKind.TIME)) {
            return null;
        }
        long[] seconds = features.plan().gaps();
        return features.layout().groupScalars(features.tensors().longs(seconds, seconds.length));
    }

    /** The layers, computed by the engine. */
    private final class Computation {
        private final EngineGraph g;
        private final Description layers;

        Computation(Features features, ForwardContext pass) {
            g = EngineGraph.over(parameters(), features.type(), pass);
            layers = ranker.layers().apply(new Layers(g, 1e-5));
        }

        /** Of the only group. */
        Places places(Features single) {
            NDArray[] gaps = gaps(single);
            return places(
                    single.layout().groupScalars(single.mask())[0],
                    whole(single, PositionIndex.back(single.plan(), 0))[0],
                    gaps == null ? null : gaps[0]);
        }

        /** (b, L) each. */
        Places places(NDArray mask, NDArray back, NDArray gaps) {
            return new Places(g.of(mask), g.of(back), gaps == null ? null : g.of(gaps));
        }

        /** (b, L, W). */
        List<Behaviours> history(NDArray items, Places places) {
            return layers.history(layers.rows(g.of(items)), places);
        }

        /** (b, L, d). */
        NDArray states(List<Behaviours> read, Places places) {
            return array(layers.states(read, places));
        }

        /** (b, C, W), (b, C, P). */
        Candidates candidates(NDArray items, NDArray profile, long each, List<Behaviours> read, Places places) {
            Value fields = profile == null ? null : g.of(profile);
            return layers.candidates(new Asked(g.of(items), fields, each), read, places);
        }

        NDArray array(Value value) {
            return g.array(value);
        }
    }

    /** Of a sample or of several that have a candidate each, (b, 1, P), where layers read it. */
    private NDArray profile(Features features) {
        return inLayers(features) ? Ops.unsqueeze(features.profile(), 1) : null;
    }

    /** What is kept of the behaviours of a history for all candidates, in a layer: (1, L, d) each. */
    private record Kept(NDArray keys, NDArray values) {}

    /** Behaviours do not read candidates. */
    @Override
    protected boolean sharesHistories() {
        return !reading().learns();
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return Optional.of(new CatalogueForm() {
            @Override
            public NDArray[] items(Features candidates) {
                NDArray[] ofHead = head.ofCandidates(candidates.candidate());
                NDArray[] items = Arrays.copyOf(ofHead, ofHead.length + 1);
                items[ofHead.length] = candidates.candidate(); // (n, W)
                return items;
            }

            @Override
            public Pairs user(Features single) {
                Computation computed = new Computation(single, ForwardContext.EVALUATE);
                Places places = computed.places(single);
                List<Behaviours> read = computed.history(single.layout().groups(single.history())[0], places);
                InterestHead.OfUser ofUser = head.ofUser(single);
                List<Kept> kept = read.stream()
                        .map(each -> new Kept(computed.array(each.keys()), computed.array(each.values())))
                        .toList();
                return items -> {
                    Computation now = new Computation(single, ForwardContext.EVALUATE);
                    List<Behaviours> again = kept.stream()
                            .map(each -> new Behaviours(null, now.g.of(each.keys()), now.g.of(each.values())))
                            .toList();
                    NDArray asked = Ops.unsqueeze(items[items.length - 1], 0); // (1, n, W)
                    Candidates found =
                            now.candidates(asked, profile(single), -1, again, now.places(single)); // (1, n, I)
                    return head.logits(Ops.squeeze(now.array(found.output()), 0), items, 0, ofUser);
                };
            }
        });
    }

    /** A raw score of the last layer reads the item's fields, the two biases, and what the layers before have added. */
    @Override
    protected List<PartedAttention> parted(Features features) {
        List<PartedAttention.Input> inputs = new ArrayList<>(features.historyFields(embeddings()));
        int fields = inputs.size();
        int last = ranker.blocks() - 1;
        for (PositionKind kind : ranker.position().tables()) {
            int[] index = kind == PositionKind.TIME
                    ? PositionIndex.of(kind, features.plan(), PlaceBias.rows(kind, input()))
                    : nextTo(features);
            NDArray table = parameters()
                    .denseNamed(PlaceBias.table(ranker.layer(last), kind))
                    .value();
            ScorePart part = ScorePart.of(kind == PositionKind.TIME ? ScorePart.Kind.TIME : ScorePart.Kind.POSITION);
            inputs.add(
                    new PartedAttention.Input(part, Ops.rows(features.tensors().longs(index), table)));
        }
        int biases = inputs.size();
        Computation computed = new Computation(features, ForwardContext.EVALUATE);
        Places places = computed.places(features);
        NDArray items = features.layout().groups(features.history())[0];
        List<Behaviours> read = computed.history(items, places);
        NDArray asked = Ops.unsqueeze(features.candidate(), 1); // (B, 1, W)
        NDArray asking = computed.array(
                computed.candidates(asked, profile(features), 1, read, places).asking()); // (B, Q, d)
        if (last > 0) {
            NDArray added = Ops.sub(
                    computed.array(read.get(last).rows()),
                    computed.array(read.get(0).rows()));
            NDArray rows = Ops.view(added, -1, ranker.width()); // (N, d)
            inputs.add(new PartedAttention.Input(ScorePart.of(ScorePart.Kind.BEFORE), rows));
        }
        NDArray query = Ops.slice(asking, 0, 0, 1); // (1, Q, d)
        return List.of(new PartedAttention(0, 0, inputs, each -> {
            Computation now = new Computation(features, ForwardContext.EVALUATE);
            NDArray joined = PartedAttention.joined(each, fields);
            NDArray rows = now.array(now.layers.rows(now.g.of(Ops.unsqueeze(joined, 0)))); // (1, N, d)
            rows = last > 0 ? Ops.add(rows, Ops.unsqueeze(each.get(biases), 0)) : rows;
            NDArray scores = now.array(now.layers.scores(now.g.of(query), now.g.of(rows))); // (N, h)
            NDArray bias = PartedAttention.sum(each.subList(fields, biases));
            return bias == null ? scores : Ops.add(scores, bias);
        }));
    }

    /** The row of the table of places for each position. */
    private int[] nextTo(Features features) {
        int most = PlaceBias.rows(PositionKind.INDEX, input()) - 1;
        int[] back = PositionIndex.back(features.plan(), 1);
        Arrays.setAll(back, at -> Math.min(most, back[at]));
        return back;
    }

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        head.calibrate(scale, shift);
        return () -> {};
    }

    @Override
    protected GraphModel describe(FeatureSource source) {
        return DescribedGraph.describe(ranker, source);
    }

    @Override
    protected long numbersOfSubset(long positions) {
        return (ranker.blocks() > 1 ? positions : 1) * positions * Math.max(ranker.width(), ranker.interest());
    }
}
