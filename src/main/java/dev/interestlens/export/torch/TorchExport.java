package dev.interestlens.export.torch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.export.torch.Pickle.Pickled;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.nn.PyTorch;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.DType;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A model as a TorchScript archive for {@code torch.jit.load}, LibTorch and DJL: {@code forward} takes the inputs of the ONNX file in the same order and
 * gives a tuple of score, logit and, where asked for, the attention. The archive's extra file {@code interest-lens.json} names both.
 */
public record TorchExport(Disk disk) {
    private static final String FOLDER = "module/";
    private static final int CHUNK = 1 << 20;

    /** A fixed time, so that the same model always gives the same archive. */
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Name of the extra file. */
    public static final String DESCRIPTION = "interest-lens.json";

    /**
     * Writes the archive, scores the rows with it through DJL and compares.
     *
     * @throws dev.interestlens.store.ProblemException where the disk refuses, or the archive's scores differ (it is then left for inspection)
     */
    public RoundTrip write(
            TrainedModel model, Map<String, String> metadata, boolean attention, RawBatch rows, Path target) {
        TorchGraph graph = new TorchGraph(model.weights().tensors());
        List<GraphInput> inputs = model.describe(graph, attention);
        save(graph, model, metadata, inputs.stream().map(GraphInput::name).toList(), target);
        return RoundTrip.of(model.logits(rows), logits(target, ModelInputTensor.of(inputs, model.input(), rows)))
                .orRefuse(target);
    }

    /** Writes only the archive, to be compared with another one. */
    public void writeUnchecked(TrainedModel model, boolean attention, Path target) {
        TorchGraph graph = new TorchGraph(model.weights().tensors());
        List<GraphInput> inputs = model.describe(graph, attention);
        save(graph, model, Map.of(), inputs.stream().map(GraphInput::name).toList(), target);
    }

