package dev.interestlens.workspace.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Scratch;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.PairModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A run's model as an ONNX file that contains its inputs and the protocol of its data, computed by ONNX Runtime on one thread: neither other files of
 * the run nor the training engine are needed.
 */
public final class OnnxScorer implements PairModel {
    private static final int ROWS = 256;
    private static final String INPUTS = "inputs";
    private static final String PROTOCOL = "protocol";
    private static final String SEED = "evaluationSeed";
    private static final String WEIGHTS = "weights";

    private final OnnxSession session;
    private final PreparedDataset data;
    private final SampleSet samples;
    private final List<GraphInput> inputs;
    private final ModelInput limits;
    private final String identity;

    private OnnxScorer(OnnxSession session, PreparedDataset data) {
        this.session = session;
        this.data = data;
        Map<String, String> metadata = session.metadata();
        ProtocolConfig protocol = ConfigJson.protocol(tree(metadata.get(PROTOCOL)));
        samples = SampleSet.build(data, protocol, Long.parseLong(metadata.get(SEED)));
        limits = new ModelInput(data.schema(), protocol.history().maxLength());
        inputs = inputs(tree(metadata.get(INPUTS)));
        identity = "onnx " + metadata.get(WEIGHTS);
    }

    /**
     * Writes the file of an open run; it is read back and compared with the training engine.
     *
     * @throws dev.interestlens.store.ProblemException where a score deviates by more than 1e-5
     */
    public static void write(OpenRun run, Path file) {
        ExperimentConfig config = run.description().config();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("run", run.description().name());
        metadata.put("dataset", run.data().info().fingerprint());
        metadata.put(PROTOCOL, ConfigJson.protocol(config.protocol()).toString());
        metadata.put(SEED, String.valueOf(config.evaluationSeed()));
        metadata.put(WEIGHTS, run.weightsSum());
        Part part = run.samples().size(Part.TEST) > 0 ? Part.TEST : Part.TRAIN;
        int[] rows =
                IntStream.range(0, Math.min(ROWS, run.samples().size(part))).toArray();
        new OnnxExport(Disk.real())
                .writeToScore(run.trained(), metadata, INPUTS, run.samples().batch(part, rows), file);
    }

    /** The same into a target. */
    public static void write(OpenRun run, OutputPath target) {
        target.make(Disk.real(), work -> {
            write(run, work.made());
            return target;
        });
    }

    /** That of an open run, on its data; the file is removed when it is closed. */
    public static OnnxScorer of(OpenRun run) {
        try (Scratch scratch = Scratch.create()) {
            Path file = scratch.folder().resolve("model.onnx");
            write(run, file);
            return open(file, run.data().folder());
        }
    }

    /**
     * Opens such a file with the data set of its run.
     *
     * @throws dev.interestlens.store.ProblemException where it is not such a file, or of another data set
     */
    public static OnnxScorer open(Path file, Path dataset) {
        OnnxSession session = OnnxSession.open(file);
        return Handover.of(session::close, () -> {
            if (!session.metadata().keySet().containsAll(List.of(INPUTS, PROTOCOL, SEED, WEIGHTS))) {
                throw Problem.badInput(OnnxScorer.class, "notToScore", file).exception();
            }
            PreparedDataset data = PreparedDataset.open(dataset);
            if (!data.info().fingerprint().equals(session.metadata().get("dataset"))) {
                data.close();
                throw Problem.usage(OnnxScorer.class, "onnxOfOther", file).exception("data", dataset);
            }
            return new OnnxScorer(session, data);
        });
    }

    private static JsonNode tree(String json) {
        return Json.tree(json.getBytes(StandardCharsets.UTF_8), Path.of("onnx"));
    }

    private static List<GraphInput> inputs(JsonNode tree) {
        return tree.valueStream()
                .map(input -> Json.read(input.toString(), GraphInput.class))
                .toList();
    }

    @Override
    public PreparedDataset data() {
        return data;
    }

    @Override
    public SampleSet samples() {
        return samples;
    }

    @Override
    public SampleSet readSamples() {
        return samples;
    }

    @Override
    public double[] scores(RawBatch batch) {
        return Evaluator.probabilities(session.run(ModelInputTensor.of(inputs, limits, batch), GraphModel.LOGIT)
                .values());
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public void close() {
        session.close();
        data.close();
    }
}
