package dev.interestlens.model.sasrec;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.nextitem.NextItemLoss;
import dev.interestlens.model.nextitem.NextItemLoss.Others;
import dev.interestlens.model.nextitem.NextItemSteps;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.EncoderBlock.Encoded;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import dev.interestlens.nn.layer.LayerNorm;
import dev.interestlens.nn.layer.SelfAttention;
import dev.interestlens.nn.layer.Window;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * SASRec (Kang and McAuley, arXiv 1808.09781): every behaviour attends to itself and those before it, and the output at the newest one is multiplied
 * with the candidate's own embedding. Differences from the paper: layer norms as in its later implementations, GELU, a softmax over the catalogue
 * instead of one negative a position, a learned state for an empty history, and a shift that is not trained but measured: the mean of ln(items) − ln
 * Σ exp, so that the logit is the log-odds of the candidate against a random item. It reads only items: numbers do not fit a dot product,
 * and fields that are equal for all candidates do not change their order. B samples, L behaviours, d width.
 */
public final class Sasrec extends CtrModel {
    private static final double POSITION_DEVIATION = 0.05;
    private static final double MOMENTUM = 0.05;
    private static final String NORM = "encoder.norm";

    private final SasrecConfig config;
    private final int width;
    private final RowTable positions;
    private final Parameter start;
    private final List<EncoderBlock> blocks = new ArrayList<>();
    private final LayerNorm lastNorm;
    private final Buffer shift;
    private final NextItemLoss nextItem = new NextItemLoss(() -> parameters().tensors());

