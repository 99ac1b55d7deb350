package dev.interestlens.model.bst;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.BstConfig.ItemFields;
import dev.interestlens.model.bst.BstConfig.ReadOut;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax.Coverage;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.EncoderBlock.Encoded;
import dev.interestlens.nn.layer.EncoderBlock.Group;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import dev.interestlens.nn.layer.FusedEncoder;
import dev.interestlens.nn.layer.LayerNorm;
import dev.interestlens.nn.layer.SelfAttention;
import dev.interestlens.nn.layer.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Behaviour Sequence Transformer (arXiv 1905.06874, section 2): behaviours and candidate, each with its position, go through encoder layers, and the
 * head reads their output. Differences from the paper: heads share the width as in arXiv 1706.03762, time gaps are put in buckets, and padding is
 * neither attended to nor read out; an empty history outside the sequence gives zeros, where the tutorial code gives NaN. Golden cases G and H. B
 * samples, N positions, L behaviours, T positions of a sequence (L, or L + 1 with the candidate behind them), d width of the encoder.
 */
public final class Bst extends CtrModel {
    /** The most behaviours that attend to each other. */
    private static final int LONGEST_WHOLE = 3000;

    private final BstConfig config;
    private final boolean inside;
    private final Sequences sequences;
    private final Window window;
    private final List<EncoderBlock> blocks = new ArrayList<>();
    /** The layers that every position goes through: all, or all but the last where only the candidate's is read. */
    private final List<EncoderBlock> whole;

    private final FusedEncoder fused;
    private final LayerNorm lastNorm;
    private final InterestHead head;

