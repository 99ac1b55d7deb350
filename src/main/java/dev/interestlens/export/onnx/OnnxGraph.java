package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations as nodes of an ONNX graph, opset 17. Weights become initializers under their own names; what a scan does each step is a graph inside. */
final class OnnxGraph implements Graph {
    private static final int F32 = TensorProto.DataType.FLOAT_VALUE;
    private static final int I64 = TensorProto.DataType.INT64_VALUE;
    private static final String SCAN = "Scan";

    /** What a graph shares with the graphs inside it. */
    private static final class Shared {
        private final Map<String, Tensor> weights;
        private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
        private int count;

        Shared(Map<String, Tensor> weights) {
            this.weights = weights;
        }
    }

    private final Shared shared;
    private final GraphProto.Builder graph = GraphProto.newBuilder();

    OnnxGraph(Map<String, Tensor> weights) {
        this(new Shared(weights));
    }

    private OnnxGraph(Shared shared) {
        this.shared = shared;
    }

    /** The whole graph with its weights. */
    GraphProto finish(String name) {
        shared.initializers.values().forEach(graph::addInitializer);
        return graph.setName(name).build();
    }

    /** Bytes of all weights and constants so far. */
    long bytes() {
        return shared.initializers.values().stream()
                .mapToLong(t -> t.getRawData().size())
                .sum();
    }

    @Override
    public Value input(String name, Type type, String... axes) {
        graph.addInput(info(name, type == Type.F32 ? F32 : I64, axes));
        return new Value(name, axes.length);
    }

