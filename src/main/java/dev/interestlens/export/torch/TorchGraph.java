package dev.interestlens.export.torch;

import dev.interestlens.export.NamedOperations;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Operations as statements of TorchScript; a value's name is an expression of that language. */
final class TorchGraph extends NamedOperations {
    private static final int F32 = 6;
    private static final int I64 = 4;
    private static final long END = Long.MAX_VALUE;

    /** What a function shares with the loops inside it. */
    private static final class Shared {
        private final Map<String, Tensor> weights;
        private final Map<String, Tensor> used = new LinkedHashMap<>();
        private final List<Tensor> constants = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();
        private int count;

        Shared(Map<String, Tensor> weights) {
            this.weights = weights;
        }
    }

    private final Shared shared;
    private final String indent;
    private final StringJoiner arguments =
            new StringJoiner(",\n    ", "self: __torch__." + ModuleTree.ROOT + ",\n    ", "");
    private final List<String> results = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    TorchGraph(Map<String, Tensor> weights) {
        this(new Shared(weights), "    ");
    }

    private TorchGraph(Shared shared, String indent) {
        this.shared = shared;
        this.indent = indent;
    }

    /** The method {@code forward}: its arguments are the inputs in their order, its result is a tuple of the outputs. */
    String forward() {
        StringJoiner types = new StringJoiner(", ", "Tuple[", "]");
        results.forEach(r -> types.add("Tensor"));
        return "  def forward(" + arguments + ") -> " + types + ":\n" + shared.body + indent + "return ("
                + String.join(", ", results) + (results.size() == 1 ? ",)\n" : ")\n");
    }

    /** Weights that the graph reads, by name. */
    Map<String, Tensor> used() {
        return shared.used;
    }

    /** Tensors of the source's {@code CONSTANTS}. */
    List<Tensor> constants() {
        return shared.constants;
    }

    /** Names of the results in their order. */
    List<String> outputs() {
        return List.copyOf(outputs);
    }

    private Value set(int rank, String operation, Object... arguments) {
        return statement(rank, "torch." + operation + "(" + joined(arguments) + ")");
    }

    @Override
    protected Value call(String operation, int rank, Value... inputs) {
        return set(rank, operation.toLowerCase(Locale.ROOT), (Object[]) inputs);
    }

    private Value statement(int rank, String expression) {
        String name = "v" + shared.count++;
        shared.body.append(indent).append(name).append(" = ").append(expression).append('\n');
        return new Value(name, rank);
    }

    private static String size(Value a, int axis) {
        return "torch.size(" + a.name() + ", " + axis + ")";
    }

    private static String list(Object... values) {
        return "[" + joined(values) + "]";
    }

    private static String joined(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Value value ? value.name() : String.valueOf(argument))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Value input(String name, Type type, String... axes) {
        arguments.add(name + ": Tensor");
        return new Value(name, axes.length);
    }

    @Override
    public void output(String name, Value value, String... axes) {
        outputs.add(name);
        results.add(value.name());
    }

    @Override
    public Value weight(String name) {
        Tensor tensor = shared.weights.get(name);
        shared.used.put(name, tensor);
        return new Value(ModuleTree.expression(name), tensor.shape().length);
    }

    @Override
    public int columns(String name) {
        return Math.toIntExact(shared.weights.get(name).shape()[1]);
    }

    @Override
    public Value constant(float[] values, long... shape) {
        return constant(Tensor.of(values, shape));
    }

    @Override
    public Value constant(long[] values, long... shape) {
        return constant(Tensor.of(values, shape));
    }

    private Value constant(Tensor tensor) {
        shared.constants.add(tensor);
        return new Value("CONSTANTS.c" + (shared.constants.size() - 1), tensor.shape().length);
    }

    @Override
    public Value scale(Value a, double factor) {
        return set(a.rank(), "mul", a, factor);
    }

    @Override
    public Value shift(Value a, double term) {
        return set(a.rank(), "add", a, term);
    }

    @Override
    public Value complement(Value a) {
        return shift(set(a.rank(), "neg", a), 1);
    }

    @Override
    public Value rows(Value table, Value ids) {
        return set(ids.rank() + 1, "embedding", table, ids);
    }

