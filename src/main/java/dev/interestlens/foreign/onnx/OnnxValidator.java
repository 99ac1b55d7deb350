package dev.interestlens.foreign.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks an untrusted file before any runtime loads it: only operators of the standard, in one graph and its branches; arrays of their declared size;
 * weights in the file itself, or in a file beside it with a plain name.
 */
public final class OnnxValidator {
    private static final Set<String> STANDARD = Set.of("", "ai.onnx");
    private static final int DEEPEST = 8;
    private static final int MAX_NODES = 1_000_000;
    private static final long MAX_BYTES = Integer.MAX_VALUE;

    /** Bytes of an element by the number of its type; only these are checked. */
    private static final Map<Integer, Integer> SIZES = Map.ofEntries(
            Map.entry(TensorProto.DataType.FLOAT_VALUE, 4),
            Map.entry(TensorProto.DataType.DOUBLE_VALUE, 8),
            Map.entry(TensorProto.DataType.INT32_VALUE, 4),
            Map.entry(TensorProto.DataType.INT64_VALUE, 8),
            Map.entry(TensorProto.DataType.FLOAT16_VALUE, 2),
            Map.entry(TensorProto.DataType.BFLOAT16_VALUE, 2),
            Map.entry(TensorProto.DataType.INT16_VALUE, 2),
            Map.entry(TensorProto.DataType.UINT16_VALUE, 2),
            Map.entry(TensorProto.DataType.INT8_VALUE, 1),
            Map.entry(TensorProto.DataType.UINT8_VALUE, 1),
            Map.entry(TensorProto.DataType.BOOL_VALUE, 1));

    private final Path file;
    private final Set<String> siblings = new LinkedHashSet<>();
    private int nodes;

    private OnnxValidator(Path file) {
        this.file = file;
    }

    /**
     * A model that was checked.
     *
     * @param siblings plain names of files beside it that hold weights
     */
    record Examined(ModelProto model, Set<String> siblings) {}

    /** @throws ProblemException naming what is not allowed */
    static Examined examine(Path file) {
        OnnxValidator guard = new OnnxValidator(file.toAbsolutePath());
        ModelProto model = guard.read();
        guard.model(model);
        return new Examined(model, Set.copyOf(guard.siblings));
    }

    /** Plain names of the files that belong to a file, after checking it. */
    public static Set<String> siblings(Path file) {
        return examine(file).siblings();
    }

    private ModelProto read() {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused("noFile", "");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw refused("tooLarge", "");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return ModelProto.parseFrom(in);
            }
        } catch (InvalidProtocolBufferException e) {
            throw refused("noModel", "");
        } catch (IOException e) {
            throw Problem.resource(OnnxValidator.class, "unreadable", file).because(e);
        }
    }

    private void model(ModelProto model) {
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw refused("noModel", "");
        }
        for (OperatorSetIdProto used : model.getOpsetImportList()) {
            require(STANDARD.contains(used.getDomain()), "operators", used.getDomain());
        }
        require(model.getFunctionsCount() == 0, "functions", "");
        require(model.getTrainingInfoCount() == 0, "training", "");
        graph(model.getGraph(), 0);
    }

    private void graph(GraphProto graph, int depth) {
        require(depth < DEEPEST, "depth", "");
        require(graph.getSparseInitializerCount() == 0, "sparse", "");
        graph.getInitializerList().forEach(this::tensor);
        for (NodeProto node : graph.getNodeList()) {
            require(++nodes <= MAX_NODES, "nodes", "");
            require(STANDARD.contains(node.getDomain()), "operators", node.getDomain() + " " + node.getOpType());
            require(node.getOutputCount() > 0, "noModel", "");
            for (AttributeProto attribute : node.getAttributeList()) {
                require(!attribute.hasSparseTensor() && attribute.getSparseTensorsCount() == 0, "sparse", "");
                if (attribute.hasT()) {
                    tensor(attribute.getT());
                }
                attribute.getTensorsList().forEach(this::tensor);
                if (attribute.hasG()) {
                    graph(attribute.getG(), depth + 1);
                }
                for (GraphProto inner : attribute.getGraphsList()) {
                    graph(inner, depth + 1);
                }
            }
        }
    }

    private void tensor(TensorProto tensor) {
        long elements = 1;
        for (long extent : tensor.getDimsList()) {
            require(extent >= 0 && (extent == 0 || elements <= Long.MAX_VALUE / 8 / extent), "size", tensor.getName());
            elements *= extent;
        }
        Integer size = SIZES.get(tensor.getDataType());
        boolean external = tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
        require(external || tensor.getExternalDataCount() == 0, "otherFile", tensor.getName());
        if (external) {
            beside(tensor, size == null ? -1 : elements * size);
        } else if (tensor.hasRawData() && size != null) {
            require(tensor.getRawData().size() == elements * size, "size", tensor.getName());
        }
    }

    private void beside(TensorProto tensor, long expected) {
        Map<String, String> where = new HashMap<>();
        tensor.getExternalDataList().forEach(entry -> where.put(entry.getKey(), entry.getValue()));
        String name = where.getOrDefault("location", "");
        require(isPlainName(name), "otherFile", name);
        Path sibling = file.resolveSibling(name);
        require(Files.isRegularFile(sibling, LinkOption.NOFOLLOW_LINKS), "siblingMissing", name);
        try {
            long offset = number(where.getOrDefault("offset", "0"), name);
            long length = number(where.getOrDefault("length", String.valueOf(Math.max(0, expected))), name);
            long room = Files.size(sibling);
            require(offset <= room && length <= room - offset, "siblingShort", name);
            require(expected < 0 || length == expected, "size", tensor.getName());
        } catch (IOException e) {
            throw refused("siblingMissing", name);
        }
        siblings.add(name);
    }

    private long number(String text, String name) {
        require(text.matches("\\d{1,18}"), "siblingShort", name);
        return Long.parseLong(text);
    }

    private static boolean isPlainName(String name) {
        try {
            boolean plain = !name.isBlank() && !name.startsWith(".") && name.matches("[^/\\\\:*?\"<>|\\x00-\\x1f]+");
            return plain && Path.of(name).getNameCount() == 1 && !Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void require(boolean holds, String key, String value) {
        if (!holds) {
            throw refused(key, value);
        }
    }

    private ProblemException refused(String key, String value) {
        Problem.Builder builder = Problem.badInput(OnnxValidator.class, key, file);
        return (value.isEmpty() ? builder : builder.value(value)).exception();
    }
}