    /** Whether a file has the parts of an archive; it is not loaded. */
    public static boolean isArchive(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().endsWith("/data.pkl"))
                    && zip.stream().anyMatch(entry -> entry.getName().contains("/code/"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether two archives hold the same program and numbers, whatever else they say of themselves. */
    public static boolean sameProgram(Path own, Path given) {
        try (ZipFile one = new ZipFile(own.toFile());
                ZipFile other = new ZipFile(given.toFile())) {
            List<String> names = names(one);
            if (!names.equals(names(other))) {
                return false;
            }
            for (String name : names) {
                if (!name.startsWith(FOLDER + "extra/") && !sameBytes(one, other, name)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(ZipFile zip) {
        return zip.stream().map(ZipEntry::getName).sorted().toList();
    }

    private static boolean sameBytes(ZipFile one, ZipFile other, String name) throws IOException {
        try (InputStream a = one.getInputStream(one.getEntry(name));
                InputStream b = other.getInputStream(other.getEntry(name))) {
            for (byte[] block = a.readNBytes(CHUNK); block.length > 0; block = a.readNBytes(CHUNK)) {
                if (!Arrays.equals(block, b.readNBytes(block.length))) {
                    return false;
                }
            }
            return b.read() < 0;
        }
    }

    /**
     * Writes the graph of a user's history and the graph of the candidates of one user, as two archives.
     *
     * @return the tensors that are passed between them
     * @throws dev.interestlens.store.ProblemException where the disk refuses
     */
    public ServingForm writePair(TrainedModel model, Map<String, String> metadata, Path user, Path candidate) {
        Map<String, Tensor> weights = model.weights().tensors();
        TorchGraph ofUser = new TorchGraph(weights);
        TorchGraph ofCandidate = new TorchGraph(weights);
        ServingForm form = model.serve(ServingGraphs.pair(ofUser, ofCandidate));
        save(ofUser, model, metadata, form.user().arguments(), user);
        save(ofCandidate, model, metadata, form.candidate().arguments(), candidate);
        return form;
    }

    private void save(
            TorchGraph graph, TrainedModel model, Map<String, String> metadata, List<String> inputs, Path target) {
        Map<String, Object> description = new LinkedHashMap<>(SafetensorsExport.header(model, metadata));
        description.put("inputs", inputs);
        description.put("outputs", graph.outputs());
        ModuleTree modules = ModuleTree.of(graph.used());
        AtomicFile.write(disk, target, out -> archive(out, modules, graph, Json.pretty(description)));
    }

    /** The inputs of a model's graph, in order. */
    public static List<GraphInput> inputs(TrainedModel model) {
        return model.describe(new TorchGraph(model.weights().tensors()), true);
    }

    /** The outputs of a model's graph with its attention, in order. */
    public static List<String> outputs(TrainedModel model) {
        TorchGraph graph = new TorchGraph(model.weights().tensors());
        model.describe(graph, true);
        return graph.outputs();
    }

    /** A zip of stored entries, format version 3 (torch/csrc/jit/serialization). */
    private static void archive(OutputStream out, ModuleTree modules, TorchGraph graph, String description)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Pickled module = Pickle.module(modules);
        Pickled constants = Pickle.tuple(graph.constants());
        store(zip, "data.pkl", module.bytes());
        store(zip, "code/__torch__.py", utf8(modules.source(graph.forward())));
        store(zip, "data/", module.storages());
        store(zip, "constants.pkl", constants.bytes());
        store(zip, "constants/", constants.storages());
        store(zip, "byteorder", utf8("little"));
        store(zip, "extra/" + DESCRIPTION, utf8(description));
        store(zip, "version", utf8("3\n"));
        zip.finish();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void store(ZipOutputStream zip, String folder, List<Tensor> storages) throws IOException {
        for (int i = 0; i < storages.size(); i++) {
            store(zip, folder + i, storages.get(i));
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        store(zip, name, Tensor.of(content, content.length));
    }

    /** Reads the bytes twice, since a stored entry begins with its checksum. */
    private static void store(ZipOutputStream zip, String name, Tensor content) throws IOException {
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(SOME_TIME);
        entry.setSize(content.bytes());
        entry.setCompressedSize(content.bytes());
        CRC32 sum = new CRC32();
        each(content, sum::update);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        each(content, part -> zip.write(part.array(), 0, part.limit()));
        zip.closeEntry();
    }

    @FunctionalInterface
    private interface Bytes {
        void take(ByteBuffer part) throws IOException;
    }

    private static void each(Tensor content, Bytes taker) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(CHUNK);
        int most = CHUNK / content.dtype().size();
        for (long from = 0; from < content.elements(); from += most) {
            copy.clear().put(content.slice(from, (int) Math.min(most, content.elements() - from)));
            taker.take(copy.flip());
        }
    }

    /** The logits of an archive for a batch, by DJL. */
    static float[] logits(Path file, List<ModelInputTensor> fed) {
        return run(file, fed).get(1);
    }

    /** Every output of an archive for a batch, by DJL. */
    static List<float[]> run(Path file, List<ModelInputTensor> fed) {
        List<Tensor> arrays = fed.stream()
                .map(one ->
                        one.ids() != null ? Tensor.of(one.ids(), one.shape()) : Tensor.of(one.numbers(), one.shape()))
                .toList();
        return compute(file, arrays).stream().map(Tensor::floats).toList();
    }

    /**
     * Every output of an archive, by DJL.
     *
     * @param arguments F32 or I64, in the order of the archive
     */
    public static List<Tensor> compute(Path file, List<Tensor> arguments) {
        try (Model module = PyTorch.module("archive");
                NDManager manager = PyTorch.manager(Device.cpu())) {
            module.load(file.toAbsolutePath().getParent(), file.getFileName().toString());
            NDList given = new NDList();
            arguments.forEach(one -> given.add(array(manager, one)));
            try (Predictor<NDList, NDList> predictor = module.newPredictor(new NoopTranslator(null))) {
                NDList results = predictor.predict(given);
                results.attach(manager);
                return results.stream()
                        .map(one -> Tensor.of(one.toFloatArray(), one.getShape().getShape()))
                        .toList();
            }
        } catch (IOException | MalformedModelException | TranslateException e) {
            throw Problem.badInput(TorchExport.class, "torchRefuses", file).because(e);
        }
    }

    private static NDArray array(NDManager manager, Tensor array) {
        Shape shape = new Shape(array.shape());
        return array.dtype() == DType.I64
                ? manager.create(LongBuffer.wrap(array.longs()), shape, ai.djl.ndarray.types.DataType.INT64)
                : manager.create(FloatBuffer.wrap(array.floats()), shape, ai.djl.ndarray.types.DataType.FLOAT32);
    }
}
