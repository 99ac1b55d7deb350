package dev.interestlens.export.serving;

import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingForm.Passed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cached tensors of one user.
 *
 * @param tensors inputs of the graph of candidates, (1, …) each, by name
 * @param states after the history, (1, H) each, by the name of the input that continues from them
 */
public record CachedUser(Map<String, Tensor> tensors, Map<String, Tensor> states) {
    public CachedUser {
        tensors = Map.copyOf(tensors);
        states = Map.copyOf(states);
    }

    /**
     * With later behaviours appended.
     *
     * @param later output of the graph of a user for only these, from these states on
     * @throws ProblemException of kind USAGE where the result would differ from that of the whole history
     */
    public CachedUser append(ServingForm form, CachedUser later) {
        require(form.cache().append(), "append.");
        Map<String, Tensor> joined = new LinkedHashMap<>();
        for (Passed each : form.passed()) {
            Tensor now = later.tensors.get(each.name());
            joined.put(each.name(), each.grows() ? joined(tensors.get(each.name()), now) : now);
        }
        return new CachedUser(joined, later.states);
    }

    /**
     * Without the oldest behaviours.
     *
     * @throws ProblemException of kind USAGE where the result would differ from that of the shorter history
     */
    public CachedUser drop(ServingForm form, int count) {
        require(form.cache().drop(), "drop.");
        Map<String, Tensor> left = new LinkedHashMap<>();
        for (Passed each : form.passed()) {
            Tensor all = tensors.get(each.name());
            left.put(each.name(), each.grows() ? rest(all, count) : all);
        }
        return new CachedUser(left, states);
    }

    private static void require(CacheRule.Answer answer, String what) {
        if (!answer.exact()) {
            throw Problem.usage(CachedUser.class, what + EnumNames.lower(answer))
                    .exception();
        }
    }

    private static Tensor joined(Tensor first, Tensor second) {
        float[] all = Arrays.copyOf(first.floats(), Math.toIntExact(first.elements() + second.elements()));
        FloatBuffer.wrap(second.floats()).get(all, (int) first.elements(), (int) second.elements());
        long[] shape = first.shape();
        shape[1] += second.shape()[1];
        return Tensor.of(all, shape);
    }

    private static Tensor rest(Tensor all, int count) {
        long[] shape = all.shape();
        int row = shape[1] == 0 ? 0 : (int) (all.elements() / shape[1]);
        shape[1] -= count;
        return Tensor.of(Arrays.copyOfRange(all.floats(), count * row, (int) all.elements()), shape);
    }
}
