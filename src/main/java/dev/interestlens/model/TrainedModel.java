package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model with weights, with plain arrays in and out. One thread at a time; closing frees it. */
public final class TrainedModel implements Scorer {
    private final ModelConfig config;
    private final CtrModel model;
    private final Tensors tensors;
    private final GroupedScoring requests;

    private TrainedModel(ModelConfig config, CtrModel model, Tensors tensors) {
        this.config = config;
        this.model = model;
        this.tensors = tensors;
        requests = new GroupedScoring(model);
    }

    /** With weights by name; tables stay mapped files. */
    public static TrainedModel of(ModelConfig config, ModelInput input, Weights weights) {
        return of(config, input, weights, model -> {});
    }

    /** @param further changes the model once it has the weights */
    public static TrainedModel of(ModelConfig config, ModelInput input, Weights weights, Consumer<CtrModel> further) {
        CtrModel model = ModelCatalog.create(config, input);
        weights.check(model.parameters()); // before anything is allocated with a size from the file
        Tensors tensors = Tensors.onCpu();
        model.create(tensors, 0, false);
        weights.mapInto(model.parameters());
        further.accept(model);
        return new TrainedModel(config, model, tensors);
    }

    /** Fresh from a seed: the untrained baseline. */
    public static TrainedModel untrained(ModelConfig config, ModelInput input, long seed) {
        Tensors tensors = Tensors.onCpu();
        CtrModel model = ModelCatalog.create(config, input);
        model.create(tensors, seed, true);
        return new TrainedModel(config, model, tensors);
    }

    /** A model that is being trained, between two of its steps. Its trainer closes it, and nobody this. */
    public static Scorer between(ModelConfig config, CtrModel steps) {
        return new TrainedModel(config, steps, steps.parameters().tensors());
    }

    /**
     * Sets the number of threads with which the engine computes for the calling thread. Few are better for small arrays on a busy machine, since
     * every operation waits for the last of its threads.
     */
    public static void threads(int count) {
        Ops.threads(count);
    }

    @Override
    public TrainedModel trained() {
        return this;
    }

    /** The role of an array of its weights. */
    public Role role(String name) {
        return model.parameters().role(name);
    }

    public ModelConfig config() {
        return config;
    }

    @Override
    public ModelInput input() {
        return model.input();
    }

    @Override
    public boolean readsDay() {
        return model.described().trend();
    }

    /** Number of trainable numbers. */
    @Override
    public long parameterCount() {
        return model.parameters().count();
    }

    /**
     * One logit a sample, in the order of the batch. Candidates of one request must follow each other for their shared part to be computed once.
     *
     * @throws dev.interestlens.store.ProblemException where one is not a number, as with damaged weights
     */
    @Override
    public float[] logits(RawBatch batch) {
        return finite(requests.logits(batch));
    }

