package dev.interestlens.nn.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A description that the engine computes at once, with gradients where they are recorded. Every value is the array that it names, with all its axes;
 * an axis of extent 1 stands for as many equal elements as another array has. Parts that are put side by side on the last axis stay apart until an
 * operation needs the whole: a product with a matrix is the sum of a product of each part, each at its own extent. Arrays belong to the open scope.
 */
public final class EngineGraph implements Graph {
    /** What a description takes. */
    @FunctionalInterface
    public interface Given {
        /** The array of an input, by its name, its type and the extents of its axes: numbers or names. */
        NDArray array(String name, Type type, List<String> axes);
    }

    private final Tensors tensors;
    private final DataType type;
    private final Function<String, NDArray> weights;
    private final Given given;
    private final ForwardContext pass;
    private final Noise noise;
    private final Map<Value, NDArray> arrays = new HashMap<>();
    private final Map<Value, List<Value>> apart = new HashMap<>();
    private final Map<String, Value> named = new HashMap<>();

    /**
     * @param type of all numbers
     * @param weights arrays by their names
     * @param given what it takes
     * @param pass whether it is training, and what is set by hand
     * @param noise of dropout
     */
    public EngineGraph(
            Tensors tensors,
            DataType type,
            Function<String, NDArray> weights,
            Given given,
            ForwardContext pass,
            Noise noise) {
        this.tensors = tensors;
        this.type = type;
        this.weights = weights;
        this.given = given;
        this.pass = pass;
        this.noise = noise;
    }

    /** Over the parameters, statistics and tables of a model; everything else is given by {@link #of}. Tables are whole, and get no gradients. */
    public static EngineGraph over(Parameters parameters, DataType type, ForwardContext pass) {
        return new EngineGraph(
                parameters.tensors(),
                type,
                name -> parameters.named(name, type),
                (name, kind, axes) -> {
                    throw new IllegalArgumentException(name + " is not given");
                },
                pass,
                parameters.noise());
    }

    /** An array as a value of the description. */
    public Value of(NDArray array) {
        Value value = new Value(
                "v" + arrays.size() + "_" + apart.size(), array.getShape().dimension());
        arrays.put(value, array);
        return value;
    }

    /** The array of a value. */
    public NDArray array(Value value) {
        if (!arrays.containsKey(value)) {
            List<Value> parts = apart.get(value);
            arrays.put(
                    value,
                    joined(value.rank() - 1, parts.stream().map(this::array).toList()));
        }
        return arrays.get(value);
    }

    private static long[] extents(NDArray array) {
        return array.getShape().getShape().clone();
    }

    private static int axis(NDArray array, int axis) {
        return axis < 0 ? axis + array.getShape().dimension() : axis;
    }

    // what a description reads and gives

    @Override
    public Value input(String name, Type kind, String... axes) {
        return named.computeIfAbsent("input " + name, key -> of(given.array(name, kind, List.of(axes))));
    }

    /** The value is kept by its name: {@link #output(String)}. */
    @Override
    public void output(String name, Value value, String... axes) {
        named.put("output " + name, value);
    }

    /** The array that the description gives under that name. */
    public NDArray output(String name) {
        return array(named.get("output " + name));
    }

    @Override
    public Value weight(String name) {
        return named.computeIfAbsent("weight " + name, key -> of(weights.apply(name)));
    }

    @Override
    public int columns(String name) {
        return (int) array(weight(name)).getShape().get(1);
    }

    @Override
    public Value constant(float[] values, long... shape) {
        return of(tensors.floats(values, values.length, type, shape));
    }

    @Override
    public Value constant(long[] values, long... shape) {
        return of(tensors.longs(values, shape));
    }

    @Override
    public Value attention(Value attention) {
        return of(pass.change().attention(array(attention), tensors));
    }

    @Override
    public Value dropout(Value a, double rate) {
        return of(noise.drop(array(a), rate, pass.training()));
    }

    // arithmetic

