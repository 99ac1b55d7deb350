package dev.interestlens.foreign.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.interestlens.export.onnx.OnnxExport;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An untrusted graph read from its file: inputs, outputs, and the tables of its inputs. Nothing is computed. */
public final class GraphFile {
    /** An extent that is not fixed. */
    public static final int OPEN = -1;

    private static final int NEAR = 6;
    private static final Set<String> FLAT =
            Set.of("Squeeze", "Unsqueeze", "Reshape", "Identity", "Flatten", "Clip", "Cast");

    /** Types of inputs. */
    public enum Type {
        FLOAT,
        DOUBLE,
        INT32,
        INT64,
        BOOL,
        OTHER
    }

    /**
     * An input.
     *
     * @param shape extents; {@link #OPEN} where one is not fixed
     */
    public record Input(String name, Type type, List<Integer> shape) {
        public Input {
            shape = List.copyOf(shape);
        }

        /** Whether it holds integers. */
        public boolean whole() {
            return type == Type.INT32 || type == Type.INT64;
        }
    }

    /** Columns of an input, from … to − 1; all of them where both are 0. */
    public record Columns(int from, int to) {
        public static final Columns ALL = new Columns(0, 0);

        public int width() {
            return to - from;
        }
    }

    /** A table for columns of an input; width 0 where it gives one number, such as a category. */
    public record Table(String name, long rows, long width, Columns columns) {}

    /** The use of an input: its tables, and other operations on some of its columns. */
    public record Use(List<Table> tables, Map<Columns, Set<String>> operations) {
        public Use {
            tables = List.copyOf(tables);
            operations = Map.copyOf(operations);
        }

        public List<Table> tables(Columns columns) {
            return tables.stream()
                    .filter(table -> table.columns().equals(columns))
                    .toList();
        }
    }

    /** An operation with the names of its inputs and outputs. */
    public record Node(String operation, List<String> inputs, List<String> outputs) {}

    private final Path path;
    private final Set<String> siblings;
    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, List<NodeProto>> users = new HashMap<>();

    private final boolean own;

    private GraphFile(Path path, Set<String> siblings, ModelProto model) {
        this.path = path;
        this.siblings = siblings;
        own = model.getProducerName().equals(OnnxExport.PRODUCER);
        graph = model.getGraph();
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            new LinkedHashSet<>(node.getInputList())
                    .forEach(input -> users.computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
            if (node.getOpType().equals("Constant")) {
                node.getAttributeList().stream()
                        .filter(AttributeProto::hasT)
                        .forEach(attribute -> constants.put(node.getOutput(0), attribute.getT()));
            }
        }
    }

    /** @throws dev.interestlens.store.ProblemException where the file may not be opened */
    public static GraphFile read(Path path) {
        OnnxValidator.Examined examined = OnnxValidator.examine(path);
        return new GraphFile(path, examined.siblings(), examined.model());
    }

    public Path path() {
        return path;
    }

    /** Plain names of files beside it that hold weights. */
    public Set<String> siblings() {
        return siblings;
    }

    public List<Input> inputs() {
        return graph.getInputList().stream()
                .filter(input -> !constants.containsKey(input.getName()))
                .map(GraphFile::input)
                .toList();
    }

    private static Input input(ValueInfoProto info) {
        Type type =
                switch (info.getType().getTensorType().getElemType()) {
                    case TensorProto.DataType.FLOAT_VALUE -> Type.FLOAT;
                    case TensorProto.DataType.DOUBLE_VALUE -> Type.DOUBLE;
                    case TensorProto.DataType.INT32_VALUE -> Type.INT32;
                    case TensorProto.DataType.INT64_VALUE -> Type.INT64;
                    case TensorProto.DataType.BOOL_VALUE -> Type.BOOL;
                    default -> Type.OTHER;
                };
        return new Input(info.getName(), type, extents(info));
    }

    private static List<Integer> extents(ValueInfoProto info) {
        List<Integer> shape = new ArrayList<>();
        for (TensorShapeProto.Dimension each :
                info.getType().getTensorType().getShape().getDimList()) {
            long extent = each.getDimValue();
            shape.add(extent > 0 && extent < Integer.MAX_VALUE ? (int) extent : OPEN);
        }
        return shape;
    }

    public List<String> outputs() {
        return graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
    }

    /** Extents of an output, as far as they are given. */
    public List<Integer> outputShape(String name) {
        return graph.getOutputList().stream()
                .filter(output -> output.getName().equals(name))
                .findFirst()
                .map(GraphFile::extents)
                .orElse(List.of());
    }

    public List<Node> nodes() {
        return graph.getNodeList().stream()
                .map(node -> new Node(node.getOpType(), node.getInputList(), node.getOutputList()))
                .toList();
    }