    static float[] finite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw Problem.badInput(TrainedModel.class, "scoresNotFinite").exception();
            }
        }
        return logits;
    }

    /** Intermediate arrays of the plain form. Batches of a few samples: every trace is copied. */
    @Override
    public List<Trace> traces(RawBatch batch) {
        return model.parameters().untracked(() -> {
            List<Trace> traces = new ArrayList<>();
            CtrOutput output = model.forward(
                    model.features(model.plainPlan(batch), false),
                    ForwardContext.traced((name, value, axes) -> traces.add(trace(name, value, axes))));
            traces.add(trace(TraceNames.LOGIT, output.logits(), AxisKind.SAMPLE));
            return traces;
        });
    }

    /** Bytes of the tensors that a training step holds at its peak; the batch brings auxiliary negatives where the model wants them. */
    public long trainingBytes(RawBatch batch) {
        Parameters parameters = model.parameters();
        return Tensors.scoped(() -> {
            long before = parameters.tensors().openBytes();
            parameters.track();
            try {
                model.fast(model.features(model.trainingPlan(batch), true), ForwardContext.TRAIN);
                return (long) (model.peak() * (parameters.tensors().openBytes() - before));
            } finally {
                parameters.untrack();
            }
        });
    }

    /** The traces with the gradient by the interest from the same pass: one backward pass through the head alone. Batches of a few samples. */
    @Override
    public Traced tracesWithGradient(RawBatch batch) {
        return model.parameters().recorded(() -> {
            List<Trace> traces = new ArrayList<>();
            NDArray[] interest = new NDArray[1];
            CtrOutput output = model.forward(
                    model.features(model.plainPlan(batch), false), ForwardContext.traced((name, value, axes) -> {
                        traces.add(trace(name, value, axes));
                        if (name.equals(TraceNames.INTEREST)) {
                            value.setRequiresGradient(true); // nothing before it is tracked, so it is a leaf
                            interest[0] = value;
                        }
                    }));
            traces.add(trace(TraceNames.LOGIT, output.logits(), AxisKind.SAMPLE));
            if (interest[0] == null) {
                return new Traced(traces, new float[0]);
            }
            Ops.backward(Ops.sumAll(output.logits()));
            return new Traced(traces, Ops.gradient(interest[0]).toFloatArray());
        });
    }

    private static Trace trace(TraceName name, NDArray value, AxisKind... axes) {
        return new Trace(name, List.of(axes), value.getShape().getShape(), value.toFloatArray());
    }

    @Override
    public float intervened(RawBatch single, Intervention intervention) {
        BatchPlan plan = model.plainPlan(single);
        Editing editing = new Editing(intervention, plan.raw().length());
        return model.parameters()
                .untracked(() -> model.forward(model.features(plan, false), ForwardContext.changed(editing))
                        .logits()
                        .toFloatArray())[0];
    }

    @Override
    public boolean weighs() {
        return config.weighing() != ModelConfig.Weighing.ALIKE;
    }

    /** Samples of one length at a time: their behaviours are at the same places. */
    @Override
    public float[] mixed(RawBatch batch, IntFunction<double[]> mixing) {
        RawBatch read = model.read(batch);
        float[] logits = new float[read.size()];
        IntStream.range(0, read.size())
                .boxed()
                .collect(Collectors.groupingBy(read::length))
                .forEach((length, samples) -> {
                    int[] rows = samples.stream().mapToInt(Integer::intValue).toArray();
                    float[] found = mixedOfOneLength(read.samples(rows), length, mixing.apply(length));
                    for (int i = 0; i < rows.length; i++) {
                        logits[rows[i]] = found[i];
                    }
                });
        return finite(logits);
    }

    private float[] mixedOfOneLength(RawBatch read, int length, double[] mixing) {
        BatchPlan plan = model.plainPlan(read);
        ForwardContext pass =
                length == 0 ? ForwardContext.EVALUATE : ForwardContext.changed(new MixedAttention(length, mixing));
        float[] logits = model.parameters().untracked(() -> model.forward(model.features(plan, false), pass)
                .logits()
                .toFloatArray());
        return plan.restore(logits);
    }

    /**
     * What the head reads of each sample's history: its interest vector. Empty where the model has none.
     *
     * @return (B, I)
     */
    @Override
    public Optional<float[][]> interests(RawBatch batch) {
        List<NDArray> seen = new ArrayList<>();
        return model.parameters().untracked(() -> {
            model.forward(model.features(model.plainPlan(batch), false), ForwardContext.traced((name, value, axes) -> {
                if (name.equals(TraceNames.INTEREST)) {
                    seen.add(value);
                }
            }));
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            float[] all = seen.get(0).toFloatArray();
            int width = all.length / batch.size();
            float[][] rows = new float[batch.size()][];
            for (int b = 0; b < rows.length; b++) {
                rows[b] = java.util.Arrays.copyOfRange(all, b * width, (b + 1) * width);
            }
            return Optional.of(rows);
        });
    }

    /** How the behaviours of batches are chosen; empty where all are read. */
    @Override
    public Optional<HistoryChoice> choice(ReadingConfig as, int newest) {
        return as.kind() == ReadingConfig.Kind.ALL && !model.readsAll(newest)
                ? Optional.empty()
                : model.reading().as(as, newest);
    }

    @Override
    public Optional<HistoryChoice> choice() {
        return model.reading().choice();
    }

    /** The rank of each behaviour of one sample among the older ones in the search, from 1; 0 where it is recent or not found. */
    @Override
    public int[] searchRanks(RawBatch single) {
        boolean[] all = ArrayFill.flags(single.length(), every -> true);
        return model.reading().ranks(single.pastOfFirst(all));
    }

    /** Reads the whole history of one sample, regardless of how the model is configured. */
    @Override
    public ReadAll readAll(RawBatch single) {
        int n = single.length();
        if (!model.readsAll(n)) {
            return new ReadAll(Double.NaN, new float[0]);
        }
        int[] steps = java.util.stream.IntStream.range(0, n).toArray();
        BatchPlan plan = model.plan(single.chosen(new int[][] {steps}));
        List<float[]> attention = new ArrayList<>();
        return model.parameters().untracked(() -> {
            float[] logit = model.fast(model.features(plan, false), ForwardContext.traced((name, value, axes) -> {
                        if (name.equals(TraceNames.ATTENTION)) {
                            attention.add(value.toFloatArray());
                        }
                    }))
                    .logits()
                    .toFloatArray();
            return new ReadAll(logit[0], attention.isEmpty() ? new float[0] : attention.get(0));
        });
    }

    /** What is read of each history. */
    @Override
    public RawBatch read(RawBatch batch) {
        return model.read(batch);
    }

    /** Exact removal for one sample. */
    @Override
    public Removal removal(RawBatch single) {
        return model.removal(single);
    }

    @Override
    public Optional<PartScorer> parts(RawBatch others, double[] drawn) {
        ReplacedParts parts = new ReplacedParts(model, others, drawn);
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    /**
     * Scores a catalogue for one history at a time; the caller closes it before this.
     *
     * @param items a batch whose candidates are the catalogue, with empty histories
     */
    @Override
    public CatalogueScorer catalogue(RawBatch items) {
        return model.catalogue(items);
    }

    /** Gradients of the logits. */
    @Override
    public ModelGradients gradients() {
        return new ModelGradients(model, tensors);
    }

    /** All weights and running statistics by name. */
    public Weights weights() {
        return Weights.of(model.parameters());
    }

    /**
     * Describes the model to a graph, with its attention as further outputs where asked for.
     *
     * @return what the graph takes
     */
    public List<GraphInput> describe(Graph graph, boolean attention) {
        return ModelCatalog.describe(config, model.described(), graph, attention);
    }

    /** Describes the model to the graphs that it is served from. */
    public ServingForm serve(ServingGraphs graphs) {
        return ModelCatalog.serve(config, model.described(), graphs);
    }

    /** The diagram of its parts. */
    public Diagram diagram() {
        return model.diagram();
    }

    /** Shapes of dense parameters, statistics and tables. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (RowTable t : model.parameters().stored()) {
            boolean trained = model.parameters().tableNamed(t.name()) != null;
            shapes.add(new Shape(t.name(), List.of((long) t.rows(), (long) t.width()), trained));
        }
        for (Parameter p : model.parameters().dense()) {
            shapes.add(new Shape(
                    p.name(), java.util.Arrays.stream(p.shape()).boxed().toList(), true));
        }
        for (Buffer b : model.parameters().buffers()) {
            shapes.add(new Shape(b.name(), List.of((long) b.size()), false));
        }
        return shapes;
    }

    /** Name and shape of one array of weights. */
    public record Shape(String name, List<Long> shape, boolean trained) {
        /** How many numbers it holds. */
        public long elements() {
            return shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        }
    }

    @Override
    public void close() {
        model.close();
        tensors.close();
    }
}