    @Override
    public Value rows(Value table, Value ids) {
        NDArray index = array(ids);
        return of(
                index.getShape().dimension() == 1
                        ? Ops.rows(index, array(table))
                        : Ops.view(
                                Ops.rows(Ops.view(index, -1), array(table)),
                                and(extents(index), columns(array(table)))));
    }

    private static long columns(NDArray table) {
        return table.getShape().get(1);
    }

    private static long[] and(long[] extents, long last) {
        long[] more = Arrays.copyOf(extents, extents.length + 1);
        more[extents.length] = last;
        return more;
    }

    @Override
    public Value add(Value a, Value b) {
        return of(Ops.add(array(a), array(b)));
    }

    @Override
    public Value subtract(Value a, Value b) {
        return of(Ops.sub(array(a), array(b)));
    }

    @Override
    public Value multiply(Value a, Value b) {
        return of(Ops.mul(array(a), array(b)));
    }

    @Override
    public Value divide(Value a, Value b) {
        return of(Ops.div(array(a), array(b)));
    }

    @Override
    public Value scale(Value a, double factor) {
        return of(Ops.scale(array(a), factor));
    }

    @Override
    public Value shift(Value a, double term) {
        return of(Ops.shift(array(a), term));
    }

    @Override
    public Value complement(Value a) {
        return of(Ops.shift(Ops.neg(array(a)), 1));
    }

    /** Of parts side by side the sum of their products; with a matrix that is the same for all samples one product. */
    @Override
    public Value matmul(Value a, Value b) {
        List<Value> parts = arrays.containsKey(a) ? null : apart.get(a);
        if (parts == null || b.rank() != 2) {
            boolean same = a.rank() == 3 && b.rank() == 3 && array(b).getShape().get(0) == 1;
            return of(Ops.matmul(array(a), same ? Ops.squeeze(array(b), 0) : array(b)));
        }
        NDArray sum = null;
        long from = 0;
        for (Value part : parts) {
            NDArray x = array(part);
            long to = from + x.getShape().get(a.rank() - 1);
            NDArray product = Ops.matmul(x, Ops.slice(array(b), 0, from, to));
            sum = sum == null ? product : Ops.add(sum, product);
            from = to;
        }
        return of(sum);
    }

    @Override
    public Value matmulAdd(Value a, Value b, Value c) {
        return add(matmul(a, b), c);
    }

    @Override
    public Value sigmoid(Value a) {
        return of(Ops.sigmoid(array(a)));
    }

    @Override
    public Value tanh(Value a) {
        return of(Ops.tanh(array(a)));
    }

    @Override
    public Value relu(Value a) {
        return of(Ops.relu(array(a)));
    }

    @Override
    public Value leakyRelu(Value a, double slope) {
        return of(Ops.leakyRelu(array(a), slope));
    }

    @Override
    public Value gelu(Value a) {
        return of(Ops.gelu(array(a)));
    }

    @Override
    public Value sqrt(Value a) {
        return of(Ops.sqrt(array(a)));
    }

    @Override
    public Value softmax(Value a) {
        return of(Ops.softmax(array(a), a.rank() - 1L));
    }

    @Override
    public Value layerNorm(Value a, Value gamma, Value beta, double epsilon) {
        return of(Ops.layerNorm(array(a), array(gamma), array(beta), epsilon));
    }

    @Override
    public Value sum(Value a, int axis) {
        return of(Ops.sum(array(a), axis));
    }

    // shapes

    @Override
    public Value permute(Value a, int... axes) {
        return of(Ops.permute(array(a), Arrays.stream(axes).asLongStream().toArray()));
    }

    @Override
    public Value reshape(Value a, long... shape) {
        long[] to = shape.clone();
        Arrays.setAll(to, i -> to[i] == 0 ? array(a).getShape().get(i) : to[i]);
        return of(Ops.view(array(a), to));
    }

    @Override
    public Value unsqueeze(Value a, int axis) {
        return of(Ops.unsqueeze(array(a), axis));
    }

    @Override
    public Value squeeze(Value a, int axis) {
        return of(Ops.squeeze(array(a), axis));
    }

