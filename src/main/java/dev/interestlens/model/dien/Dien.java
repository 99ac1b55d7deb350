package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.Schema;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.PartedAttention.Input;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.dien.DienConfig.Beside;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.TraceNames.Gate;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.nn.layer.Recurrence;
import dev.interestlens.nn.layer.Recurrence.Unrolled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Deep Interest Evolution Network (arXiv 1809.03672, section 4): a GRU over the behaviours gives an interest state at every step, attention scores
 * the states against the candidate, and a second GRU whose gates depend on attention gives the final interest. Differences from the paper: torch's
 * GRU with its two biases; padding is not read and leaves the state unchanged, unless {@code padding=literal} asks for the reference's quirks. Golden
 * cases E, F and F2. B samples, N positions, L steps, W width of an item, H units.
 */
public final class Dien extends CtrModel {
    private final DienConfig config;
    private final GruCell extractor;
    private final InterestAttention attention;
    private final InterestQueries queries;
    private final AddedScores added;
    private final GruCell evolution;
    private final AuxiliaryLoss auxiliary;
    private final InterestHead head;
    private final HistoryWeights weights;
    private final PackedDien packed;
    private final FusedDien fused;
    private TorchScript catalogueKernel;

    public Dien(DienConfig config, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema(),
                        config.sizes().embeddingSize(),
                        config.sizes().fieldEmbeddingSize(),
                        false,
                        config.padding(),
                        Embeddings.Start.MIDDLE));
        this.config = config;
        int w = embeddings().itemWidth();
        int h = config.hiddenSize();
        extractor = new GruCell(parameters(), "interest_extractor", "_l0", w, h);
        attention = new InterestAttention(config, parameters(), w);
        queries = config.attentions() == 1 ? null : new InterestQueries(parameters(), config.attentions() - 1, h, w);
        added = new AddedScores(config, parameters(), input, w);
        evolution = new GruCell(parameters(), "interest_evolution.gru_cell", "", h, h);
        auxiliary = new AuxiliaryLoss(
                config.auxiliary(),
                parameters(),
                h,
                embeddings().embeddedWidth(),
                input.schema().itemFields().get(Schema.ITEM).size());
        head = new InterestHead(
                parameters(),
                "prediction_net",
                config.readWidth(w),
                w,
                embeddings().profileWidth(),
                config.readOut().head(),
                config.diceEpsilon(),
                readsBehaviours() ? Initializer.endingInIdentity(config.readWidth(w), w) : Initializer.fanIn(h));
        weights = new HistoryWeights(attention, added);
        packed = new PackedDien(
                extractor,
                weights,
                evolution,
                config.evolution(),
                config.embeddingDropout(),
                parameters().noise());
        fused = new FusedDien(config, parameters(), extractor, weights, evolution, auxiliary);
    }

    /**
     * Histories as the plain form reads them, one array a group.
     *
     * @param x behaviours, (b, L, W)
     * @param read 1 where the recurrent layers take a step, (b, L)
     * @param mask 1 where attention may look, (b, L)
     * @param added to scores, (b, L) or (1, L), or null
     * @param candidate (B, W)
     * @param sample the candidate of each position, (N)
     * @param rows which positions are real, for statistics
     */
    private record Histories(
            NDArray[] x,
            NDArray[] read,
            NDArray[] mask,
            NDArray[] added,
            NDArray candidate,
            NDArray sample,
            RowMask rows) {}

    /** What is added to scores, by group, (b, L), or null. */
    private NDArray[] added(Features features) {
        NDArray[] groups = added.of(features); // (b, 1, L)
        if (groups != null) {
            Arrays.setAll(groups, g -> Ops.squeeze(groups[g], 1));
        }
        return groups;
    }

    /** Final interest (B, H), the states of both layers, and attention by group, (b, L). */
    private record Interest(NDArray interest, NDArray states, Unrolled[] evolved, NDArray[] weights) {}

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        head.calibrate(scale, shift);
        return () -> {};
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        NDArray keys =
                parameters().noise().drop(features.history(), config.embeddingDropout(), pass.training()); // (N, W)
        NDArray mask = features.mask();
        boolean literal = config.padding() == Padding.LITERAL;
        NDArray read = literal ? numbers(features, features.plan().unhidden()) : mask;
        Interest found = interest(
                new Histories(
                        features.layout().groups(keys),
                        features.layout().groupScalars(read),
                        features.layout().groupScalars(mask),
                        added(features),
                        features.candidate(),
                        features.sampleIndex(),
                        literal ? null : features.rows()),
                pass);
        NDArray[] states = several() ? features.layout().groups(found.states()) : null;
        NDArray beside = beside(features, found.weights(), states, pass);
        NDArray logits = head.apply(features, read(found.interest(), beside), pass.training());
        if (pass.tracer() != Tracer.NONE && !pass.training()) {
            readOut(features, found.evolved(), beside, pass.tracer());
        }
        NDArray loss = null;
        if (pass.training()) {
            loss = new AuxiliaryPairs(config.auxiliary(), auxiliary, features).plain(found.states(), pass.tracer());
        }
        return CtrOutput.of(logits, loss);
    }

    private Interest interest(Histories in, ForwardContext pass) {
        int groups = in.x().length;
        Unrolled[] first = new Unrolled[groups];
        for (int g = 0; g < groups; g++) {
            first[g] = Recurrence.plain(extractor, in.x()[g], null, in.read()[g], Recurrence.Write.GATE);
            trace(TraceNames::extractor, first[g], pass.tracer());
        }
        boolean sum = config.evolution() == Evolution.GRU;
        Unrolled[] second = sum ? evolve(in, first, null, pass.tracer()) : null;
        NDArray states = rows(first); // (N, H)
        NDArray scored = sum ? rows(second) : states;
        NDArray scores = attention.plain(scored, in.candidate(), in.sample(), in.rows(), pass.training()); // (N)
        NDArray[] weights = weights(in, scores, pass);
        second = sum ? second : evolve(in, first, weights, pass.tracer());
        NDArray[] last = new NDArray[groups];
        for (int g = 0; g < groups; g++) {
            last[g] = sum ? sum(weights[g], second[g].states()) : second[g].last();
        }
        NDArray interest =
                pass.change().interest(Ops.concat(0, last), parameters().tensors()); // (B, H)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        return new Interest(interest, states, second, readable(weights, in.mask()));
    }

    /** The softmax of the reference code gives weights to padding where nothing else is left; the head does not read them. */
    private NDArray[] readable(NDArray[] weights, NDArray[] mask) {
        NDArray[] readable = weights.clone();
        if (config.padding() == Padding.LITERAL) {
            Arrays.setAll(readable, g -> Ops.mul(weights[g], mask[g]));
        }
        return readable;
    }

    private Unrolled[] evolve(Histories in, Unrolled[] first, NDArray[] weights, Tracer tracer) {
        Unrolled[] second = new Unrolled[first.length];
        for (int g = 0; g < first.length; g++) {
            NDArray x = first[g].states(); // (b, L, H)
            if (config.evolution() == Evolution.AIGRU) {
                x = Ops.mul(x, Ops.unsqueeze(weights[g], 2));
            }
            NDArray a = weights == null ? null : weights[g];
            second[g] = Recurrence.plain(
                    evolution, x, a, in.read()[g], config.evolution().write());
            trace(TraceNames::evolution, second[g], tracer);
        }
        return second;
    }

    private NDArray[] weights(Histories in, NDArray scores, ForwardContext pass) {
        NDArray[] weights = new NDArray[in.mask().length];
        long[] sizes = new long[weights.length];
        Arrays.setAll(sizes, g -> in.mask()[g].size());
        NDArray[] pieces = weights.length == 1 ? new NDArray[] {scores} : Ops.split(scores, 0, sizes);
        for (int g = 0; g < weights.length; g++) {
            NDArray mask = in.mask()[g];
            NDArray group = AddedScores.plus(
                    Ops.view(pieces[g], mask.getShape().getShape()),
                    in.added() == null ? null : in.added()[g]); // (b, L)
            NDArray normalised = config.padding() == Padding.LITERAL
                    ? MaskedSoftmax.literal(group, mask)
                    : MaskedSoftmax.apply(group, mask);
            weights[g] = pass.change().attention(normalised, parameters().tensors());
            pass.tracer().record(TraceNames.SCORES, group, AxisKind.SAMPLE, AxisKind.HISTORY);
            if (!several()) {
                pass.tracer().record(TraceNames.ATTENTION, weights[g], AxisKind.SAMPLE, AxisKind.HISTORY);
            }
        }
        return weights;
    }

    /** The sum of the states of h histories for each of their C candidates: (h·C, L) or (h, C, L), (h, L, w) -> (h·C, w). */
    private static NDArray sum(NDArray weights, NDArray states) {
        NDArray rows = Ops.view(
                weights, states.getShape().get(0), -1, states.getShape().get(1));
        return Ops.view(Ops.matmul(rows, states), -1, states.getShape().get(2));
    }

    private NDArray rows(Unrolled[] groups) {
        NDArray[] rows = new NDArray[groups.length];
        for (int g = 0; g < rows.length; g++) {
            rows[g] = Ops.view(groups[g].states(), -1, config.hiddenSize()); // (b, L, H) -> (b·L, H)
        }
        return Ops.concat(0, rows);
    }

    private static void trace(Function<Gate, TraceName> layer, Unrolled unrolled, Tracer tracer) {
        AxisKind[] axes = {AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT};
        tracer.record(layer.apply(Gate.RESET), unrolled.reset(), axes);
        tracer.record(layer.apply(Gate.UPDATE), unrolled.update(), axes);
        tracer.record(layer.apply(Gate.WRITTEN), unrolled.written(), axes);
        tracer.record(layer.apply(Gate.CANDIDATE), unrolled.candidate(), axes);
        tracer.record(layer.apply(Gate.STATE), unrolled.states(), axes);
    }

    private boolean several() {
        return queries != null;
    }

    private boolean readsBehaviours() {
        return config.beside() != Beside.NONE;
    }

    /**
     * What the head reads of the behaviours themselves, beside the interest.
     *
     * @param weights attention by group, (b, L) or (h, C, L); used where it is the weight
     * @param states of the extractor by group, (b, L, H), or null where there is one attention only
     * @return (B, W) or, of several attentions, (B, interests·W); null where the head reads none
     */
    private NDArray beside(Features features, NDArray[] weights, NDArray[] states, ForwardContext pass) {
        return switch (config.beside()) {
            case NONE -> null;
            case MEAN -> HistoryMean.of(features);
            case ATTENDED -> {
                NDArray[] behaviours = features.layout().groups(features.history());
                NDArray[] sums = new NDArray[behaviours.length];
                if (several()) {
                    NDArray[] masks = features.layout().groupScalars(features.mask());
                    NDArray[] candidates = features.layout().groupSamples(features.candidate());
                    Arrays.setAll(
                            sums,
                            g -> attended(
                                    Ops.view(weights[g], masks[g].getShape().getShape()),
                                    behaviours[g],
                                    states[g],
                                    masks[g],
                                    candidates[g],
                                    pass));
                } else {
                    Arrays.setAll(sums, g -> sum(weights[g], behaviours[g]));
                }
                yield Ops.concat(0, sums);
            }
        };
    }

    /**
     * The behaviours as each of several attentions weighs them; traces these attentions, and their mean as that of the model.
     *
     * @param weights the first attention, (b, L)
     * @param behaviours (b, L, W)
     * @param states (b, L, H)
     * @param mask (b, L)
     * @param candidate (b, W)
     * @return (b, interests·W)
     */
    private NDArray attended(
            NDArray weights, NDArray behaviours, NDArray states, NDArray mask, NDArray candidate, ForwardContext pass) {
        NDArray further = pass.change()
                .attention(
                        queries.weights(queries.ofCandidates(candidate), states, mask),
                        parameters().tensors()); // (b, K, L)
        if (pass.tracer() != Tracer.NONE) {
            NDArray all = Ops.detach(Ops.concat(1, Ops.unsqueeze(weights, 1), further)); // (b, interests, L)
            pass.tracer().record(TraceNames.ATTENTION_HEADS, all, AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
            NDArray mean = Ops.scale(Ops.sum(all, 1), 1.0 / config.attentions());
            pass.tracer().record(TraceNames.ATTENTION, mean, AxisKind.SAMPLE, AxisKind.HISTORY);
        }
        return Ops.concat(1, sum(weights, behaviours), queries.gathered(further, behaviours));
    }

    /** What the head reads of the history: interest (n, H), beside it (n, ·) or null -> (n, H) or (n, H + ·). */
    private static NDArray read(NDArray interest, NDArray beside) {
        return beside == null ? interest : Ops.concat(1, interest, beside);
    }

    /** The logit that the head gives for the state after each step, for which it was not trained. */
    private void readOut(Features features, Unrolled[] evolved, NDArray beside, Tracer tracer) {
        if (config.evolution() == Evolution.GRU) {
            return;
        }
        NDArray sample = features.sampleIndex(); // (N)
        NDArray profile = features.profile() == null ? null : Ops.rows(sample, features.profile());
        NDArray ofSample = beside == null ? null : Ops.rows(sample, beside);
        NDArray logits = head.apply(
                read(rows(evolved), ofSample), Ops.rows(sample, features.candidate()), profile, false); // (N)
        for (NDArray group : features.layout().groupScalars(logits)) {
            tracer.record(TraceNames.READ_OUT, group, AxisKind.SAMPLE, AxisKind.HISTORY);
        }
    }

    @Override
    public double peak() {
        return 1.2;
    }

    /** The same, packed time-major, so that the batch shrinks with time and padding costs nothing; by kernels where they apply. */
    @Override
    protected CtrOutput fastForm(Features features, ForwardContext pass) {
        if (!ragged()) {
            return plainForm(features, new ForwardContext(pass.training(), Tracer.NONE));
        }
        boolean training = pass.training();
        TimeMajor steps = TimeMajor.of(features.layout());
        if (fused.covers(features, steps, training)) {
            FusedDien.Result found = fused.run(features, steps, training);
            return new CtrOutput(logits(found.read(), features, steps, pass), found.auxiliaryLoss(), found.backward());
        }
        PackedDien.Result found = packed.run(features, steps, training);
        return CtrOutput.of(
                logits(found, features, steps, pass),
                training
                        ? new AuxiliaryPairs(config.auxiliary(), auxiliary, features).packed(found.states(), steps)
                        : null);
    }

    private NDArray logits(PackedDien.Result found, Features features, TimeMajor steps, ForwardContext pass) {
        if (!several()) {
            for (NDArray group : found.weights()) {
                NDArray shown = Ops.view(Ops.detach(group), -1, group.getShape().get(2));
                pass.tracer().record(TraceNames.ATTENTION, shown, AxisKind.SAMPLE, AxisKind.HISTORY);
            }
        }
        NDArray[] states = several() ? weights.byGroup(found.states(), features, steps) : null; // (b, L, H)
        NDArray beside = beside(features, found.weights(), states, pass);
        return head.apply(features, read(found.interest(), beside), pass.training());
    }

    @Override
    protected boolean sharesHistories() {
        return ragged()
                && fused.covers(true)
                && attention.takesSeveral()
                && !several()
                && input().schema().itemNumbers().isEmpty()
                && !reading().learns();
    }

    @Override
    public boolean ragged() {
        return config.padding() == Padding.MASKED;
    }

    private TorchScript catalogueKernel() {
        if (catalogueKernel == null) {
            catalogueKernel = TorchScript.of(parameters().tensors(), Dien.class, "catalogue.torchscript");
        }
        return catalogueKernel;
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return ragged() && attention.shares()
                ? Optional.of(new DienCatalogue(
                        config, extractor, attention, queries, added, evolution, head, this::catalogueKernel))
                : Optional.empty();
    }

    /** A state is one step from the state before, which is a part as a whole; the evolution's too where it is scored. */
    @Override
    protected List<PartedAttention> parted(Features features) {
        Map<TraceName, NDArray> traced = new HashMap<>();
        forward(features, ForwardContext.traced((name, value, axes) -> traced.put(name, value)));
        boolean second = config.evolution() == Evolution.GRU;
        NDArray before = before(traced.get(TraceNames.extractor(Gate.STATE))); // (M, H)
        Input read = new Input(
                ScorePart.of(Kind.BEFORE),
                second ? Ops.concat(1, before, before(traced.get(TraceNames.evolution(Gate.STATE)))) : before);
        List<Input> fields = features.historyFields(embeddings());
        List<Input> inputs = Stream.of(fields, List.of(read), added.inputs(features))
                .flatMap(List::stream)
                .toList();
        NDArray candidate = Ops.slice(features.candidate(), 0, 0, 1); // (1, W)
        int count = fields.size();
        List<PartedAttention> found = new ArrayList<>();
        found.add(new PartedAttention(0, 0, inputs, rows -> {
            NDArray x = PartedAttention.joined(rows, count); // (N, W)
            NDArray[] held = second
                    ? Ops.split(rows.get(count), 1, config.hiddenSize(), config.hiddenSize())
                    : new NDArray[] {rows.get(count)};
            NDArray state = extractor.step(x, held[0]); // (N, H)
            NDArray sample = features.tensors().longs(new int[(int) x.getShape().get(0)]);
            NDArray scores = attention.fast(
                    second ? evolution.step(state, held[1]) : state, candidate, sample, false); // (N) or (N, 1)
            NDArray sum = AddedScores.plus(Ops.view(scores, -1, 1), added.compared(candidate, x));
            return AddedScores.plus(sum, PartedAttention.sum(rows.subList(count + 1, rows.size())));
        }));
        if (several()) {
            found.add(new PartedAttention(
                    0,
                    1,
                    Stream.concat(fields.stream(), Stream.of(new Input(ScorePart.of(Kind.BEFORE), before)))
                            .toList(),
                    rows -> queries.scores(
                            queries.ofCandidates(candidate),
                            extractor.step(PartedAttention.joined(rows, count), rows.get(count)))));
        }
        return found;
    }

    /** The state before each step: (B, L, H) -> (B·L, H). */
    private NDArray before(NDArray states) {
        long length = states.getShape().get(1);
        NDArray first = Ops.zeros(states, states.getShape().get(0), 1, config.hiddenSize());
        return Ops.view(Ops.concat(1, first, Ops.slice(states, 1, 0, length - 1)), -1, config.hiddenSize());
    }

    @Override
    protected List<Diagram.Part> inside() {
        return new DienDiagram(config).inside(readLength(), embeddings().itemWidth());
    }

    @Override
    protected List<String> readByHead() {
        return new DienDiagram(config).readByHead();
    }

    public AuxiliaryLoss auxiliary() {
        return auxiliary;
    }

    @Override
    public void close() {
        fused.close();
        if (catalogueKernel != null) {
            catalogueKernel.close();
        }
        super.close();
    }

    private static NDArray numbers(Features features, float[] values) {
        return features.tensors().floats(values, values.length, features.type(), values.length);
    }

    @Override
    protected GraphModel describe(FeatureSource source) {
        return DienGraph.describe(config, source);
    }

    @Override
    protected long numbersOfSubset(long positions) {
        return positions * 3 * config.hiddenSize();
    }
}