    @Override
    public Value matmulAdd(Value a, Value b, Value c) {
        return a.rank() == 2 ? set(2, "addmm", c, a, b) : add(matmul(a, b), c);
    }

    @Override
    public Value leakyRelu(Value a, double slope) {
        return set(a.rank(), "leaky_relu", a, slope);
    }

    @Override
    public Value gelu(Value a) {
        return set(a.rank(), "gelu", a);
    }

    @Override
    public Value softmax(Value a) {
        return set(a.rank(), "softmax", a, -1);
    }

    @Override
    public Value layerNorm(Value a, Value gamma, Value beta, double epsilon) {
        return set(a.rank(), "layer_norm", a, list(size(gamma, 0)), gamma, beta, epsilon);
    }

    @Override
    public Value sum(Value a, int axis) {
        return set(a.rank() - 1, "sum", a, list(axis));
    }

    @Override
    public Value permute(Value a, int... axes) {
        Object[] order = new Object[axes.length];
        Arrays.setAll(order, i -> axes[i]);
        return set(a.rank(), "permute", a, list(order));
    }

    @Override
    public Value reshape(Value a, long... shape) {
        Object[] extents = new Object[shape.length];
        Arrays.setAll(extents, i -> shape[i] == 0 ? size(a, i) : shape[i]);
        return set(shape.length, "reshape", a, list(extents));
    }

    @Override
    public Value unsqueeze(Value a, int axis) {
        return set(a.rank() + 1, "unsqueeze", a, axis);
    }

    @Override
    public Value squeeze(Value a, int axis) {
        return set(a.rank() - 1, "squeeze", a, axis);
    }

    @Override
    public Value concat(int axis, Value... parts) {
        return set(parts[0].rank(), "cat", list((Object[]) parts), axis);
    }

    @Override
    public Value slice(Value a, int axis, long from, long to) {
        return set(a.rank(), "slice", a, axis, from, to);
    }

    @Override
    public Value pad(Value a, long extent) {
        List<Object> pads = new ArrayList<>(); // two an axis, the last axis first
        for (int axis = a.rank() - 1; axis > 1; axis--) {
            pads.addAll(List.of(0, 0));
        }
        pads.addAll(List.of(0, "torch.sub(" + extent + ", " + size(a, 1) + ")"));
        return set(a.rank(), "constant_pad_nd", a, list(pads.toArray()), 0);
    }

    /** 1 where an axis has no element, else 0. */
    private static String missing(Value a, int axis) {
        return "torch.floordiv(1, torch.add(" + size(a, axis) + ", 1))";
    }

    /** By a concatenation, since the engine's padding refuses arrays that are empty along another axis. */
    @Override
    public Value orOne(Value a, int axis) {
        return behind(a, axis, missing(a, axis));
    }

    @Override
    public Value upTo(Value a, int axis, long multiple) {
        return behind(a, axis, "torch.remainder(torch.sub(0, " + size(a, axis) + "), " + multiple + ")");
    }

    @Override
    public Value first(Value a, int axis, Value other, int otherAxis) {
        return set(a.rank(), "slice", a, axis, 0, size(other, otherAxis));
    }

    @Override
    public Value andZeros(Value a, int axis, int count) {
        return behind(a, axis, count);
    }

    private Value behind(Value a, int axis, Object count) {
        Object[] extents = new Object[a.rank()];
        Arrays.setAll(extents, i -> i == axis ? count : size(a, i));
        return concat(axis, a, set(a.rank(), "new_zeros", a, list(extents)));
    }

    @Override
    public Value unlessEmpty(Value a, int axis, Value other, int otherAxis) {
        return set(a.rank(), "slice", a, axis, missing(other, otherAxis), END);
    }

    @Override
    public Value repeat(Value row, Value like) {
        return set(3, "expand", unsqueeze(row, 1), list(-1, size(like, 1), -1));
    }

    @Override
    public Value zeros(Value like, long width) {
        return set(2, "new_zeros", like, list(size(like, 0), width));
    }

    /** As a cumulative sum of ones, so that the result is on the device of the array. */
    @Override
    public Value positions(Value like) {
        Value ones = set(1, "ones_like", set(1, "select", like, 0, 0));
        return set(1, "sub", set(1, "cumsum", ones, 0, "dtype=" + I64), 1);
    }

