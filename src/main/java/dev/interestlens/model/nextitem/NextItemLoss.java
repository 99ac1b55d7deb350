package dev.interestlens.model.nextitem;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * The softmax of the next item over the catalogue, or over sampled items, with the logQ correction (Bengio and Senécal 2008). M steps, S other
 * items, d width.
 */
public final class NextItemLoss implements AutoCloseable {
    private final Supplier<Tensors> tensors;
    private TorchScript kernel;

    /** @param tensors of the model, once it is made */
    public NextItemLoss(Supplier<Tensors> tensors) {
        this.tensors = tensors;
    }

    /**
     * What true items are compared with.
     *
     * @param embeddings (S, d)
     * @param ids what tells items apart, by row
     * @param logExpected ln of the expected number of draws, by row; null where they are the whole catalogue
     */
    public record Others(NDArray embeddings, int[] ids, float[] logExpected) {}

    /**
     * The loss, whose gradients come from the same pass.
     *
     * @param states (M, d)
     * @param next embeddings of what came next, (M, d)
     * @param ids of what came next, as in {@link Others#ids}
     * @param logSum receives the mean of ln Σ exp over the catalogue
     * @return a scalar, the mean over steps
     */
    public NDArray of(NDArray states, NDArray next, int[] ids, Others others, DoubleConsumer logSum) {
        boolean drawn = others.logExpected() != null;
        int[][] same = drawn ? same(ids, others.ids()) : new int[2][0];
        int s = others.ids().length;
        float[] offset = drawn ? ArrayFill.floats(s, i -> -others.logExpected()[i]) : new float[s];
        Ops.gradients(false);
        NDArray[] found = kernel().call(
                        "loss",
                        Ops.detach(states),
                        Ops.detach(next),
                        Ops.detach(others.embeddings()),
                        tensors.get().floats(offset, s, states.getDataType(), 1, s),
                        tensors.get().longs(same[0]),
                        tensors.get().longs(same[1]),
                        drawn);
        logSum.accept(found[1].toArray()[0].doubleValue());
        NDArray value = found[0].duplicate();
        NDArray[] gradients = {found[2].duplicate(), found[3].duplicate(), found[4].duplicate()};
        Ops.gradients(true);
        NDArray sum = Ops.add(
                Ops.add(product(states, gradients[0]), product(next, gradients[1])),
                product(others.embeddings(), gradients[2]));
        return Ops.add(Ops.sub(sum, Ops.detach(sum)), value); // the value of the loss and its gradients
    }

    private static NDArray product(NDArray of, NDArray gradient) {
        return Ops.sumAll(Ops.mul(of, gradient));
    }

    /** Steps and draws that have the same item: a true item is not among its own negatives. */
    private static int[][] same(int[] items, int[] drawn) {
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < drawn.length; i++) {
            places.computeIfAbsent(drawn[i], item -> new ArrayList<>()).add(i);
        }
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            for (int place : places.getOrDefault(items[i], List.of())) {
                rows.add(i);
                columns.add(place);
            }
        }
        return new int[][] {ints(rows), ints(columns)};
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private TorchScript kernel() {
        if (kernel == null) {
            kernel = TorchScript.of(tensors.get(), NextItemLoss.class, "loss.torchscript");
        }
        return kernel;
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
    }
}
