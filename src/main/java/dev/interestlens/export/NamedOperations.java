package dev.interestlens.export;

import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** The operations that ONNX and TorchScript have by the same name, one for one. */
public abstract class NamedOperations implements Graph {
    /** One operation by its name in ONNX, which has the same arguments in both. */
    protected abstract Value call(String operation, int rank, Value... inputs);

    /** An operation on the elements of two arrays, which broadcast. */
    protected final Value both(String operation, Value a, Value b) {
        return call(operation, Math.max(a.rank(), b.rank()), a, b);
    }

    @Override
    public final Value add(Value a, Value b) {
        return both("Add", a, b);
    }

    @Override
    public final Value subtract(Value a, Value b) {
        return both("Sub", a, b);
    }

    @Override
    public final Value multiply(Value a, Value b) {
        return both("Mul", a, b);
    }

    @Override
    public final Value divide(Value a, Value b) {
        return both("Div", a, b);
    }

    @Override
    public final Value matmul(Value a, Value b) {
        return both("MatMul", a, b);
    }

    @Override
    public final Value sigmoid(Value a) {
        return call("Sigmoid", a.rank(), a);
    }

    @Override
    public final Value tanh(Value a) {
        return call("Tanh", a.rank(), a);
    }

    @Override
    public final Value relu(Value a) {
        return call("Relu", a.rank(), a);
    }

    @Override
    public final Value sqrt(Value a) {
        return call("Sqrt", a.rank(), a);
    }
}
