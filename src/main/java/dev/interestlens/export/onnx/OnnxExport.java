package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A model as an ONNX file that any runtime of opset 17 reads. Inputs are the ids of a prepared data set, histories padded on the right with 0, oldest
 * first, batch and length of any extent up to the longest history; outputs are {@code score}, {@code logit} and, where asked for, the attention.
 */
public record OnnxExport(Disk disk) {
    /** The producer that its files name. */
    public static final String PRODUCER = "Interest Lens";

    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;

    /** A file of this format cannot be larger. */
    private static final long MAX_BYTES = Integer.MAX_VALUE - (1 << 20);

    private static final int CALIBRATED_TOGETHER = 64;
    private static final int SCORED_TOGETHER = 256;

    /**
     * Writes the file, scores the rows with ONNX Runtime and compares.
     *
     * @param metadata texts for the file
     * @param attention whether the attention is an output too
     * @throws dev.interestlens.store.ProblemException where the model is too large for the format, the disk refuses, or the file's scores differ (it
     *     is then left for inspection)
     */
    public RoundTrip write(
            TrainedModel model, Map<String, String> metadata, boolean attention, RawBatch rows, Path target) {
        return write(model, inputs -> metadata, attention, rows, target);
    }

    /** The same without the attention, and with the inputs as JSON in the metadata, so that the file can be used without its model. */
    public RoundTrip writeToScore(
            TrainedModel model, Map<String, String> metadata, String key, RawBatch rows, Path target) {
        return write(
                model,
                inputs -> {
                    Map<String, String> all = new LinkedHashMap<>(metadata);
                    all.put(key, Json.line(inputs));
                    return all;
                },
                false,
                rows,
                target);
    }

    private RoundTrip write(
            TrainedModel model,
            Function<List<GraphInput>, Map<String, String>> metadata,
            boolean attention,
            RawBatch rows,
            Path target) {
        refuseLarge(model);
        OnnxGraph graph = new OnnxGraph(model.weights().tensors());
        List<GraphInput> inputs = model.describe(graph, attention);
        save(graph, model, metadata.apply(inputs), target);
        return RoundTrip.of(model.logits(rows), reread(model, inputs, rows, target))
                .orRefuse(target);
    }

    /**
     * Writes only the file, for measurements.
     *
     * @return its inputs
     */
    public List<GraphInput> writeUnchecked(TrainedModel model, Path target) {
        refuseLarge(model);
        OnnxGraph graph = new OnnxGraph(model.weights().tensors());
        List<GraphInput> inputs = model.describe(graph, false);
        save(graph, model, Map.of(), target);
        return inputs;
    }

    /**
     * Replaces the file of {@link #write} by one of reduced precision.
     *
     * @param calibration real rows that determine the scales of integers
     * @param test labelled rows on which the cost is measured
     * @throws dev.interestlens.store.ProblemException where a score depends on the rest of the batch (the file is then left for inspection)
     */
    public PrecisionCost reduce(
            TrainedModel model, Precision precision, RawBatch calibration, RawBatch test, Path target) {
        List<GraphInput> inputs = model.describe(new OnnxGraph(model.weights().tensors()), false);
        List<Map<String, Tensor>> rows = pieces(calibration, CALIBRATED_TOGETHER).stream()
                .map(piece -> ModelInputTensor.arrays(ModelInputTensor.of(inputs, model.input(), piece)))
                .toList();
        ReducedGraph reduced = ReducedGraph.replace(disk, target, precision, rows);
        try (OnnxSession session = OnnxSession.open(target)) {
            float[] together = logits(session, model, inputs, pieces(test, SCORED_TOGETHER));
            RawBatch some = pieces(test, CALIBRATED_TOGETHER).get(0);
            float[] alone = logits(session, model, inputs, pieces(some, 1));
            double largestAlone = RoundTrip.of(Arrays.copyOf(together, alone.length), alone)
                    .orRefuse(target)
                    .largestScore();
            return PrecisionCost.of(
                    precision.word(),
                    reduced.changed(),
                    test.labels,
                    model.logits(test),
                    together,
                    largestAlone,
                    reduced.bytes(),
                    reduced.bytesBefore());
        }
    }

    private static List<RawBatch> pieces(RawBatch rows, int size) {
        List<RawBatch> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            pieces.add(rows.samples(
                    IntStream.range(from, Math.min(rows.size(), from + size)).toArray()));
        }
        return pieces;
    }

    private static float[] logits(
            OnnxSession session, TrainedModel model, List<GraphInput> inputs, List<RawBatch> pieces) {
        FloatBuffer all =
                FloatBuffer.allocate(pieces.stream().mapToInt(RawBatch::size).sum());
        pieces.forEach(piece -> all.put(session.run(ModelInputTensor.of(inputs, model.input(), piece), GraphModel.LOGIT)
                .values()));
        return all.array();
    }

    /**
     * Writes the graph of a user's history and the graph of the candidates of one user.
     *
     * @return the tensors that are passed between them
     * @throws dev.interestlens.store.ProblemException where the model is too large for the format, or the disk refuses
     */
    public ServingForm writePair(TrainedModel model, Map<String, String> metadata, Path user, Path candidate) {
        refuseLarge(model);
        Map<String, Tensor> weights = model.weights().tensors();
        OnnxGraph ofUser = new OnnxGraph(weights);
        OnnxGraph ofCandidate = new OnnxGraph(weights);
        ServingForm form = model.serve(ServingGraphs.pair(ofUser, ofCandidate));
        save(ofUser, model, metadata, user);
        save(ofCandidate, model, metadata, candidate);
        return form;
    }

    /** The same with the embeddings as a separate graph, so that stages can be timed. */
    public ServingForm writeStages(TrainedModel model, Path lookup, Path user, Path candidate) {
        refuseLarge(model);
        Map<String, Tensor> weights = model.weights().tensors();
        OnnxGraph ofLookup = new OnnxGraph(weights);
        OnnxGraph ofUser = new OnnxGraph(weights);
        OnnxGraph ofCandidate = new OnnxGraph(weights);
        ServingForm form = model.serve(new ServingGraphs(Optional.of(ofLookup), ofUser, ofCandidate));
        save(ofLookup, model, Map.of(), lookup);
        save(ofUser, model, Map.of(), user);
        save(ofCandidate, model, Map.of(), candidate);
        return form;
    }

    private void save(OnnxGraph graph, TrainedModel model, Map<String, String> metadata, Path target) {
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(PRODUCER)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph.finish(model.config().id()));
        SafetensorsExport.header(model, metadata)
                .forEach((key, value) -> file.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        AtomicFile.write(disk, target, out -> file.build().writeTo(out));
    }

    /** Throws a problem with the largest array where all arrays together do not fit. */
    private static void refuseLarge(TrainedModel model) {
        long bytes = 0;
        TrainedModel.Shape largest = null;
        for (TrainedModel.Shape shape : model.shapes()) {
            bytes += 4 * shape.elements();
            largest = largest == null || shape.elements() > largest.elements() ? shape : largest;
        }
        if (bytes > MAX_BYTES) {
            throw Problem.usage(OnnxExport.class, "tooLarge")
                    .value(largest.name())
                    .exception("megabytes", bytes >> 20);
        }
    }

    private static float[] reread(TrainedModel model, List<GraphInput> inputs, RawBatch rows, Path target) {
        try (OnnxSession session = OnnxSession.open(target)) {
            return session.run(ModelInputTensor.of(inputs, model.input(), rows), GraphModel.LOGIT)
                    .values();
        }
    }
}