    public Bst(BstConfig config, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema(),
                        config.sizes().embeddingSize(),
                        config.sizes().fieldEmbeddingSize(),
                        config.itemFields() == ItemFields.ITEM_ONLY,
                        Padding.MASKED,
                        Embeddings.Start.MIDDLE));
        this.config = config;
        inside = config.candidate() == CandidatePlace.INSIDE;
        int w = embeddings().itemWidth();
        sequences = new Sequences(config, parameters(), w, input.historyLength());
        EncoderConfig encoder = config.encoder();
        window = config.window();
        for (int i = 0; i < encoder.blocks(); i++) {
            blocks.add(new EncoderBlock(
                    parameters(),
                    "transformer_encoder.layers." + i,
                    sequences.width(),
                    encoder.heads(),
                    encoder.feedForward(),
                    encoder.activation().kind(),
                    encoder.norm(),
                    encoder.dropout(),
                    window,
                    encoder.start(i, sequences.width())));
        }
        whole = blocks.subList(0, blocks.size() - (config.readOut() == ReadOut.CANDIDATE ? 1 : 0));
        fused = new FusedEncoder(parameters(), whole);
        lastNorm = encoder.norm() == NormPlace.PRE
                ? new LayerNorm(parameters(), "transformer_encoder.norm", sequences.width())
                : null;
        int read = config.readOut() == ReadOut.CONCAT ? positions() * sequences.width() : sequences.width();
        head = new InterestHead(
                parameters(),
                "prediction_head",
                read,
                config.candidateInHead() ? w : 0,
                embeddings().profileWidth(),
                config.head(),
                1e-5,
                Initializer.fanIn(read));
    }

    /** The longest sequence. */
    private int positions() {
        return input().historyLength() + (inside ? 1 : 0);
    }

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        head.calibrate(scale, shift);
        return () -> {};
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        RaggedBatch layout = features.layout();
        NDArray x = parameters().noise().drop(sequences.of(features), config.embeddingDropout(), pass.training());
        NDArray[] parts = inside ? Ops.split(x, 0, layout.positions(), layout.samples()) : new NDArray[] {x};
        NDArray[] histories = layout.groups(parts[0]); // (b, L, d)
        NDArray[] candidates = inside ? layout.groupSamples(parts[1]) : null; // (b, d)
        NDArray[] masks = layout.groupScalars(features.mask()); // (b, L)
        NDArray[] read = new NDArray[histories.length];
        for (int g = 0; g < read.length; g++) {
            NDArray sequence = inside ? Ops.concat(1, histories[g], Ops.unsqueeze(candidates[g], 1)) : histories[g];
            NDArray mask = inside ? withCandidate(masks[g], features.tensors()) : masks[g];
            read[g] = readOut(encode(sequence, mask, pass), mask);
        }
        NDArray interest = pass.change().interest(Ops.concat(0, read), features.tensors()); // (B, ·)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        return CtrOutput.of(head.apply(features, interest, pass.training()));
    }

    /** The same with every layer that works row by row run once over all groups. */
    @Override
    protected CtrOutput fastForm(Features features, ForwardContext pass) {
        RaggedBatch layout = features.layout();
        NDArray x = parameters().noise().drop(sequences.of(features), config.embeddingDropout(), pass.training());
        NDArray[] masks = layout.groupScalars(features.mask()); // (b, L)
        if (features.plan().each() > 1) {
            return beside(features, x, masks, pass);
        }
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < masks.length; g++) {
            NDArray mask = inside ? withCandidate(masks[g], features.tensors()) : masks[g];
            Coverage coverage = layout.coverage(g);
            coverage = inside ? coverage.withReadable() : coverage; // the candidate
            groups.add(new Group(layout.groupSize(g), mask.getShape().get(1), mask, coverage));
        }
        x = inside ? interleaved(x, layout) : x; // (Σ b·T, d)
        boolean candidateOnly = config.readOut() == ReadOut.CANDIDATE;
        Runnable rest = null;
        if (fused.covers(x, groups)) {
            if (pass.training()) {
                FusedEncoder.Result found = fused.run(x, groups);
                x = found.output();
                rest = found.backward();
            } else {
                x = fused.apply(x, groups);
            }
        } else {
            for (EncoderBlock block : whole) {
                x = block.rows(x, groups, pass.training());
            }
        }
        long[] sizes = groups.stream().mapToLong(g -> g.samples() * g.length()).toArray();
        NDArray[] parts = sizes.length == 1 ? new NDArray[] {x} : Ops.split(x, 0, sizes);
        NDArray[] read = new NDArray[parts.length];
        for (int g = 0; g < read.length; g++) {
            Group group = groups.get(g);
            NDArray output = Ops.view(parts[g], group.samples(), group.length(), sequences.width()); // (b, T, d)
            if (candidateOnly) {
                EncoderBlock last = blocks.get(blocks.size() - 1);
                Encoded encoded = last.apply(output, group.mask(), group.length() - 1, pass);
                output = encoded.output(); // (b, 1, d)
                if (pass.tracer() != Tracer.NONE) {
                    pass.tracer().record(TraceNames.ATTENTION, ofCandidate(encoded), AxisKind.SAMPLE, AxisKind.HISTORY);
                }
            }
            read[g] = readOut(lastNorm == null ? output : lastNorm.apply(output), group.mask());
        }
        NDArray interest = pass.change().interest(Ops.concat(0, read), features.tensors()); // (B, ·)
        return new CtrOutput(head.apply(features, interest, pass.training()), null, rest);
    }

    /** Where histories have several candidates: keys and values of behaviours are computed once for all of them. */
    private CtrOutput beside(Features features, NDArray x, NDArray[] masks, ForwardContext pass) {
        RaggedBatch layout = features.layout();
        NDArray[] parts = Ops.split(x, 0, layout.positions(), features.plan().samples());
        NDArray output = blocks.get(0).beside(parts[1], parts[0], layout, masks, pass.training()); // (B, d)
        NDArray interest =
                pass.change().interest(lastNorm == null ? output : lastNorm.apply(output), features.tensors());
        return CtrOutput.of(head.apply(features, interest, pass.training()));
    }

    @Override
    protected boolean sharesHistories() {
        return readsOnce() && blocks.get(0).takesRowsApart() && !reading().learns();
    }

    /** One layer, read at the candidate: keys and values of behaviours do not depend on it. */
    private boolean readsOnce() {
        return inside && blocks.size() == 1 && config.readOut() == ReadOut.CANDIDATE;
    }

    /** The mean of all heads, of the candidate's position over the behaviours: (b, h, 1, L + 1) -> (b, L). */
    private NDArray ofCandidate(Encoded encoded) {
        NDArray weights = encoded.attention().weights();
        NDArray mean = Ops.scale(
                Ops.squeeze(Ops.sum(weights, 1), 1), 1.0 / config.encoder().heads()); // (b, L + 1)
        return Ops.slice(mean, 1, 0, mean.getShape().get(1) - 1);
    }

    /** Behaviours and, behind them all, candidates (N + B, d) -> each candidate behind its own behaviours (Σ b·T, d). */
    private NDArray interleaved(NDArray rows, RaggedBatch layout) {
        int n = layout.positions();
        int[] index = new int[n + layout.samples()];
        int at = 0;
        int from = 0;
        int place = 0;
        for (int g = 0; g < layout.groups(); g++) {
            for (int k = 0; k < layout.groupSize(g); k++, place++) {
                for (int step = 0; step < layout.groupLength(g); step++) {
                    index[at++] = from++;
                }
                index[at++] = n + place;
            }
        }
        return Ops.rows(parameters().tensors().longs(index), rows);
    }

    /** (b, L) -> (b, L + 1): the candidate can always be read. */
    private static NDArray withCandidate(NDArray mask, Tensors tensors) {
        int b = (int) mask.getShape().get(0);
        float[] ones = new float[b];
        Arrays.fill(ones, 1);
        return Ops.concat(1, mask, tensors.floats(ones, b, mask.getDataType(), b, 1));
    }

    /**
     * The layers: (b, T, d) -> (b, T, d). Where only the candidate's position is read out and nothing is traced, the last layer computes only that
     * one: (b, 1, d).
     */
    private NDArray encode(NDArray sequence, NDArray mask, ForwardContext pass) {
        boolean traced = pass.tracer() != Tracer.NONE;
        pass.tracer().record(TraceNames.INPUT, sequence, AxisKind.SAMPLE, AxisKind.KEY, AxisKind.UNIT);
        NDArray x = sequence;
        for (int i = 0; i < blocks.size(); i++) {
            boolean candidateOnly = i == blocks.size() - 1 && config.readOut() == ReadOut.CANDIDATE && !traced;
            long from = candidateOnly ? sequence.getShape().get(1) - 1 : 0;
            Encoded encoded = blocks.get(i).apply(x, mask, from, pass);
            x = encoded.output();
            if (traced) {
                BstTraces.record(i, blocks.get(i), encoded, mask, pass.tracer());
            }
        }
        return lastNorm == null ? x : lastNorm.apply(x);
    }

    /**
     * The candidate's query, or the mean of the behaviours' where the candidate is outside. From the second layer on a part is what the attention of the
     * layers before has added at the behaviour's position.
     */
    @Override
    protected List<PartedAttention> parted(Features features) {
        int samples = features.layout().samples();
        long length = features.layout().groupLength(0);
        NDArray x = sequences.of(features);
        NDArray[] rows = inside ? Ops.split(x, 0, samples * length, samples) : new NDArray[] {x};
        x = Ops.view(rows[0], samples, length, sequences.width());
        x = inside ? Ops.concat(1, x, Ops.unsqueeze(rows[1], 1)) : x;
        NDArray mask = Ops.view(features.mask(), samples, length);
        mask = inside ? withCandidate(mask, features.tensors()) : mask;
        List<PartedAttention.Input> inputs = new ArrayList<>(features.historyFields(embeddings()));
        int fields = inputs.size();
        inputs.addAll(sequences.inputs(features));
        int own = inputs.size();
        List<PartedAttention> found = new ArrayList<>();
        List<NDArray> added = new ArrayList<>(); // of each layer, (B·L, d)
        for (int i = 0; i < blocks.size(); i++) {
            List<PartedAttention.Input> all = new ArrayList<>(inputs);
            if (i > 0) {
                NDArray before = Ops.concat(1, added.toArray(new NDArray[0]));
                all.add(new PartedAttention.Input(ScorePart.of(ScorePart.Kind.BEFORE), before));
            }
            int layer = i;
            NDArray queries = Ops.rows(queries(features), Ops.view(x, -1, sequences.width())); // (Q, d)
            found.add(new PartedAttention(i, 0, all, each -> {
                NDArray y = sequences.placed(
                        PartedAttention.joined(each, fields), PartedAttention.sum(each.subList(fields, own)));
                for (int l = 0; l < layer; l++) {
                    long from = (long) l * sequences.width();
                    y = blocks.get(l).after(y, Ops.slice(each.get(own), 1, from, from + sequences.width()));
                }
                return blocks.get(layer).scores(queries, y);
            }));
            Encoded encoded = blocks.get(i).apply(x, mask, 0, ForwardContext.EVALUATE);
            added.add(Ops.view(Ops.slice(encoded.attention().output(), 1, 0, length), -1, sequences.width()));
            x = encoded.output();
        }
        return found;
    }

    /** The first sample's positions that ask: its candidate, or the behaviours that may be read. */
    private NDArray queries(Features features) {
        int length = features.layout().groupLength(0);
        float[] mask = features.layout().mask();
        int[] asking = inside
                ? new int[] {length}
                : IntStream.range(0, length).filter(at -> mask[at] > 0).toArray();
        return features.tensors().longs(asking);
    }

    private NDArray readOut(NDArray output, NDArray mask) {
        long last = output.getShape().get(1) - 1;
        if (config.readOut() == ReadOut.CANDIDATE) {
            return Ops.squeeze(Ops.slice(output, 1, last, last + 1), 1); // (b, d)
        }
        NDArray readable = Ops.mul(output, Ops.unsqueeze(mask, 2)); // (b, T, d)
        return switch (config.readOut()) {
            case SUM -> Ops.sum(readable, 1);
            case MEAN -> {
                NDArray count = Ops.sum(mask, 1).maximum(1); // (b)
                yield Ops.div(Ops.sum(readable, 1), Ops.unsqueeze(count, 1));
            }
            default -> concat(readable);
        };
    }

    /** Position by position, with zeros between the history and the candidate up to the longest sequence: (b, T, d) -> (b, most · d). */
    private NDArray concat(NDArray readable) {
        long b = readable.getShape().get(0);
        long length = readable.getShape().get(1);
        long missing = positions() - length;
        if (missing == 0) {
            return Ops.view(readable, b, -1);
        }
        NDArray zeros = Ops.zeros(readable, b, missing, sequences.width());
        if (!inside) {
            return Ops.view(Ops.concat(1, readable, zeros), b, -1);
        }
        NDArray[] parts = Ops.split(readable, 1, length - 1, 1);
        return Ops.view(Ops.concat(1, parts[0], zeros, parts[1]), b, -1);
    }

    @Override
    public void close() {
        fused.close();
        super.close();
    }

    /** A layer of full self-attention holds one number for each pair of positions. */
    @Override
    protected boolean readsAll(int length) {
        return whole.isEmpty() || window != Window.ALL || length <= LONGEST_WHOLE;
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        if (!inside) {
            return Optional.of(new Outside());
        }
        return readsOnce() ? Optional.of(new Reading()) : Optional.empty();
    }

    /** The encoder reads only the history; the head reads the candidate. n items. */
    private final class Outside implements CatalogueForm {
        @Override
        public NDArray[] items(Features candidates) {
            return head.ofCandidates(candidates.candidate());
        }

        @Override
        public Pairs user(Features single) {
            NDArray mask = Ops.unsqueeze(single.mask(), 0); // (1, L)
            NDArray history = Ops.unsqueeze(sequences.of(single), 0); // (1, L, d)
            NDArray interest = readOut(encode(history, mask, ForwardContext.EVALUATE), mask); // (1, ·)
            InterestHead.OfUser ofUser = head.ofUser(single);
            return items -> head.logits(interest, items, 0, ofUser);
        }
    }

    /** Where a history is read once for all candidates. n items. */
    private final class Reading implements CatalogueForm {
        /** Where the head's arrays begin. */
        private static final int HEAD = 4;

        private final EncoderBlock block = blocks.get(0);

        @Override
        public NDArray[] items(Features candidates) {
            NDArray x = sequences.of(candidates);
            x = Ops.slice(x, 0, candidates.layout().positions(), x.getShape().get(0)); // (n, d)
            Stream<NDArray> read = Arrays.stream(head.ofCandidates(candidates.candidate()));
            return Stream.of(Stream.of(x), Arrays.stream(block.reader(x)), read)
                    .flatMap(each -> each)
                    .toArray(NDArray[]::new);
        }

        @Override
        public Pairs user(Features single) {
            NDArray history =
                    Ops.slice(sequences.of(single), 0, 0, single.layout().positions()); // (L, d)
            SelfAttention.Readable read =
                    block.readable(history, single.mask(), single.layout().coverage(0));
            InterestHead.OfUser ofUser = head.ofUser(single);
            return items -> {
                NDArray output = block.readers(items[0], Arrays.copyOfRange(items, 1, HEAD), read); // (n, d)
                output = lastNorm == null ? output : lastNorm.apply(output);
                return head.logits(output, items, HEAD, ofUser);
            };
        }
    }

    @Override
    protected List<Diagram.Part> inside() {
        long t = readLength() + (inside ? 1L : 0);
        long d = sequences.width();
        List<Diagram.Part> parts = new ArrayList<>();
        List<String> sources = new ArrayList<>(List.of(Diagram.HISTORY));
        if (inside) {
            sources.add(Diagram.CANDIDATE);
        }
        boolean placed = config.position().kind() != SequencePosition.NONE;
        if (placed) {
            parts.add(Diagram.part(
                            "places",
                            List.of(),
                            t,
                            config.position().width(embeddings().itemWidth()))
                    .as(config.position().kind())
                    .learned("position_embedding"));
            sources.add("places");
        }
        parts.add(
                Diagram.part("sequence", sources, t, d).traced(TraceNames.INPUT).learned("input_projection"));
        String before = "sequence";
        for (int i = 0; i < blocks.size(); i++) {
            String name = "encoder." + i;
            Diagram.Part layer = Diagram.part(name, List.of(before), t, d);
            parts.add((window == Window.ALL
                            ? layer
                            : layer.as(config.encoder().selfAttention().attention()))
                    .traced(TraceNames.layerOutput(i))
                    .learned("transformer_encoder.layers." + i + "."));
            before = name;
        }
        long read = config.readOut() == ReadOut.CONCAT ? t * d : d;
        parts.add(Diagram.part("readOut", List.of(before), read)
                .as(config.readOut())
                .traced(TraceNames.INTEREST)
                .learned("transformer_encoder.norm"));
        return parts;
    }

    @Override
    protected List<String> readByHead() {
        return config.candidateInHead() ? List.of("readOut", Diagram.CANDIDATE) : List.of("readOut");
    }

    @Override
    protected String headName() {
        return "prediction_head";
    }

    /** A removed behaviour is not a key in any layer and is left out of the read-out; all others keep their positions. */
    @Override
    protected GraphModel describe(FeatureSource source) {
        return BstGraph.describe(config, source);
    }

    @Override
    protected long numbersOfSubset(long positions) {
        return window.cells(positions + 1) * config.encoder().heads();
    }
}
