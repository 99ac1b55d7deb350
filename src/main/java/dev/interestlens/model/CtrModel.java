package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model of the click-through rate: candidates, histories and profiles in, logits out. One thread at a time; closing frees its arrays.
 */
public abstract class CtrModel implements AutoCloseable {
    /** Subsets of behaviours that are removed at a time, and numbers that these may hold. */
    private static final int REMOVED_ROWS = 2048;

    private static final long REMOVED_NUMBERS = 4_000_000;

    private final ModelInput input;
    private final Parameters parameters = new Parameters();
    private final NeighbourTerm neighbours;
    private final TrendTerm trend;
    private final Embeddings embeddings;
    private Reading reading;

    /** @param embeddings makes them */
    protected CtrModel(ModelInput input, Function<Parameters, Embeddings> embeddings) {
        this.input = input;
        neighbours = input.neighbours() ? new NeighbourTerm(parameters, input) : null;
        trend = input.trend() ? new TrendTerm(parameters, input) : null;
        this.embeddings = embeddings.apply(parameters);
    }

    /** The plain form: follows the formulas and passes every trace to the tracer. Takes features of any layout. */
    public final CtrOutput forward(Features features, ForwardContext pass) {
        return withTerms(plainForm(features, pass), features, pass);
    }

    /** The same without the terms that are added to the logit. */
    protected abstract CtrOutput plainForm(Features features, ForwardContext pass);

    /**
     * What a training step holds at its peak, as a multiple of the tensors that are open after {@link #fast}: more where the engine's backward pass
     * keeps further tensors, less where kernels free theirs earlier. Measured.
     */
    public double peak() {
        return 1;
    }

    /**
     * What a training step computes: the fast form, with the loss of the search where there is one.
     *
     * @return with the sum of the auxiliary losses
     */
    public final CtrOutput learn(Features features) {
        if (!reading().learns()) {
            return fast(features, ForwardContext.TRAIN);
        }
        List<NDArray> attention = new ArrayList<>();
        CtrOutput output = fast(features, new ForwardContext(true, (name, value, axes) -> {
            if (name.equals(TraceNames.ATTENTION)) {
                attention.add(value);
            }
        }));
        if (attention.isEmpty()) {
            return output; // no behaviour was read
        }
        NDArray search = reading().loss(features, attention.toArray(new NDArray[0]));
        NDArray loss = output.auxiliaryLoss() == null ? search : Ops.add(output.auxiliaryLoss(), search);
        return new CtrOutput(output.logits(), output.alone(), loss, output.rest());
    }

    /** The choice of behaviours that this model reads. */
    public final Reading reading() {
        if (reading == null) {
            reading = new Reading(ReadingConfig.ALL, this);
        }
        return reading;
    }

    /** Sets the choice of behaviours, before the parameters are made. */
    final void read(ReadingConfig config) {
        reading = new Reading(config, this);
    }

    /**
     * Its attentions as functions of parts of each behaviour: which parts a raw score reads, and how it is computed from them. Empty where it has none
     * that compares behaviours with the candidate.
     *
     * @param features in the plain layout, with a behaviour at least
     */
    protected List<PartedAttention> parted(Features features) {
        return List.of();
    }

    /** The form that trains: equal to the plain one in loss and gradients, and faster. */
    public final CtrOutput fast(Features features, ForwardContext pass) {
        return withTerms(fastForm(features, pass), features, pass);
    }

    /** The same without the terms that are added to the logit. */
    protected CtrOutput fastForm(Features features, ForwardContext pass) {
        return plainForm(features, pass);
    }

    private CtrOutput withTerms(CtrOutput output, Features features, ForwardContext pass) {
        NDArray logits = output.logits();
        if (neighbours != null && !readsNeighboursItself()) {
            logits = neighbours.add(logits, features, pass.training());
        }
        if (trend != null && !pass.training()) {
            logits = trend.add(logits, features);
        }
        return logits == output.logits()
                ? output
                : new CtrOutput(logits, output.logits(), output.auxiliaryLoss(), output.rest());
    }

    /** Whether the forms of the family hold the term of neighbours already. */
    protected boolean readsNeighboursItself() {
        return false;
    }

    /** Whether anything is learnt beside the term of neighbours. */
    public final boolean learnsBeside() {
        return !readsNeighboursItself();
    }