    @Override
    public Value concat(int axis, Value... parts) {
        int rank = parts[0].rank();
        if (axis == rank - 1 || axis == -1) {
            Value joined = new Value("v" + arrays.size() + "_" + apart.size(), rank);
            apart.put(joined, List.of(parts));
            return joined;
        }
        return of(joined(axis, Arrays.stream(parts).map(this::array).toList()));
    }

    /** With every part at the greatest extent of all. */
    private static NDArray joined(int axis, List<NDArray> parts) {
        long[] most = extents(parts.get(0));
        parts.forEach(part ->
                Arrays.setAll(most, i -> Math.max(most[i], part.getShape().get(i))));
        return Ops.concat(
                axis,
                parts.stream()
                        .map(part -> {
                            long[] to = most.clone();
                            to[axis] = part.getShape().get(axis);
                            boolean whole = to[axis] == 0 || Arrays.equals(to, extents(part));
                            return whole ? part : part.broadcast(new Shape(to));
                        })
                        .toArray(NDArray[]::new));
    }

    /** As Python counts: a negative place is counted from the end, and one behind the end is the end. */
    @Override
    public Value slice(Value a, int axis, long from, long to) {
        NDArray array = array(a);
        long extent = array.getShape().get(axis(array, axis));
        return of(Ops.slice(array, axis(array, axis), place(from, extent), place(to, extent)));
    }

    private static long place(long at, long extent) {
        return Math.max(0, Math.min(extent, at < 0 ? at + extent : at));
    }

    @Override
    public Value pad(Value a, long extent) {
        return andZeros(a, 1, (int) (extent - array(a).getShape().get(1)));
    }

    @Override
    public Value orOne(Value a, int axis) {
        return andZeros(a, axis, array(a).getShape().get(axis) == 0 ? 1 : 0);
    }

    @Override
    public Value upTo(Value a, int axis, long multiple) {
        long extent = array(a).getShape().get(axis);
        return andZeros(a, axis, (int) ((multiple - extent % multiple) % multiple));
    }

    @Override
    public Value first(Value a, int axis, Value other, int otherAxis) {
        return slice(a, axis, 0, array(other).getShape().get(otherAxis));
    }

    @Override
    public Value andZeros(Value a, int axis, int count) {
        if (count == 0) {
            return a;
        }
        long[] extents = extents(array(a));
        extents[axis] = count;
        return of(Ops.concat(axis, array(a), Ops.zeros(array(a), extents)));
    }

    @Override
    public Value unlessEmpty(Value a, int axis, Value other, int otherAxis) {
        return array(other).getShape().get(otherAxis) == 0 ? slice(a, axis, 1, Long.MAX_VALUE) : a;
    }

    /** One row for all: (B, 1, W). */
    @Override
    public Value repeat(Value row, Value like) {
        return unsqueeze(row, 1);
    }

    @Override
    public Value zeros(Value like, long width) {
        NDArray any = apart.containsKey(like) ? array(apart.get(like).get(0)) : array(like);
        return of(Ops.zeros(any, extents(any)[0], width));
    }

    // whole numbers

    @Override
    public Value positions(Value like) {
        int[] places = new int[(int) array(like).getShape().get(1)];
        Arrays.setAll(places, i -> i);
        return of(tensors.longs(places));
    }

    @Override
    public Value atLeast(Value a, Value b) {
        return of(array(a).gte(array(b)).toType(DataType.INT64, false));
    }

    @Override
    public Value clip(Value a, long least, long most) {
        return of(array(a).clip(least, most));
    }

    @Override
    public Value floor(Value a, double least) {
        return of(array(a).maximum(array(a).getManager().create(least)));
    }

    @Override
    public Value numbers(Value a) {
        return of(array(a).toType(type, false));
    }

    @Override
    public Value wholes(Value a) {
        return of(array(a).toType(DataType.INT64, false));
    }

