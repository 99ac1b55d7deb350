package dev.interestlens.export.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.store.DType;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import dev.interestlens.store.UnpackedLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** An ONNX file in ONNX Runtime, on one thread by default. Closing frees it. */
public final class OnnxSession implements AutoCloseable {
    /** It unpacks two libraries into a folder that it never removes. */
    private static final UnpackedLibrary LIBRARY =
            new UnpackedLibrary("ONNX Runtime", 24, Pattern.compile("onnxruntime-java\\d+/libonnxruntime\\w*\\.so"));

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Path file;

    /** Types that arrays of other graphs may have, by the runtime's names. */
    private static final Map<OnnxJavaType, DType> TYPES = Map.of(
            OnnxJavaType.FLOAT, DType.F32,
            OnnxJavaType.DOUBLE, DType.F64,
            OnnxJavaType.INT32, DType.I32,
            OnnxJavaType.INT64, DType.I64,
            OnnxJavaType.BOOL, DType.BOOL);

    /** Numbers with their shape, row-major. */
    public record Output(long[] shape, float[] values) {}

    private OnnxSession(OrtEnvironment environment, OrtSession session, Path file) {
        this.environment = environment;
        this.session = session;
        this.file = file;
    }

    /** Loads the runtime, which the first session would do otherwise. */
    public static void load() {
        runtime();
    }

    private static OrtEnvironment runtime() {
        return LIBRARY.use(() -> OrtEnvironment.getEnvironment());
    }

    /** @throws dev.interestlens.store.ProblemException where the runtime does not take the file */
    public static OnnxSession open(Path file) {
        return open(file, 1);
    }

    /** The same on several threads, each operation being divided among them. */
    public static OnnxSession open(Path file, int threads) {
        OrtEnvironment environment = runtime();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            return new OnnxSession(environment, session(environment, file, options), file);
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    /** The runtime takes a name in Java's own form of UTF-8, and so finds no file whose name has letters beyond the first 65,536, such as emoji. */
    private static OrtSession session(OrtEnvironment environment, Path file, OrtSession.SessionOptions options)
            throws OrtException {
        String name = file.toString();
        if (name.length() == name.codePointCount(0, name.length())) {
            return environment.createSession(name, options);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer model = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return environment.createSession(model, options);
        } catch (IOException e) {
            throw Json.unreadable(file, e);
        }
    }

    /**
     * A model that is in memory, on one thread.
     *
     * @param file named in problems; external weights are in its folder
     * @param optimised whether the graph may be rewritten: then not every array of it is computed
     */
    public static OnnxSession open(byte[] model, Path file, boolean optimised) {
        OrtEnvironment environment = runtime();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setOptimizationLevel(
                    optimised ? OrtSession.SessionOptions.OptLevel.ALL_OPT : OrtSession.SessionOptions.OptLevel.NO_OPT);
            options.addConfigEntry(
                    "session.model_external_initializers_file_folder_path",
                    file.toAbsolutePath().getParent().toString());
            return new OnnxSession(environment, environment.createSession(model, options), file);
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    private static dev.interestlens.store.ProblemException refused(Path file, OrtException cause) {
        return Problem.badInput(OnnxSession.class, "runtimeRefuses", file).because(cause);
    }

    public Set<String> inputs() {
        return session.getInputNames();
    }

    /** The metadata of the file. */
    public Map<String, String> metadata() {
        try {
            return Map.copyOf(session.getMetadata().getCustomMetadata());
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }

    public Set<String> outputs() {
        return session.getOutputNames();
    }

    /** One output for a batch. */
    public Output run(List<ModelInputTensor> inputs, String output) {
        Map<String, OnnxTensor> given = new HashMap<>();
        try {
            for (ModelInputTensor fed : inputs) {
                given.put(fed.input().name(), tensor(fed));
            }
            try (OrtSession.Result result = session.run(given, Set.of(output))) {
                OnnxTensor tensor = (OnnxTensor) result.get(0);
                float[] values = new float[tensor.getFloatBuffer().remaining()];
                tensor.getFloatBuffer().get(values);
                return new Output(tensor.getInfo().getShape(), values);
            }
        } catch (OrtException e) {
            throw refused(file, e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    /** Computes a graph in this process, as {@link GraphRunner#run} says: for files of this program itself, and in a child process. */
    public static Map<String, Tensor> once(Path graph, Map<String, Tensor> inputs, List<String> outputs) {
        try (OnnxSession session = open(graph)) {
            return session.run(inputs, outputs);
        }
    }

    /** Some outputs for a batch, by their names; inputs that the graph does not have are left out. */
    public Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> outputs) {
        Map<String, Tensor> results = new LinkedHashMap<>();
        run(inputs, new LinkedHashSet<>(outputs), result -> {
            for (String output : outputs) {
                results.put(output, tensor(output, result.get(output).orElseThrow()));
            }
        });
        return results;
    }

    /** All outputs that are arrays of known types, by their names. */
    public Map<String, Tensor> runAll(Map<String, Tensor> inputs) {
        Map<String, Tensor> results = new LinkedHashMap<>();
        run(inputs, session.getOutputNames(), result -> {
            for (Map.Entry<String, OnnxValue> each : result) {
                if (each.getValue() instanceof OnnxTensor tensor && TYPES.containsKey(tensor.getInfo().type)) {
                    results.put(each.getKey(), tensor(each.getKey(), tensor));
                }
            }
        });
        return results;
    }

    private void run(Map<String, Tensor> inputs, Set<String> outputs, Consumer<OrtSession.Result> take) {
        Map<String, OnnxTensor> given = new HashMap<>();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                given.put(input.getKey(), tensor(input.getValue()));
            }
            try (OrtSession.Result result = session.run(given, outputs)) {
                take.accept(result);
            }
        } catch (OrtException e) {
            throw refused(file, e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(Tensor array) throws OrtException {
        OnnxJavaType type = TYPES.entrySet().stream()
                .filter(each -> each.getValue() == array.dtype())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input of type " + array.dtype()))
                .getKey();
        ByteBuffer copy =
                ByteBuffer.allocateDirect(Math.toIntExact(array.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        copy.put(array.data()).flip();
        return OnnxTensor.createTensor(environment, copy, array.shape(), type);
    }

    private Tensor tensor(String name, OnnxValue value) {
        if (value instanceof OnnxTensor tensor && TYPES.containsKey(tensor.getInfo().type)) {
            ByteBuffer bytes = tensor.getByteBuffer();
            ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
            copy.put(bytes).flip();
            return new Tensor(TYPES.get(tensor.getInfo().type), tensor.getInfo().getShape(), copy);
        }
        throw Problem.badInput(OnnxSession.class, "otherOutput", file)
                .value(name)
                .exception("type", value.getInfo());
    }

    private OnnxTensor tensor(ModelInputTensor fed) throws OrtException {
        return fed.ids() != null
                ? OnnxTensor.createTensor(environment, LongBuffer.wrap(fed.ids()), fed.shape())
                : OnnxTensor.createTensor(environment, FloatBuffer.wrap(fed.numbers()), fed.shape());
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw refused(file, e);
        }
    }
}
