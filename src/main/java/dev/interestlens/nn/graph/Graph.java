package dev.interestlens.nn.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The operations of models, each returning the array that it will compute. Numbers are F32, ids and counts I64; arithmetic broadcasts as NumPy does;
 * an axis may be counted from behind (−1 the last). B samples, L positions.
 */
public interface Graph {
    /** What an input holds. */
    enum Type {
        F32,
        I64
    }

    /** One step of {@link #fold}: the new state from the old one and what each sequence holds at that step. */
    @FunctionalInterface
    interface Step {
        /** state (B, H), parts (B, ·) -> (B, H). */
        Value next(Graph inside, Value state, List<Value> parts);
    }

    /** @param axes the extent of each axis: a number, or the name of one that may be of any extent */
    Value input(String name, Type type, String... axes);

    void output(String name, Value value, String... axes);

    /** A parameter, statistic or table by its name among the weights. */
    Value weight(String name);

    /** Columns of a weight that is a matrix. */
    int columns(String name);

    Value constant(float[] values, long... shape);

    Value constant(long[] values, long... shape);

    /** table (rows, width), ids of any shape -> (…, width). */
    Value rows(Value table, Value ids);

    Value add(Value a, Value b);

    Value subtract(Value a, Value b);

    Value multiply(Value a, Value b);

    Value divide(Value a, Value b);

    Value matmul(Value a, Value b);

    /** a b + c: (…, k), (k, m) and (m), or where a is a matrix (n, k) also (n, m) or (1, m) -> (…, m). */
    Value matmulAdd(Value a, Value b, Value c);

    Value sigmoid(Value a);

    Value tanh(Value a);

    Value relu(Value a);

    Value leakyRelu(Value a, double slope);

    /** By the error function, not its approximation. */
    Value gelu(Value a);

    Value sqrt(Value a);

    /** Over the last axis. */
    Value softmax(Value a);

    /** Over the last axis, biased variance. */
    Value layerNorm(Value a, Value gamma, Value beta, double epsilon);

    /** The axis is removed. */
    Value sum(Value a, int axis);

    Value permute(Value a, int... axes);

    /** 0 keeps the extent that the axis of that number has, −1 takes what is left. */
    Value reshape(Value a, long... shape);

    Value unsqueeze(Value a, int axis);

    Value squeeze(Value a, int axis);

    Value concat(int axis, Value... parts);

    /** Elements from … to − 1 of an axis. */
    Value slice(Value a, int axis, long from, long to);

    /** The last element of an axis; the axis is kept. */
    default Value last(Value a, int axis) {
        return slice(a, axis, -1, Long.MAX_VALUE);
    }

    /** All but the last element of an axis. */
    default Value butLast(Value a, int axis) {
        return slice(a, axis, 0, -1);
    }

    /** Zeros behind axis 1 up to that extent: (B, L, …) -> (B, extent, …). */
    Value pad(Value a, long extent);

    /** Adds one element of zeros on an empty axis; any other array is unchanged. */
    Value orOne(Value a, int axis);

    /** Zeros at the end of an axis, up to a multiple of that number. */
    Value upTo(Value a, int axis, long multiple);

    /** The first elements of an axis, as many as that axis of the other array has. */
    Value first(Value a, int axis, Value other, int otherAxis);

    /** Appends that many elements of zeros at the end of an axis. */
    Value andZeros(Value a, int axis, int count);

    /** Removes the first element of an axis if that axis of the other array is empty; otherwise unchanged. */
    Value unlessEmpty(Value a, int axis, Value other, int otherAxis);

    /** row (B, W), like (B, L, …) -> (B, L, W). */
    Value repeat(Value row, Value like);

    /** like (B, …) -> (B, width). */
    Value zeros(Value like, long width);

    /** The numbers of the positions: like (B, L, …) -> (L), I64. */
    Value positions(Value like);

    /** 1 where a ≥ b, else 0: I64 -> I64. */
    Value atLeast(Value a, Value b);

    /** I64 -> I64. */
    Value clip(Value a, long least, long most);

    /** Raises smaller numbers to that one: F32 -> F32. */
    Value floor(Value a, double least);