    /** By the logarithm, which is exact for powers of two. */
    @Override
    public Value timeBucket(Value gaps, int buckets) {
        NDArray bits = array(gaps)
                .toType(DataType.FLOAT64, false)
                .maximum(0.5)
                .log2()
                .floor()
                .add(1);
        return of(bits.clip(0, buckets - 1).toType(DataType.INT64, false));
    }

    @Override
    public Value pick(Value a, Value index) {
        NDArray of = array(a);
        NDArray at = array(index);
        long rows = at.getShape().get(0);
        boolean shared = of.getShape().get(0) == 1 && rows != 1;
        return of(Ops.gather(shared ? of.broadcast(rows, of.getShape().get(1)) : of, at, 1));
    }

    /** By a product with a one at each index. */
    @Override
    public Value added(Value to, Value index, Value values) {
        NDArray before = array(to);
        int width = (int) before.getShape().get(1);
        NDArray ones = array(index).oneHot(width, type); // (B, L, V)
        NDArray sums = Ops.squeeze(Ops.matmul(Ops.unsqueeze(array(values), 1), ones), 1); // (B, V)
        return of(Ops.add(before, sums));
    }

    @Override
    public Value put(Value to, Value index, Value values) {
        return of(array(to).scatter(array(index), array(values), 1));
    }

    @Override
    public Value largest(Value a, long k) {
        return slice(of(array(a).argSort(1, false)), 1, 0, k);
    }

    @Override
    public Value best(Value a, Value k) {
        return largest(a, number(k));
    }

    private long number(Value one) {
        return array(one).toLongArray()[0];
    }

    @Override
    public Value turned(Value a) {
        return of(array(a).flip(1));
    }

    @Override
    public Value turned(Value a, Value count) {
        return turned(slice(a, 1, 0, number(count)));
    }

    @Override
    public Value extent(Value a, int axis) {
        return of(tensors.longs(new int[] {(int) array(a).getShape().get(axis)}));
    }

    @Override
    public Value same(Value a, Value b) {
        return of(array(a).eq(array(b)).toType(type, false));
    }

    @Override
    public Value either(Type kind, Value test, Branch yes, Branch no) {
        return number(test) == 1 ? yes.in(this) : no.in(this);
    }

    // recurrences

    @Override
    public States gru(Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias) {
        long h = array(stateWeight).getShape().get(1);
        NDArray driven = array(add(matmul(x, permute(inputWeight, 1, 0)), inputBias)); // (B, L, 3H)
        NDArray now = array(before);
        List<NDArray> states = new ArrayList<>();
        for (NDArray ofStep : steps(driven, 1)) {
            NDArray[] of = Ops.split(ofStep, 1, h, h, h);
            NDArray[] own = Ops.split(Ops.linear(now, array(stateWeight), array(stateBias)), 1, h, h, h);
            NDArray reset = Ops.sigmoid(Ops.add(of[0], own[0]));
            NDArray stays = Ops.sigmoid(Ops.add(of[1], own[1]));
            NDArray next = Ops.tanh(Ops.add(of[2], Ops.mul(reset, own[2])));
            now = Ops.add(next, Ops.mul(stays, Ops.sub(now, next)));
            states.add(Ops.unsqueeze(now, 1));
        }
        return new States(of(Ops.concat(1, states.toArray(NDArray[]::new))), of(now));
    }

    private static List<NDArray> steps(NDArray sequence, int axis) {
        List<NDArray> steps = new ArrayList<>();
        for (long t = 0; t < sequence.getShape().get(axis); t++) {
            steps.add(Ops.squeeze(Ops.slice(sequence, axis, t, t + 1), axis));
        }
        return steps;
    }

    @Override
    public Value fold(Value state, List<Value> sequences, Step step) {
        Value now = state;
        List<List<NDArray>> all =
                sequences.stream().map(sequence -> steps(array(sequence), 0)).toList();
        for (int t = 0; t < all.get(0).size(); t++) {
            int place = t;
            now = step.next(
                    this, now, all.stream().map(each -> of(each.get(place))).toList());
        }
        return now;
    }
}