    /** Numbers that the file holds as weights. */
    public long parameters() {
        return graph.getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE)
                .mapToLong(GraphFile::elements)
                .sum();
    }

    private static long elements(TensorProto tensor) {
        return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
    }

    /** The input of a sigmoid that gives the output; empty where the output is not a sigmoid. */
    public Optional<String> beforeSigmoid(String output) {
        String at = output;
        for (int i = 0; i < NEAR; i++) {
            NodeProto node = producers.get(at);
            if (node == null || node.getInputCount() == 0) {
                return Optional.empty();
            }
            if (node.getOpType().equals("Sigmoid")) {
                return Optional.of(node.getInput(0));
            }
            if (!FLAT.contains(node.getOpType())) {
                return node.getOpType().equals("If") ? insideBranch(node) : Optional.empty();
            }
            at = node.getInput(0);
        }
        return Optional.empty();
    }

    /** Handles an If whose branches both pass on the result of an outer sigmoid, one of them squeezed. */
    private Optional<String> insideBranch(NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (!attribute.hasG() || attribute.getG().getOutputCount() == 0) {
                continue;
            }
            Map<String, NodeProto> inside = new HashMap<>();
            attribute.getG().getNodeList().forEach(each -> each.getOutputList().forEach(o -> inside.put(o, each)));
            String at = attribute.getG().getOutput(0).getName();
            for (int i = 0; i < NEAR && inside.containsKey(at); i++) {
                NodeProto each = inside.get(at);
                if (!FLAT.contains(each.getOpType())) {
                    break;
                }
                at = input(each, 0);
            }
            if (producers.containsKey(at)) {
                return beforeSigmoid(at);
            }
        }
        return Optional.empty();
    }

    /** Whether this program wrote it. */
    public boolean own() {
        return own;
    }

    /** Whether a part of it was exported in training mode. */
    public boolean training() {
        return graph.getNodeList().stream().anyMatch(this::training);
    }

    private boolean training(NodeProto node) {
        if (node.getOpType().equals("BatchNormalization")) {
            return node.getAttributeList().stream()
                    .anyMatch(attribute -> attribute.getName().equals("training_mode") && attribute.getI() == 1);
        }
        if (node.getOpType().equals("Dropout") && node.getInputCount() > 2) {
            TensorProto mode = constants.get(node.getInput(2));
            return mode != null
                    && (mode.getInt32DataCount() > 0
                            ? mode.getInt32Data(0) != 0
                            : mode.getRawData().size() > 0 && mode.getRawData().byteAt(0) != 0);
        }
        return false;
    }

    /** The use of an input. */
    public Use use(String input) {
        return InputTrace.of(this, input);
    }

    /** Nodes that read an array. */
    List<NodeProto> readersOf(String tensor) {
        return users.getOrDefault(tensor, List.of());
    }

    /** A weight or constant, also through operations that pass it on. */
    Optional<TensorProto> table(String name) {
        String at = name;
        for (int i = 0; i < NEAR; i++) {
            TensorProto found = constants.get(at);
            if (found != null) {
                return Optional.of(found);
            }
            NodeProto node = producers.get(at);
            if (node == null || !Set.of("Identity", "Cast").contains(node.getOpType())) {
                return Optional.empty();
            }
            at = input(node, 0);
        }
        return Optional.empty();
    }

    /** A node's input by index; empty where it has none. */
    static String input(NodeProto node, int place) {
        return place < node.getInputCount() ? node.getInput(place) : "";
    }

    /** Of some tables those whose first row can be replaced, since they are plain weights of the file. */
    public List<String> changeable(Set<String> tables) {
        return graph.getInitializerList().stream()
                .filter(tensor -> tables.contains(tensor.getName()))
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE)
                .filter(tensor ->
                        tensor.getDimsCount() == 2 && tensor.getRawData().size() > 0)
                .map(TensorProto::getName)
                .toList();
    }

    /** Whether the first row of each of these is all zeros. */
    public boolean firstRowsAreZero(List<String> tables) {
        return tables.stream().allMatch(name -> {
            TensorProto table = constants.get(name);
            int bytes = (int) table.getDims(1) * Float.BYTES;
            for (int i = 0; i < bytes; i++) {
                if (table.getRawData().byteAt(i) != 0) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Constant integers of the file; empty where they are computed or missing. */
    Optional<long[]> wholes(String name) {
        return table(name).map(tensor -> {
            if (tensor.getInt64DataCount() > 0) {
                return tensor.getInt64DataList().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
            }
            if (tensor.getDataType() != TensorProto.DataType.INT64_VALUE) {
                return null;
            }
            LongBuffer longs = tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer();
            long[] values = new long[longs.remaining()];
            longs.get(values);
            return values.length == 0 ? null : values;
        });
    }
}
