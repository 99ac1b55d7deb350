package dev.interestlens.export.onnx;

import static dev.interestlens.export.onnx.OnnxNodes.BOOL;
import static dev.interestlens.export.onnx.OnnxNodes.F32;
import static dev.interestlens.export.onnx.OnnxNodes.I64;
import static dev.interestlens.export.onnx.OnnxNodes.real;
import static dev.interestlens.export.onnx.OnnxNodes.text;
import static dev.interestlens.export.onnx.OnnxNodes.whole;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.interestlens.export.NamedOperations;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations of {@link Graph} as nodes of an ONNX graph, opset 17. Weights keep their names; a fold becomes a Scan, whose steps are a graph inside. */
final class OnnxGraph extends NamedOperations {
    /** From as many on, the steps of a GRU are faster as a loop. */
    private static final int MANY_SAMPLES = 32;

    private final OnnxNodes nodes;

    OnnxGraph(Map<String, Tensor> weights) {
        this(new OnnxNodes(weights));
    }

    private OnnxGraph(OnnxNodes nodes) {
        this.nodes = nodes;
    }

    /** The whole graph with its weights. */
    GraphProto finish(String name) {
        return nodes.finish(name);
    }

    @Override
    public Value input(String name, Type type, String... axes) {
        return nodes.input(name, element(type), axes);
    }

    private static int element(Type type) {
        return type == Type.F32 ? F32 : I64;
    }

    @Override
    public void output(String name, Value value, String... axes) {
        nodes.output(name, value, axes);
    }

    @Override
    public Value weight(String name) {
        return nodes.weight(name);
    }

    @Override
    public int columns(String name) {
        return nodes.columns(name);
    }

    @Override
    public Value constant(float[] values, long... shape) {
        return nodes.constant(values, shape);
    }

    @Override
    public Value constant(long[] values, long... shape) {
        return nodes.constant(values, shape);
    }

    private Value list(long... values) {
        return nodes.list(values);
    }

    private Value node(String type, int rank, List<AttributeProto> attributes, Value... inputs) {
        return nodes.node(type, rank, attributes, inputs);
    }

    private Value node(String type, int rank, Value... inputs) {
        return node(type, rank, List.of(), inputs);
    }

    @Override
    protected Value call(String operation, int rank, Value... inputs) {
        return node(operation, rank, inputs);
    }

    @Override
    public Value rows(Value table, Value ids) {
        return node("Gather", ids.rank() + 1, table, ids);
    }