    /** I64 -> F32. */
    Value numbers(Value a);

    /** F32 -> I64. */
    Value wholes(Value a);

    /** An element of each index along axis 1: (B, V), I64 (B, L) -> (B, L). */
    Value pick(Value a, Value index);

    /** A copy to which values are added by their index along axis 1: (B, V), I64 (B, L), (B, L) -> (B, V). */
    Value added(Value to, Value index, Value values);

    /** The same with values in place of what was there, of those with the same index any: (B, V), I64 (B, L), (B, L) -> (B, V). */
    Value put(Value to, Value index, Value values);

    /** The numbers of the k largest elements of each row, the largest first, of equal ones that with the smaller number: (B, L) -> (B, k), I64. */
    Value largest(Value a, long k);

    /** The same in any order: k (1), I64, at most the extent of axis 1. */
    Value best(Value a, Value k);

    /** The elements of axis 1 in reverse order. */
    Value turned(Value a);

    /** The first elements of axis 1, as many as that number, (1), I64, at least 1, in reverse order. */
    Value turned(Value a, Value count);

    /** How many elements an axis has: (1), I64. */
    Value extent(Value a, int axis);

    /** 1 where both are equal, else 0: I64 -> F32. */
    Value same(Value a, Value b);

    /** A part of a graph that is computed only where it is chosen. */
    @FunctionalInterface
    interface Branch {
        Value in(Graph inside);
    }

    /** The first branch where the test, (1), I64, is 1, the other one where it is 0; both give arrays of that type and of the same number of axes. */
    Value either(Type type, Value test, Branch yes, Branch no);

    /** The states of a recurrent layer after each step (B, L, H), and after the last one (B, H). */
    record States(Value each, Value last) {}

    /**
     * A GRU as torch has it, gates in the order reset, update, candidate.
     *
     * @param x (B, L, in)
     * @param before the state before the first step, (B, H)
     * @param inputWeight (3H, in)
     * @param stateWeight (3H, H)
     * @param inputBias (3H)
     * @param stateBias (3H)
     */
    States gru(Value x, Value before, Value inputWeight, Value stateWeight, Value inputBias, Value stateBias);

    /**
     * A recurrence over axis 0 that returns the last state.
     *
     * @param state before the first step, (B, H)
     * @param sequences each (L, B, ·), or (L, 1, ·) where all samples have the same
     * @return the state after the last step, (B, H)
     */
    Value fold(Value state, List<Value> sequences, Step step);

    /** Weights over behaviours, (…, L), that may be set by hand: what is used from here on. */
    default Value attention(Value weights) {
        return weights;
    }

    /** In training some elements become 0 and the others are divided by 1 − rate; else unchanged. */
    default Value dropout(Value a, double rate) {
        return a;
    }

    /** a · sigmoid(a). */
    default Value silu(Value a) {
        return multiply(a, sigmoid(a));
    }

    /**
     * The bucket of a time: min(buckets − 1, bits of max(0, gap)), that is 0, 1, 2–3, 4–7, …: I64 -> I64. Of three axes or more one power is compared at
     * a time, since all together would take an array as many times as large.
     */
    default Value timeBucket(Value gaps, int buckets) {
        long[] powers = new long[buckets - 1];
        Arrays.setAll(powers, i -> 1L << i);
        if (gaps.rank() < 3) {
            return sum(atLeast(unsqueeze(gaps, gaps.rank()), constant(powers, powers.length)), gaps.rank());
        }
        Value reached = atLeast(gaps, constant(new long[] {powers[0]}, 1));
        for (int i = 1; i < powers.length; i++) {
            reached = add(reached, atLeast(gaps, constant(new long[] {powers[i]}, 1)));
        }
        return reached;
    }

    /** a · factor. */
    default Value scale(Value a, double factor) {
        return multiply(a, constant(new float[] {(float) factor}));
    }

    /** a + term. */
    default Value shift(Value a, double term) {
        return add(a, constant(new float[] {(float) term}));
    }

    /** 1 − a. */
    default Value complement(Value a) {
        return subtract(constant(new float[] {1}), a);
    }
}