    @Override
    public void output(String name, Value value, String... axes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(value.name())
                .addOutput(name));
        graph.addOutput(info(name, F32, axes));
    }

    private static ValueInfoProto info(String name, int type, String... axes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String axis : axes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            if (Character.isDigit(axis.charAt(0))) {
                dimension.setDimValue(Long.parseLong(axis));
            } else {
                dimension.setDimParam(axis);
            }
            shape.addDim(dimension);
        }
        return info(name, TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape));
    }

    private static ValueInfoProto info(String name, TypeProto.Tensor.Builder type) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    @Override
    public Value weight(String name) {
        Tensor tensor = shared.weights.get(name);
        shared.initializers.computeIfAbsent(name, n -> tensor(n, F32, tensor.data(), tensor.shape()));
        return new Value(name, tensor.shape().length);
    }

    private static TensorProto tensor(String name, int type, ByteBuffer data, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        for (long extent : shape) {
            tensor.addDims(extent);
        }
        return tensor.setRawData(UnsafeByteOperations.unsafeWrap(data)).build();
    }

    private Value constant(int type, ByteBuffer data, long... shape) {
        String name = next("constant");
        shared.initializers.put(name, tensor(name, type, data, shape));
        return new Value(name, shape.length);
    }

    @Override
    public Value constant(float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return constant(F32, data, shape);
    }

    @Override
    public Value constant(long[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return constant(I64, data, shape);
    }

    private Value list(long... values) {
        return constant(values, values.length);
    }

    private String next(String operation) {
        return operation + "_" + shared.count++;
    }

    private Value node(String type, int rank, List<AttributeProto> attributes, Value... inputs) {
        String name = next(type.toLowerCase(java.util.Locale.ROOT));
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(type)
                .setName(name)
                .addOutput(name)
                .addAllAttribute(attributes);
        for (Value input : inputs) {
            node.addInput(input.name());
        }
        graph.addNode(node);
        return new Value(name, rank);
    }

    private Value node(String type, int rank, Value... inputs) {
        return node(type, rank, List.of(), inputs);
    }

    private static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    private static AttributeProto wholes(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    @Override
    public Value rows(Value table, Value ids) {
        return node("Gather", ids.rank() + 1, table, ids);
    }

    @Override
    public Value add(Value a, Value b) {
        return both("Add", a, b);
    }

    @Override
    public Value subtract(Value a, Value b) {
        return both("Sub", a, b);
    }

    @Override
    public Value multiply(Value a, Value b) {
        return both("Mul", a, b);
    }

    @Override
    public Value divide(Value a, Value b) {
        return both("Div", a, b);
    }

    @Override
    public Value matmul(Value a, Value b) {
        return both("MatMul", a, b);
    }

    private Value both(String type, Value a, Value b) {
        return node(type, Math.max(a.rank(), b.rank()), a, b);
    }

    @Override
    public Value sigmoid(Value a) {
        return node("Sigmoid", a.rank(), a);
    }

    @Override
    public Value tanh(Value a) {
        return node("Tanh", a.rank(), a);
    }

    @Override
    public Value relu(Value a) {
        return node("Relu", a.rank(), a);
    }

    @Override
    public Value leakyRelu(Value a, double slope) {
        return node("LeakyRelu", a.rank(), List.of(real("alpha", slope)), a);
    }

    @Override
    public Value gelu(Value a) {
        Value error = node("Erf", a.rank(), scale(a, Math.sqrt(0.5)));
        return scale(multiply(a, shift(error, 1)), 0.5);
    }

    @Override
    public Value sqrt(Value a) {
        return node("Sqrt", a.rank(), a);
    }

    @Override
    public Value softmax(Value a) {
        return node("Softmax", a.rank(), List.of(whole("axis", -1)), a);
    }

    @Override
    public Value layerNorm(Value a, Value gamma, Value beta, double epsilon) {
        List<AttributeProto> attributes = List.of(whole("axis", -1), real("epsilon", epsilon));
        return node("LayerNormalization", a.rank(), attributes, a, gamma, beta);
    }

    @Override
    public Value sum(Value a, int axis) {
        return node("ReduceSum", a.rank() - 1, List.of(whole("keepdims", 0)), a, list(axis));
    }

    @Override
    public Value permute(Value a, int... axes) {
        long[] order = Arrays.stream(axes).asLongStream().toArray();
        return node("Transpose", a.rank(), List.of(wholes("perm", order)), a);
    }

    @Override
    public Value reshape(Value a, long... shape) {
        return node("Reshape", shape.length, a, list(shape));
    }

    @Override
    public Value unsqueeze(Value a, int axis) {
        return node("Unsqueeze", a.rank() + 1, a, list(axis));
    }

    @Override
    public Value squeeze(Value a, int axis) {
        return node("Squeeze", a.rank() - 1, a, list(axis));
    }

    @Override
    public Value concat(int axis, Value... parts) {
        return node("Concat", parts[0].rank(), List.of(whole("axis", axis)), parts);
    }

    @Override
    public Value slice(Value a, int axis, long from, long to) {
        return node("Slice", a.rank(), a, list(from), list(to), list(axis));
    }

    @Override
    public Value last(Value a, int axis) {
        return slice(a, axis, -1, Long.MAX_VALUE);
    }

    @Override
    public Value butLast(Value a, int axis) {
        return slice(a, axis, 0, -1);
    }

    private Value extents(Value a, long from, long to) {
        return node("Shape", 1, List.of(whole("start", from), whole("end", to)), a);
    }

    @Override
    public Value pad(Value a, long extent) {
        Value missing = subtract(list(extent), extents(a, 1, 2));
        Value before = list(new long[a.rank() + 1]);
        Value pads =
                a.rank() == 2 ? concat(0, before, missing) : concat(0, before, missing, list(new long[a.rank() - 2]));
        return node("Pad", a.rank(), a, pads);
    }

    /** (1), I64: 1 where an axis has no element, else 0. */
    private Value missing(Value a, int axis) {
        Value free = subtract(list(1), extents(a, axis, axis + 1L));
        return node("Max", 1, free, list(0));
    }

    @Override
    public Value orOne(Value a, int axis) {
        Value before = list(new long[a.rank() + axis]);
        Value pads = axis == a.rank() - 1
                ? concat(0, before, missing(a, axis))
                : concat(0, before, missing(a, axis), list(new long[a.rank() - 1 - axis]));
        return node("Pad", a.rank(), a, pads);
    }

    @Override
    public Value unlessEmpty(Value a, int axis, Value other, int otherAxis) {
        return node("Slice", a.rank(), a, missing(other, otherAxis), list(Long.MAX_VALUE), list(axis));
    }

    @Override
    public Value repeat(Value row, Value like) {
        return node("Expand", 3, unsqueeze(row, 1), concat(0, extents(like, 0, 2), list(1)));
    }

    @Override
    public Value zeros(Value like, long width) {
        return node("ConstantOfShape", 2, concat(0, extents(like, 0, 1), list(width)));
    }

    @Override
    public Value positions(Value like) {
        Value count = squeeze(extents(like, 1, 2), 0);
        return node("Range", 1, constant(new long[] {0}), count, constant(new long[] {1}));
    }

    @Override
    public Value atLeast(Value a, Value b) {
        int rank = Math.max(a.rank(), b.rank());
        return cast(node("GreaterOrEqual", rank, a, b), I64);
    }

    @Override
    public Value clip(Value a, long least, long most) {
        return node("Clip", a.rank(), a, constant(new long[] {least}), constant(new long[] {most}));
    }

    @Override
    public Value floor(Value a, double least) {
        return node("Max", a.rank(), a, constant(new float[] {(float) least}));
    }

    @Override
    public Value numbers(Value a) {
        return cast(a, F32);
    }

    @Override
    public Value wholes(Value a) {
        return cast(a, I64);
    }

    private Value cast(Value a, int type) {
        return node("Cast", a.rank(), List.of(whole("to", type)), a);
    }

    @Override
    public Value pick(Value a, Value index) {
        return node("GatherElements", 2, List.of(whole("axis", 1)), a, index);
    }

    @Override
    public Value largest(Value a, long k) {
        String name = next("topk");
        graph.addNode(NodeProto.newBuilder()
                .setOpType("TopK")
                .setName(name)
                .addInput(a.name())
                .addInput(list(k).name())
                .addOutput(name + "_values")
                .addOutput(name)
                .addAttribute(whole("axis", 1)));
        return new Value(name, 2);
    }

    @Override
    public Value turned(Value a) {
        return node("Slice", a.rank(), a, list(-1), list(Long.MIN_VALUE), list(1), list(-1));
    }

    @Override
    public States gru(Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        Value bias = concat(0, updateFirst(inputBias), updateFirst(stateBias)); // (6H)
        String name = next("gru");
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType("GRU")
                .setName(name)
                .addOutput(name + "_states")
                .addOutput(name + "_last")
                .addAttribute(whole("hidden_size", hidden(stateWeight)))
                .addAttribute(whole("linear_before_reset", 1));
        List.of(
                        permute(x, 1, 0, 2).name(), // (L, B, in)
                        unsqueeze(updateFirst(inputWeight), 0).name(), // (1, 3H, in)
                        unsqueeze(updateFirst(stateWeight), 0).name(),
                        unsqueeze(bias, 0).name(),
                        "", // all steps of all samples
                        unsqueeze(before, 0).name())
                .forEach(node::addInput);
        graph.addNode(node);
        Value states = squeeze(new Value(name + "_states", 4), 1); // (L, 1, B, H) -> (L, B, H)
        return new States(permute(states, 1, 0, 2), squeeze(new Value(name + "_last", 3), 0));
    }

    private long hidden(Value stateWeight) {
        return shared.weights.get(stateWeight.name()).shape()[1];
    }

    /** The standard has the update gate before the reset gate: (3H, ·) -> (3H, ·). */
    private Value updateFirst(Value gates) {
        Value third = node("Div", 1, extents(gates, 0, 1), list(3));
        Value two = node("Mul", 1, third, list(2));
        Value reset = node("Slice", gates.rank(), gates, list(0), third, list(0));
        Value update = node("Slice", gates.rank(), gates, third, two, list(0));
        Value candidate = node("Slice", gates.rank(), gates, two, list(Long.MAX_VALUE), list(0));
        return concat(0, update, reset, candidate);
    }

    @Override
    public Value fold(Value state, List<Value> sequences, Step step) {
        OnnxGraph inside = new OnnxGraph(shared);
        Value before = inside.entry("state", state.rank());
        List<Value> parts = new ArrayList<>();
        sequences.forEach(s -> parts.add(inside.entry("step", s.rank() - 1)));
        Value after = step.next(inside, before, parts);
        inside.graph.addOutput(untyped(after.name()));
        String name = next("scan");
        long[] axes = new long[sequences.size()];
        Arrays.fill(axes, 1);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(SCAN)
                .setName(name)
                .addInput(state.name())
                .addOutput(name)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeProto.AttributeType.GRAPH)
                        .setG(inside.graph.setName(name + "_step")))
                .addAttribute(whole("num_scan_inputs", sequences.size()))
                .addAttribute(wholes("scan_input_axes", axes));
        sequences.forEach(s -> node.addInput(s.name()));
        graph.addNode(node);
        return new Value(name, state.rank());
    }

    private Value entry(String what, int rank) {
        Value value = new Value(next(what), rank);
        graph.addInput(untyped(value.name()));
        return value;
    }

    private static ValueInfoProto untyped(String name) {
        return info(name, TypeProto.Tensor.newBuilder().setElemType(F32));
    }
}