    /** Sets the weight of the term of neighbours. */
    public final void weighNeighbours(float weight) {
        float[] values = parameters().denseValues();
        values[parameters().denseNamed(NeighbourTerm.WEIGHT).offset()] = weight;
        parameters().denseValues(values);
    }

    /**
     * Makes every logit z scale · z + shift, in the weights, so that nothing is computed besides.
     *
     * @param scale above 0
     * @return sets the weights back
     */
    public final Runnable calibrate(double scale, double shift) {
        float[] before = parameters().denseValues();
        float ofTrend = trend == null ? 0 : trend.weight();
        Runnable others = calibrateForm(scale, shift);
        if (neighbours != null) {
            parameters().scale(NeighbourTerm.WEIGHT, scale);
        }
        if (trend != null) {
            trend.weigh((float) (scale * ofTrend));
        }
        return () -> {
            parameters().denseValues(before);
            others.run();
            if (trend != null) {
                trend.weigh(ofTrend);
            }
        };
    }

    /**
     * The same without the terms that are added to the logit.
     *
     * @return sets back what is no dense parameter
     */
    protected abstract Runnable calibrateForm(double scale, double shift);

    /** The term of what followed what; empty where it is not read. */
    public final Optional<NeighbourTerm> neighbours() {
        return Optional.ofNullable(neighbours);
    }

    /** The term of what is popular just then; empty where it is not read. */
    public final Optional<TrendTerm> trend() {
        return Optional.ofNullable(trend);
    }

    /** What a graph of the model reads: not what is popular just then where that has no weight. */
    public final ModelInput described() {
        boolean reads = trend != null && trend.weight() != 0;
        return new ModelInput(input.schema(), input.historyLength(), input.reading(), input.neighbours(), reads);
    }

