package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * The engine's operations as plain functions. They differ from {@link NDArray}'s own methods in that they go straight to the engine: no copies of
 * scalars, no layout checks. Results belong to the open {@code NDScope}.
 */
public final class Ops {
    private Ops() {}

    /** x W^T + b. Shapes: x (..., in), weight (out, in), bias (out) or null. */
    public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return JniUtils.linear(pt(x), pt(weight), bias == null ? null : pt(bias));
    }

    /** Rows of a table: index (n) of I64, table (rows, width) -> (n, width). */
    public static NDArray rows(NDArray index, NDArray table) {
        return JniUtils.embedding(pt(index), pt(table), false);
    }

    public static NDArray add(NDArray a, NDArray b) {
        return JniUtils.add(pt(a), pt(b));
    }

    public static NDArray sub(NDArray a, NDArray b) {
        return JniUtils.sub(pt(a), pt(b));
    }

    public static NDArray mul(NDArray a, NDArray b) {
        return JniUtils.mul(pt(a), pt(b));
    }

    public static NDArray div(NDArray a, NDArray b) {
        return JniUtils.div(pt(a), pt(b));
    }

    /** a * factor, the factor in double precision where a has it. */
    public static NDArray scale(NDArray a, double factor) {
        return JniUtils.mul(pt(a), number(a, factor));
    }

    /** a + term, the term in double precision where a has it. */
    public static NDArray shift(NDArray a, double term) {
        return JniUtils.add(pt(a), number(a, term));
    }

    /**
     * A number as an array of no axes that lives as long as the open scope. {@link NDArray#mul(Number)} closes its own at once, while the engine
     * still uses the memory, which belongs to Java, for the backward pass: a garbage collection in between would corrupt the gradient.
     */
    private static PtNDArray number(NDArray like, double value) {
        boolean alike = like.getShape().dimension() > 0; // beside a scalar, the number would decide the type
        return pt(
                alike || like.getDataType() == DataType.FLOAT64
                        ? like.getManager().create(value)
                        : like.getManager().create((float) value));
    }

    public static NDArray neg(NDArray a) {
        return JniUtils.neg(pt(a));
    }

    public static NDArray matmul(NDArray a, NDArray b) {
        return JniUtils.matmul(pt(a), pt(b));
    }

    public static NDArray transpose(NDArray a, long first, long second) {
        return JniUtils.transpose(pt(a), first, second);
    }

    public static NDArray permute(NDArray a, long... axes) {
        return JniUtils.permute(pt(a), axes);
    }

    public static NDArray view(NDArray a, long... shape) {
        return JniUtils.reshape(pt(a), shape);
    }

    public static NDArray unsqueeze(NDArray a, long axis) {
        return JniUtils.unsqueeze(pt(a), axis);
    }

    /** Each row so often, one after another: (n, w) -> (n · times, w). */
    public static NDArray repeated(NDArray a, int times) {
        long n = a.getShape().get(0);
        long w = a.getShape().get(1);
        return times == 1 ? a : view(unsqueeze(a, 1).broadcast(n, times, w), n * times, w);
    }

    public static NDArray squeeze(NDArray a, long axis) {
        return JniUtils.squeeze(pt(a), axis);
    }

    public static NDArray concat(long axis, NDArray... parts) {
        if (parts.length == 1) {
            return parts[0];
        }
        PtNDArray[] typed = new PtNDArray[parts.length];
        Arrays.setAll(typed, i -> pt(parts[i]));
        return JniUtils.cat(typed, axis);
    }

    /** Cuts an axis into pieces of the given sizes; the pieces are views. */
    public static NDArray[] split(NDArray a, long axis, long... sizes) {
        NDList pieces = JniUtils.split(pt(a), sizes, axis);
        return pieces.toArray(new NDArray[0]);
    }

    public static NDArray slice(NDArray a, long axis, long from, long to) {
        return JniUtils.slice(pt(a), axis, from, to, 1);
    }

    public static NDArray gather(NDArray a, NDArray index, long axis) {
        return JniUtils.gather(pt(a), pt(index), axis);
    }

    public static NDArray where(NDArray condition, NDArray yes, NDArray no) {
        return JniUtils.where(pt(condition), pt(yes), pt(no));
    }

    public static NDArray softmax(NDArray a, long axis) {
        return JniUtils.softmax(pt(a), axis, a.getDataType());
    }

    public static NDArray logSoftmax(NDArray a, long axis) {
        return JniUtils.logSoftmax(pt(a), axis, a.getDataType());
    }

    public static NDArray sum(NDArray a, long axis) {
        return JniUtils.sum(pt(a), new long[] {axis}, false);
    }

    public static NDArray sumAll(NDArray a) {
        return JniUtils.sum(pt(a));
    }

    public static NDArray mean(NDArray a) {
        return JniUtils.mean(pt(a));
    }

    public static NDArray square(NDArray a) {
        return JniUtils.square(pt(a));
    }

    public static NDArray sqrt(NDArray a) {
        return JniUtils.sqrt(pt(a));
    }

    public static NDArray sigmoid(NDArray a) {
        return JniUtils.sigmoid(pt(a));
    }

    public static NDArray tanh(NDArray a) {
        return JniUtils.tanh(pt(a));
    }

    public static NDArray relu(NDArray a) {
        return JniUtils.relu(pt(a));
    }

    public static NDArray leakyRelu(NDArray a, double slope) {
        return JniUtils.leakyRelu(pt(a), slope);
    }

    public static NDArray gelu(NDArray a) {
        return JniUtils.gelu(pt(a));
    }

    /** log(1 + e^a), stable. */
    public static NDArray softplus(NDArray a) {
        return JniUtils.softPlus(pt(a));
    }

    /** The engine's own dropout; see {@link Noise}. */
    public static NDArray dropout(NDArray a, double rate) {
        return JniUtils.dropout(pt(a), rate, true);
    }

    public static NDArray layerNorm(NDArray a, NDArray gamma, NDArray beta, double epsilon) {
        return JniUtils.layerNorm(pt(a), gamma.getShape(), pt(gamma), pt(beta), epsilon);
    }

    /** DJL hands (x, a, b, c, d) to torch as (x, running mean, running variance, gamma, beta), whatever its own parameters are called. */
    public static NDArray batchNorm(
            NDArray x,
            NDArray gamma,
            NDArray beta,
            NDArray mean,
            NDArray variance,
            boolean training,
            double momentum,
            double epsilon) {
        return JniUtils.batchNorm(pt(x), pt(mean), pt(variance), pt(gamma), pt(beta), training, momentum, epsilon);
    }

    /** The same values, cut off from the gradient. */
    public static NDArray detach(NDArray a) {
        return JniUtils.detachGradient(pt(a));
    }

    public static NDArray zeros(NDArray like, long... shape) {
        return like.getManager().zeros(new Shape(shape), like.getDataType());
    }

    /** The same values as a leaf with a gradient. */
    public static NDArray leaf(NDArray a) {
        NDArray leaf = detach(a);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /** Switches the recording of gradients for this thread; a new thread starts with it on. */
    public static void gradients(boolean on) {
        JniUtils.setGradMode(on);
    }

    /** Backward pass from a scalar; gradients are accumulated in the leaves. */
    public static void backward(NDArray loss) {
        JniUtils.backward(pt(loss), pt(loss.onesLike()), false, false);
    }

    /** Backward pass from an array whose gradient is known; the recorded graph is kept for further backward passes. */
    public static void backward(NDArray from, NDArray gradient) {
        JniUtils.backward(pt(from), pt(gradient), true, false);
    }

    /** The gradient that reached a leaf, or null where none did. */
    public static NDArray gradient(NDArray leaf) {
        return JniUtils.getGradient(pt(leaf));
    }

    /** Sets the number of threads of the engine's operations, for the whole process. */
    public static void threads(int count) {
        PyTorch.load(); // its library may not be loaded yet
        JniUtils.setNumThreads(count);
    }

    /** Seeds the engine's own randomness, which is dropout's. */
    public static void seed(long seed) {
        JniUtils.setSeed(seed);
    }

    /** Clears the gradient of a leaf. */
    public static void clearGradient(NDArray leaf) {
        JniUtils.zeroGrad(pt(leaf));
    }

    static PtNDArray pt(NDArray a) {
        return (PtNDArray) a;
    }
}
