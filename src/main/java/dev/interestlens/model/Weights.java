package dev.interestlens.model;

import dev.interestlens.model.embedding.MappedRows;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.DType;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights and running statistics of a model, F32, by name. Loaded weights are checked first: every name is present, every shape matches, every
 * number is finite.
 *
 * @param tensors by name
 */
public record Weights(Map<String, Tensor> tensors) {

    /** The present values of a model; tables are not copied. */
    public static Weights of(Parameters parameters) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.stored().forEach(table -> tensors.put(table.name(), tensor(table)));
        float[] flat = parameters.denseValues();
        for (Parameter p : parameters.dense()) {
            tensors.put(p.name(), Tensor.of(Arrays.copyOfRange(flat, p.offset(), p.offset() + p.size()), p.shape()));
        }
        parameters.buffers().forEach(buffer -> tensors.put(buffer.name(), Tensor.of(buffer.values(), buffer.size())));
        return new Weights(tensors);
    }

    private static Tensor tensor(RowTable table) {
        RowSource rows = table.storage();
        return rows instanceof MappedRows mapped
                ? mapped.tensor()
                : Tensor.view(rows.array(), table.rows(), table.width());
    }

    /** Loads checked weights into a model; its tables read them from the mapped file. */
    void mapInto(Parameters parameters) {
        loadDense(parameters);
        parameters.stored().forEach(t -> t.load(new MappedRows(tensors.get(t.name()), t.width())));
    }

    /** Copies the weights into a model that continues training. */
    public void copyInto(Parameters parameters) {
        check(parameters);
        loadDense(parameters);
        parameters
                .stored()
                .forEach(t -> t.load(RowSource.of(tensors.get(t.name()).floats(), t.width())));
    }

    private void loadDense(Parameters parameters) {
        float[] flat = new float[parameters.denseSize()];
        for (Parameter p : parameters.dense()) {
            System.arraycopy(tensors.get(p.name()).floats(), 0, flat, p.offset(), p.size());
        }
        parameters.denseValues(flat);
        parameters
                .buffers()
                .forEach(b -> b.load(parameters.tensors(), tensors.get(b.name()).floats()));
    }

    /**
     * Throws where weights of a model, whose parameters need not be made yet, are missing.
     *
     * @throws ProblemException naming the array that is missing, of another type or shape, or not finite
     */
    public void check(Parameters parameters) {
        parameters.stored().forEach(t -> check(t.name(), t.rows(), t.width()));
        parameters.dense().forEach(p -> check(p.name(), p.shape()));
        parameters.buffers().forEach(b -> check(b.name(), b.size()));
    }

    /** Throws where an array is missing or does not have so many F32 numbers. */
    public static void require(Map<String, Tensor> tensors, String name, long elements) {
        Tensor tensor = present(tensors, name);
        if (tensor.dtype() != DType.F32 || tensor.elements() != elements) {
            throw mismatch(name, tensor, elements + " numbers of type F32");
        }
    }

    private static Tensor present(Map<String, Tensor> tensors, String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw Problem.badInput(Weights.class, "weightsMissing").ofValue(name);
        }
        return tensor;
    }

    private static ProblemException mismatch(String name, Tensor actual, String expected) {
        return Problem.badInput(Weights.class, "weightsShape")
                .value(name)
                .with("actual", actual)
                .exception("expected", expected);
    }

    private void check(String name, long... shape) {
        Tensor tensor = present(tensors, name);
        if (tensor.dtype() != DType.F32 || !Arrays.equals(tensor.shape(), shape)) {
            throw mismatch(name, tensor, DType.F32 + Arrays.toString(shape));
        }
        if (!tensor.isFinite()) {
            throw Problem.badInput(Weights.class, "weightsNotFinite").ofValue(name);
        }
    }
}