    /** One node adds at once what runtimes would write and read again between a product and a sum. */
    @Override
    public Value matmulAdd(Value a, Value b, Value c) {
        if (a.rank() == 2) {
            return node("Gemm", 2, a, b, c);
        }
        Value flat = node("Flatten", 2, List.of(whole("axis", a.rank() - 1L)), a);
        Value each = node("Gemm", 2, flat, b, c);
        return node("Reshape", a.rank(), each, concat(0, extents(a, 0, a.rank() - 1L), list(-1)));
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
        return node("Transpose", a.rank(), List.of(OnnxNodes.wholes("perm", order)), a);
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
    public Value upTo(Value a, int axis, long multiple) {
        Value missing = node("Mod", 1, subtract(list(0), extents(a, axis, axis + 1L)), list(multiple));
        Value before = list(new long[a.rank() + axis]);
        Value pads = axis == a.rank() - 1
                ? concat(0, before, missing)
                : concat(0, before, missing, list(new long[a.rank() - 1 - axis]));
        return node("Pad", a.rank(), a, pads);
    }

    @Override
    public Value first(Value a, int axis, Value other, int otherAxis) {
        return node("Slice", a.rank(), a, list(0), extents(other, otherAxis, otherAxis + 1L), list(axis));
    }

    @Override
    public Value andZeros(Value a, int axis, int count) {
        long[] pads = new long[2 * a.rank()];
        pads[a.rank() + axis] = count;
        return node("Pad", a.rank(), a, list(pads));
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
    public Value added(Value to, Value index, Value values) {
        List<AttributeProto> added = List.of(whole("axis", 1), text("reduction", "add"));
        return node("ScatterElements", 2, added, to, index, values);
    }

    @Override
    public Value put(Value to, Value index, Value values) {
        return node("ScatterElements", 2, List.of(whole("axis", 1)), to, index, values);
    }

    @Override
    public Value largest(Value a, long k) {
        return largest(a, list(k), true);
    }

    @Override
    public Value best(Value a, Value k) {
        return largest(a, k, false);
    }

    private Value largest(Value a, Value k, boolean sorted) {
        NodeProto.Builder node = nodes.begin("TopK");
        node.addInput(a.name())
                .addInput(k.name())
                .addOutput(node.getName() + "_values")
                .addOutput(node.getName())
                .addAttribute(whole("axis", 1))
                .addAttribute(whole("sorted", sorted ? 1 : 0));
        return new Value(nodes.add(node), 2);
    }

    @Override
    public Value turned(Value a) {
        return turnedFrom(a, list(-1));
    }

    @Override
    public Value turned(Value a, Value count) {
        return turnedFrom(a, subtract(count, list(1)));
    }

    private Value turnedFrom(Value a, Value start) {
        return node("Slice", a.rank(), a, start, list(Long.MIN_VALUE), list(1), list(-1));
    }

    @Override
    public Value extent(Value a, int axis) {
        return extents(a, axis, axis + 1L);
    }

    @Override
    public Value same(Value a, Value b) {
        return cast(both("Equal", a, b), F32);
    }

    @Override
    public Value either(Type type, Value test, Branch yes, Branch no) {
        return choice(type, test, inside -> List.of(yes.in(inside)), inside -> List.of(no.in(inside)))
                .get(0);
    }

    private List<Value> choice(
            Type type, Value test, Function<OnnxGraph, List<Value>> yes, Function<OnnxGraph, List<Value>> no) {
        NodeProto.Builder node = nodes.begin("If").addInput(cast(test, BOOL).name());
        branch(node, "then_branch", type, yes);
        List<Value> results = new ArrayList<>();
        for (Value each : branch(node, "else_branch", type, no)) {
            results.add(new Value(node.getName() + "_" + results.size(), each.rank()));
        }
        results.forEach(each -> node.addOutput(each.name()));
        nodes.add(node);
        return results;
    }

    private List<Value> branch(
            NodeProto.Builder node, String kind, Type type, Function<OnnxGraph, List<Value>> branch) {
        OnnxGraph inside = new OnnxGraph(nodes.inside());
        List<Value> results = branch.apply(inside);
        node.addAttribute(inside.nodes.attribute(
                kind, node.getName() + "_" + kind, element(type), results.toArray(Value[]::new)));
        return results;
    }

    /** One node, or, of many samples, a loop over the steps, whose products of all samples then are faster than that node. */
    @Override
    public States gru(Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        Value byStep = permute(x, 1, 0, 2); // (L, B, in)
        List<Value> states = choice(
                Type.F32,
                atLeast(extent(x, 0), list(MANY_SAMPLES)),
                inside -> inside.gruSteps(byStep, before, inputWeight, stateWeight, inputBias, stateBias),
                inside -> inside.gruNode(byStep, before, inputWeight, stateWeight, inputBias, stateBias));
        return new States(permute(states.get(1), 1, 0, 2), states.get(0));
    }

    /** x (L, B, in) -> (B, H), (L, B, H). */
    private List<Value> gruSteps(
            Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        int h = Math.toIntExact(hidden(stateWeight));
        List<Value> sequences = new ArrayList<>();
        List<Value> ofState = new ArrayList<>();
        for (int gate = 0; gate < 3; gate++) {
            long from = (long) gate * h;
            Value bias = slice(inputBias, 0, from, from + h);
            Value all = gate == 2 ? bias : add(bias, slice(stateBias, 0, from, from + h));
            sequences.add(matmulAdd(x, permute(slice(inputWeight, 0, from, from + h), 1, 0), all));
            ofState.add(permute(slice(stateWeight, 0, from, from + h), 1, 0));
        }
        Value candidateBias = slice(stateBias, 0, 2L * h, 3L * h);
        return scan(before, sequences, true, (in, state, parts) -> {
            Value reset = in.sigmoid(in.matmulAdd(state, ofState.get(0), parts.get(0)));
            Value kept = in.sigmoid(in.matmulAdd(state, ofState.get(1), parts.get(1)));
            Value read = in.multiply(reset, in.matmulAdd(state, ofState.get(2), candidateBias));
            Value candidate = in.tanh(in.add(parts.get(2), read));
            return in.add(candidate, in.multiply(kept, in.subtract(state, candidate)));
        });
    }

    /** The same. */
    private List<Value> gruNode(
            Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        Value bias = concat(0, updateFirst(inputBias), updateFirst(stateBias)); // (6H)
        NodeProto.Builder node = nodes.begin("GRU");
        String name = node.getName();
        node.addOutput(name + "_states")
                .addOutput(name + "_last")
                .addAttribute(whole("hidden_size", hidden(stateWeight)))
                .addAttribute(whole("linear_before_reset", 1));
        List.of(
                        x.name(),
                        unsqueeze(updateFirst(inputWeight), 0).name(), // (1, 3H, in)
                        unsqueeze(updateFirst(stateWeight), 0).name(),
                        unsqueeze(bias, 0).name(),
                        "", // all steps of all samples
                        unsqueeze(before, 0).name())
                .forEach(node::addInput);
        nodes.add(node);
        Value states = squeeze(new Value(name + "_states", 4), 1); // (L, 1, B, H) -> (L, B, H)
        return List.of(squeeze(new Value(name + "_last", 3), 0), states);
    }

    private long hidden(Value stateWeight) {
        return nodes.shape(stateWeight.name())[1];
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
        return scan(state, sequences, false, step).get(0);
    }

    /** @return the last state and, where asked for, the states after each step (L, B, ·) */
    private List<Value> scan(Value state, List<Value> sequences, boolean each, Step step) {
        OnnxGraph inside = new OnnxGraph(nodes.inside());
        Value before = inside.nodes.stepInput("state", state.rank());
        List<Value> parts = new ArrayList<>();
        sequences.forEach(s -> parts.add(inside.nodes.stepInput("step", s.rank() - 1)));
        Value after = step.next(inside, before, parts);
        NodeProto.Builder node = nodes.begin("Scan");
        List<Value> results = new ArrayList<>(List.of(new Value(node.getName(), state.rank())));
        List<Value> given = new ArrayList<>(List.of(after));
        if (each) {
            results.add(new Value(node.getName() + "_each", state.rank() + 1));
            given.add(inside.node("Identity", after.rank(), after));
        }
        node.addInput(state.name())
                .addAttribute(
                        inside.nodes.attribute("body", node.getName() + "_step", F32, given.toArray(Value[]::new)))
                .addAttribute(whole("num_scan_inputs", sequences.size()));
        sequences.forEach(s -> node.addInput(s.name()));
        results.forEach(result -> node.addOutput(result.name()));
        nodes.add(node);
        return results;
    }
}