    public Sasrec(SasrecConfig config, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema().itemsAlone(),
                        config.embeddingSize(),
                        config.fieldEmbeddingSize(),
                        config.fieldEmbeddingSize() == 0,
                        Padding.MASKED,
                        Embeddings.Start.SMALL));
        this.config = config;
        width = config.width(input.schema());
        int d = width;
        positions = parameters()
                .table(
                        "position_embedding.weight",
                        input.historyLength(),
                        d,
                        Initializer.normal(POSITION_DEVIATION),
                        RowTable.Padding.TRAINED);
        start = parameters().dense("start", Initializer.normal(POSITION_DEVIATION), 1, d);
        for (int i = 0; i < config.blocks(); i++) {
            blocks.add(new EncoderBlock(
                    parameters(),
                    "encoder.layers." + i,
                    d,
                    config.heads(),
                    config.feedForward(),
                    Activation.Kind.GELU,
                    NormPlace.PRE,
                    config.dropout(),
                    Window.ALL,
                    SelfAttention.random(d)));
        }
        lastNorm = new LayerNorm(parameters(), NORM, d);
        shift = parameters().buffer("score_shift", 1, 0);
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        NDArray interest = pass.change().interest(interest(features, pass), features.tensors()); // (B, d)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        return CtrOutput.of(shifted(Ops.sum(Ops.mul(interest, features.candidate()), 1)));
    }

    @Override
    protected Runnable calibrateForm(double scale, double by) {
        parameters().scale(NORM + ".weight", scale);
        parameters().scale(NORM + ".bias", scale);
        float before = shift.values()[0];
        shiftBy((float) (scale * before + by));
        return () -> shiftBy(before);
    }

    private void shiftBy(float value) {
        shift.assign(parameters().tensors().floats(new float[] {value}, 1));
    }

    /** The output at each sample's newest behaviour: (B, d). */
    private NDArray interest(Features features, ForwardContext pass) {
        int[] rows = readRows(features.layout());
        return Ops.rows(features.tensors().longs(rows), states(features, pass));
    }

    private NDArray shifted(NDArray products) {
        return Ops.add(products, shift.value());
    }

    /** The output at each position, followed by the state of an empty history: (N + 1, d). */
    private NDArray states(Features features, ForwardContext pass) {
        RaggedBatch layout = features.layout();
        NDArray x = placed(features); // (N, d)
        NDArray[] groups = layout.groups(parameters().noise().drop(x, config.dropout(), pass.training())); // (b, L, d)
        NDArray[] masks = layout.groupScalars(features.mask()); // (b, L)
        NDArray[] states = new NDArray[groups.length + 1];
        for (int g = 0; g < groups.length; g++) {
            NDArray encoded = encode(groups[g], masks[g], pass, reading(layout, g));
            states[g] = Ops.view(encoded, -1, width); // (b·L, d)
        }
        NDArray alone = Ops.unsqueeze(start.value(), 0); // (1, 1, d)
        NDArray seen = features.tensors().floats(new float[] {1}, 1, features.type(), 1, 1);
        states[groups.length] = Ops.squeeze(
                encode(alone, seen, pass.training() ? ForwardContext.TRAIN : ForwardContext.EVALUATE, null),
                0); // (1, d)
        return Ops.concat(0, states);
    }

    /** Embeddings scaled by √d, plus positions counted from the oldest: (N, d). */
    private NDArray placed(Features features) {
        NDArray items = Ops.scale(features.history(), Math.sqrt(width));
        return Ops.add(items, features.lookUp(positions, features.layout().stepOf()));
    }

    /** (b, L, d), mask (b, L) -> (b, L, d). */
    private NDArray encode(NDArray sequence, NDArray mask, ForwardContext pass, int[] reading) {
        NDArray x = sequence;
        NDArray causal = causal(mask);
        for (int i = 0; i < blocks.size(); i++) {
            Encoded encoded = blocks.get(i).apply(x, causal, 0, pass);
            x = encoded.output();
            if (i == blocks.size() - 1 && reading != null && pass.tracer() != Tracer.NONE) {
                trace(encoded.attention().weights(), reading, pass.tracer());
            }
        }
        return lastNorm.apply(x);
    }

    /** (b, L) -> (b, L, L): each position attends to itself and those before it. */
    private NDArray causal(NDArray mask) {
        int length = (int) mask.getShape().get(1);
        float[] before = new float[length * length];
        for (int q = 0; q < length; q++) {
            Arrays.fill(before, q * length, q * length + q + 1, 1);
        }
        NDArray triangle = parameters().tensors().floats(before, before.length, mask.getDataType(), 1, length, length);
        return Ops.mul(triangle, Ops.unsqueeze(mask, 1));
    }

    /** The last layer's attention of the position that is read out, the mean over heads: (b, h, L, L) -> (b, L). */
    private void trace(NDArray weights, int[] reading, Tracer tracer) {
        long length = weights.getShape().get(3);
        NDArray mean = Ops.scale(Ops.sum(weights, 1), 1.0 / config.heads()); // (b, L, L)
        NDArray rows = Ops.rows(parameters().tensors().longs(reading), Ops.view(mean, -1, length)); // (b, L)
        NDArray real = Ops.view(rows, -1, length);
        tracer.record(TraceNames.ATTENTION, real, AxisKind.SAMPLE, AxisKind.HISTORY);
    }

    /** For each sample of a group its newest readable position among the group's; the oldest where there is none, whose weights are 0. */
    private static int[] reading(RaggedBatch layout, int group) {
        int length = layout.groupLength(group);
        int[] rows = new int[layout.groupSize(group)];
        int from = layout.firstPosition(group);
        for (int k = 0; k < rows.length; k++) {
            int newest = newest(layout.mask(), from + k * length, length);
            rows[k] = k * length + Math.max(0, newest);
        }
        return rows;
    }

    /** For each sample the row of {@link #states} that is read out. */
    private static int[] readRows(RaggedBatch layout) {
        int[] rows = new int[layout.samples()];
        int at = 0;
        int sample = 0;
        for (int g = 0; g < layout.groups(); g++) {
            for (int k = 0; k < layout.groupSize(g); k++, at += layout.groupLength(g)) {
                int newest = newest(layout.mask(), at, layout.groupLength(g));
                rows[sample++] = newest < 0 ? layout.positions() : at + newest;
            }
        }
        return rows;
    }

    /** The last position of {@code length} from {@code from} on whose mask is 1, or −1. */
    private static int newest(float[] mask, int from, int length) {
        int step = length - 1;
        while (step >= 0 && mask[from + step] == 0) {
            step--;
        }
        return step;
    }

    @Override
    public NDArray sequenceLoss(Features features, ForwardContext pass) {
        NextItemSteps steps = NextItemSteps.of(features.plan());
        NDArray states = Ops.rows(features.tensors().longs(steps.from()), states(features, pass)); // (M, d)
        NDArray items = Ops.concat(0, features.history(), features.candidate());
        NDArray next = Ops.rows(features.tensors().longs(steps.to()), items); // (M, d)
        RawBatch.Shared shared = features.plan().raw().shared;
        Others others = new Others(features.shared(), shared.items().candidate[Schema.ITEM], shared.logExpected());
        return nextItem.of(states, next, steps.items(features.plan()), others, this::measure);
    }

    @Override
    public void close() {
        nextItem.close();
        super.close();
    }

    /** Updates the running mean of ln Σ exp over the catalogue. */
    private void measure(double logSum) {
        Field item = input().schema().itemFields().get(Schema.ITEM);
        double now = Math.log(Math.max(1, item.size() - Field.FIRST)) - logSum;
        float before = shift.values()[0];
        shiftBy((float) (before == 0 ? now : before + MOMENTUM * (now - before)));
    }

    /** Consecutive samples with the same history are encoded once. */
    @Override
    public float[] logits(RawBatch raw) {
        int[] first = raw.firstOfEach();
        if (first.length == raw.size()) {
            return super.logits(raw);
        }
        int[] all = ArrayFill.ints(raw.size(), b -> b);
        parameters().tensors().pool();
        try {
            return parameters().untracked(() -> {
                Features once = features(plan(raw.samples(first)), false);
                int[] place = places(once.layout(), first, raw.size());
                NDArray interest =
                        Ops.rows(once.tensors().longs(place), interest(once, ForwardContext.EVALUATE)); // (B, d)
                NDArray candidates =
                        features(plainPlan(raw.candidates(all)), false).candidate();
                return shifted(Ops.sum(Ops.mul(interest, candidates), 1)).toFloatArray();
            });
        } finally {
            parameters().tensors().recycle();
        }
    }

    /** For each sample the index of its history among those that are encoded. */
    private static int[] places(RaggedBatch layout, int[] first, int samples) {
        int[] of = new int[first.length];
        for (int place = 0; place < of.length; place++) {
            of[layout.sampleAt(place)] = place;
        }
        int[] places = new int[samples];
        for (int b = 0, run = 0; b < samples; b++) {
            run += run + 1 < first.length && first[run + 1] == b ? 1 : 0;
            places[b] = of[run];
        }
        return places;
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return Optional.of(new CatalogueForm() {
            @Override
            public NDArray[] items(Features candidates) {
                return new NDArray[] {candidates.candidate()};
            }

            @Override
            public Pairs user(Features single) {
                NDArray column = Ops.transpose(interest(single, ForwardContext.EVALUATE), 0, 1); // (d, 1)
                return items -> shifted(Ops.squeeze(Ops.matmul(items[0], column), 1));
            }
        });
    }

    @Override
    protected List<Diagram.Part> inside() {
        long l = input().historyLength();
        long d = width;
        List<Diagram.Part> parts = new ArrayList<>();
        parts.add(Diagram.part("sequence", List.of(Diagram.HISTORY), l, d).learned("position_embedding", "start"));
        String before = "sequence";
        for (int i = 0; i < blocks.size(); i++) {
            String name = "causalEncoder." + i;
            parts.add(Diagram.part(name, List.of(before), l, d).learned("encoder.layers." + i + "."));
            before = name;
        }
        parts.add(Diagram.part("newestState", List.of(before), d)
                .traced(TraceNames.INTEREST)
                .learned("encoder.norm"));
        return parts;
    }

    @Override
    protected List<String> readByHead() {
        return List.of("newestState", Diagram.CANDIDATE);
    }

    @Override
    protected Diagram.Part last(List<Diagram.Part> before) {
        return Diagram.part("product", readByHead()).traced(TraceNames.LOGIT).learned("score_shift");
    }

    /** A removed behaviour is not a key in any layer and is not read out; all others keep their positions. */
    @Override
    protected GraphModel describe(FeatureSource source) {
        return SasrecGraph.describe(config, source);
    }

    @Override
    protected long numbersOfSubset(long positions) {
        return positions * positions * config.heads();
    }
}