    /**
     * The loss of whole sequences: at every position, the softmax over the next item and the shared items of the batch.
     *
     * @param features whose history and candidate are a sequence, tracked
     * @return a scalar
     */
    public NDArray sequenceLoss(Features features, ForwardContext pass) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " does not learn from sequences");
    }

    /** Whether a history of that length can be read as a whole within the available memory. */
    protected boolean readsAll(int length) {
        return true;
    }

    /** Whether batches may be laid out in length groups; the quirks of literal padding need the plain layout. */
    public boolean ragged() {
        return true;
    }

    /** Whether a training step may read one history for several samples; otherwise each sample has its own. */
    protected boolean sharesHistories() {
        return false;
    }

    /** Exact removal for one sample. Valid until the model changes. */
    public final Removal removal(BatchPlan single) {
        long each = Math.max(1, numbersOfSubset(single.layout().positions()));
        int rows = (int) Math.max(1, Math.min(REMOVED_ROWS, REMOVED_NUMBERS / each));
        Removal rest = new DescribedRemoval(this, single, rows);
        Removal beside = neighbours == null ? rest : neighbours.with(rest, single, table());
        return trend == null ? beside : trend.with(beside, single.raw());
    }

    /** Where the term of neighbours stands in the logit. */
    final Removal.Table table() {
        return neighbours == null
                ? Removal.Table.NONE
                : readsNeighboursItself() ? Removal.Table.ALONE : Removal.Table.BESIDE;
    }

    /** The model as a description of what a source gives; its logits are without the terms that are added where the model is computed. */
    protected abstract GraphModel describe(FeatureSource source);

    /** Numbers that a removal holds of a subset of so many positions, about, at its peak. */
    protected long numbersOfSubset(long positions) {
        return positions;
    }

    /** The same for a whole history; where a part of it is read, the search runs again for every subset. */
    public final Removal removal(RawBatch single) {
        boolean searched = reading().choice().isPresent() && single.places == null;
        return searched ? new SearchedRemoval(this, single) : removal(plainPlan(single));
    }

    /** The part of the logit of one sample that comes from what followed what, for parts of its whole history: as {@link Removal#byTable} has it. */
    final double[] byTable(RawBatch single, List<boolean[]> kept) {
        boolean whole = reading().choice().isEmpty() || single.places != null;
        Removal parts = neighbours == null || !whole
                ? new SearchedRemoval(this, single)
                : neighbours.with(Removal.unchanged(single.length(), 0), plainPlan(single), table());
        return parts.byTable(kept);
    }

    /**
     * Scores a catalogue for one history at a time, until the model changes; the caller closes it before this.
     *
     * @param items a batch whose candidates are the catalogue, with empty histories
     */
    public final CatalogueScorer catalogue(RawBatch items) {
        return new CatalogueScorer(this, items);
    }

    /** How many candidates of one history are scored with shared computations; empty where nothing can be shared exactly. */
    protected Optional<CatalogueForm> catalogueForm() {
        return Optional.empty();
    }

    /** The same, where candidates of one history read the same behaviours. */
    final Optional<CatalogueForm> shared() {
        return reading().config().searches() ? Optional.empty() : catalogueForm();
    }

    public final Embeddings embeddings() {
        return embeddings;
    }

    /** The parts between the lookups and the head, for the diagram. */
    protected abstract List<Diagram.Part> inside();

    /** The names of the parts that the head reads, beside the profile. */
    protected abstract List<String> readByHead();

    /** Beginning of the names of the head's parameters. */
    protected String headName() {
        return "prediction_net";
    }

    /** The diagram of all its parts. */
    public final Diagram diagram() {
        List<Diagram.Part> parts = Diagram.lookups(
                embeddings(), readsHistory() ? readLength() : 0, reading().config());
        parts.addAll(inside());
        parts = neighbours == null ? parts : NeighbourTerm.part(parts);
        parts = trend == null ? parts : TrendTerm.part(parts);
        parts.add(last(parts));
        return new Diagram(parts);
    }

    /** The most behaviours that are read of a history. */
    protected final int readLength() {
        return reading().config().most(input.historyLength());
    }

    /** The part that gives the logit. */
    protected Diagram.Part last(List<Diagram.Part> before) {
        return Diagram.head(before, headName(), readByHead().toArray(new String[0]));
    }

    /** Whether the model reads the history at all. */
    protected boolean readsHistory() {
        return true;
    }

    public Parameters parameters() {
        return parameters;
    }

    public ModelInput input() {
        return input;
    }

    /** Makes all parameters. */
    public final void create(Tensors tensors, long seed, boolean fillTables) {
        parameters.create(tensors, seed, fillTables);
    }

    /** A batch in the layout that trains and predicts fastest. Of a history that is too long the most recent part is read. */
    public BatchPlan plan(RawBatch raw) {
        return ragged() ? BatchPlan.grouped(read(raw), input.schema()) : plainPlan(raw);
    }

    /** The same for training, where a true item and its negatives may share their history: the last bits of a logit can then depend on the batch. */
    public final BatchPlan trainingPlan(RawBatch raw) {
        return sharesHistories() ? BatchPlan.shared(read(raw), input.schema()) : plan(raw);
    }

    /** What is read of each history; a batch of chosen behaviours is not changed. */
    public final RawBatch read(RawBatch raw) {
        if (raw.places != null) {
            return raw;
        }
        RawBatch recent = raw.mostRecent(input.historyLength());
        return reading().choice().map(recent::chosen).orElse(recent);
    }

    /** A batch in the plain layout. With literal padding histories are padded to their full length, since padding is read there. */
    public BatchPlan plainPlan(RawBatch batch) {
        RawBatch raw = read(batch);
        int longest = BatchPlan.longest(raw);
        return ragged()
                ? BatchPlan.plain(raw, input.schema(), longest)
                : BatchPlan.literal(raw, input.schema(), Math.max(longest, input.historyLength()));
    }

    /** Features of a plan in single precision. */
    public Features features(BatchPlan plan, boolean tracked) {
        return new Features(plan, embeddings(), parameters.tensors(), DataType.FLOAT32, tracked);
    }

    /** Features of a plan in double precision. */
    public Features doubleFeatures(BatchPlan plan) {
        return new Features(plan, embeddings(), parameters.tensors(), DataType.FLOAT64, false);
    }

    /** One logit a sample, in the batch's own order; none for an empty batch. */
    public float[] logits(RawBatch raw) {
        if (raw.size() == 0) {
            return new float[0];
        }
        BatchPlan plan = plan(raw);
        parameters.tensors().pool();
        try {
            return plan.restore(evaluate(plan));
        } finally {
            parameters.tensors().recycle();
        }
    }

    private float[] evaluate(BatchPlan plan) {
        return parameters.untracked(() ->
                fast(features(plan, false), ForwardContext.EVALUATE).logits().toFloatArray());
    }

    @Override
    public void close() {
        parameters.close();
    }
}