    @Override
    public Value atLeast(Value a, Value b) {
        return set(Math.max(a.rank(), b.rank()), "to", both("Ge", a, b), I64);
    }

    @Override
    public Value clip(Value a, long least, long most) {
        return set(a.rank(), "clamp", a, least, most);
    }

    @Override
    public Value floor(Value a, double least) {
        return set(a.rank(), "clamp_min", a, least);
    }

    @Override
    public Value numbers(Value a) {
        return set(a.rank(), "to", a, F32);
    }

    @Override
    public Value wholes(Value a) {
        return set(a.rank(), "to", a, I64);
    }

    @Override
    public Value pick(Value a, Value index) {
        return set(2, "gather", a, 1, index);
    }

    @Override
    public Value added(Value to, Value index, Value values) {
        return set(2, "scatter_add", to, 1, index, values);
    }

    @Override
    public Value put(Value to, Value index, Value values) {
        return set(2, "scatter", to, 1, index, values);
    }

    /** By a stable sort, since the engine's top-k does not define the order of equal elements. */
    @Override
    public Value largest(Value a, long k) {
        return slice(descending(a), 1, 0, k);
    }

    @Override
    public Value best(Value a, Value k) {
        return set(2, "slice", descending(a), 1, 0, number(k));
    }

    private static String number(Value one) {
        return "int(" + one.name() + ")";
    }

    private Value descending(Value a) {
        Value values = new Value("v" + shared.count++, 2);
        Value index = new Value("v" + shared.count++, 2);
        shared.body
                .append(indent)
                .append("%s, %s = torch.sort(%s, stable=True, dim=1, descending=True)\n"
                        .formatted(values.name(), index.name(), a.name()));
        return index;
    }

    @Override
    public Value turned(Value a) {
        return set(a.rank(), "flip", a, list(1));
    }

    @Override
    public Value turned(Value a, Value count) {
        return turned(set(a.rank(), "slice", a, 1, 0, number(count)));
    }

    @Override
    public Value extent(Value a, int axis) {
        return set(1, "tensor", list(size(a, axis)));
    }

    @Override
    public Value same(Value a, Value b) {
        return set(Math.max(a.rank(), b.rank()), "to", both("Eq", a, b), F32);
    }

    @Override
    public Value either(Type type, Value test, Branch yes, Branch no) {
        String name = "v" + shared.count++;
        shared.body.append(indent).append("if bool(" + test.name() + "):\n");
        Value result = branch(name, yes);
        shared.body.append(indent).append("else:\n");
        branch(name, no);
        return result;
    }

    private Value branch(String name, Branch branch) {
        TorchGraph inside = new TorchGraph(shared, indent + "  ");
        Value result = branch.in(inside);
        shared.body.append(inside.indent).append(name + " = " + result.name()).append('\n');
        return new Value(name, result.rank());
    }

    @Override
    public States gru(Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        Value each = new Value("v" + shared.count++, 3);
        Value last = new Value("v" + shared.count++, 3);
        String weights = list(inputWeight, stateWeight, inputBias, stateBias);
        String call = "torch.gru(%s, %s, %s, True, 1, 0., False, False, True)"
                .formatted(x.name(), unsqueeze(before, 0).name(), weights);
        shared.body.append(indent).append(each.name() + ", " + last.name() + " = " + call + "\n");
        return new States(each, squeeze(last, 0));
    }

    @Override
    public Value fold(Value state, List<Value> sequences, Step step) {
        Value now = statement(state.rank(), state.name());
        String index = "i" + shared.count++;
        shared.body.append(indent).append("for " + index + " in range(" + size(sequences.get(0), 0) + "):\n");
        TorchGraph inside = new TorchGraph(shared, indent + "  ");
        List<Value> parts = new ArrayList<>();
        sequences.forEach(s -> parts.add(inside.set(s.rank() - 1, "select", s, 0, index)));
        Value next = step.next(inside, now, parts);
        shared.body
                .append(inside.indent)
                .append(now.name())
                .append(" = ")
                .append(next.name())
                .append('\n');
        return now;
    }
}
