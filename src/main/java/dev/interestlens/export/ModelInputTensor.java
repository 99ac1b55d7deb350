package dev.interestlens.export;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.nn.graph.Graph.Type;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one input of an exported model for a batch, row-major. Histories are padded on the right with zeros to the longest of the batch,
 * which may be 0; a history that is too long is cut to its most recent part.
 *
 * @param input the input
 * @param shape its extents
 * @param ids where the input is I64, else null
 * @param numbers where the input is F32, else null
 */
public record ModelInputTensor(GraphInput input, long[] shape, long[] ids, float[] numbers) {
    /** Every input of a batch. */
    public static List<ModelInputTensor> of(List<GraphInput> inputs, ModelInput limits, RawBatch batch) {
        RawBatch raw = batch.mostRecent(limits.historyLength());
        int longest = BatchPlan.longest(raw);
        return inputs.stream().map(input -> of(input, raw, longest)).toList();
    }

    /**
     * Every field of the graph of candidates: context and times of the one user, and the candidates of another batch.
     *
     * @param single the user, whose own candidate is not read
     */
    public static List<ModelInputTensor> ofCandidates(
            List<GraphInput> inputs, ModelInput limits, RawBatch single, RawBatch candidates) {
        List<ModelInputTensor> ofUser = of(inputs, limits, single);
        List<ModelInputTensor> fed = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            boolean ofCandidates = inputs.get(i).source().isCandidate();
            fed.add(ofCandidates ? of(inputs.get(i), candidates, 0) : ofUser.get(i));
        }
        return fed;
    }

    private static ModelInputTensor of(GraphInput input, RawBatch raw, int length) {
        boolean sequence = input.source().isSequence();
        int fixed = sequence ? 2 : 1;
        int width = input.axes().size() > fixed ? Integer.parseInt(input.axes().get(fixed)) : 1;
        long[] shape = new long[input.axes().size()];
        shape[0] = raw.size();
        if (sequence) {
            shape[1] = length;
        }
        if (shape.length > fixed) {
            shape[fixed] = width;
        }
        int cells = raw.size() * (sequence ? length : 1) * width;
        long[] ids = input.type() == Type.I64 ? new long[cells] : null;
        float[] numbers = input.type() == Type.F32 ? new float[cells] : null;
        for (int b = 0; b < raw.size(); b++) {
            int from = sequence ? raw.offsets[b] : b;
            int count = (sequence ? raw.length(b) : 1) * width;
            int to = b * (sequence ? length : 1) * width;
            for (int i = 0; i < count; i++) {
                if (ids != null) {
                    ids[to + i] = id(input, raw, from * width + i);
                } else {
                    numbers[to + i] = numbers(input, raw)[from * width + i];
                }
            }
        }
        return new ModelInputTensor(input, shape, ids, numbers);
    }

    /** The arrays of inputs by their names. */
    public static Map<String, Tensor> arrays(List<ModelInputTensor> inputs) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (ModelInputTensor fed : inputs) {
            Tensor array = fed.ids != null ? Tensor.of(fed.ids, fed.shape) : Tensor.of(fed.numbers, fed.shape);
            arrays.put(fed.input.name(), array);
        }
        return arrays;
    }

    private static long id(GraphInput input, RawBatch raw, int at) {
        return switch (input.source()) {
            case HISTORY -> raw.history[input.field()][at];
            case CANDIDATE -> raw.candidate[input.field()][at];
            case USER -> raw.user[input.field()][at];
            case CONTEXT -> raw.context[input.field()][at];
            case GAPS -> raw.gaps[at];
            case DAY -> raw.days == null ? 0 : raw.days[at];
            default -> throw new IllegalArgumentException(input.name() + " holds no ids");
        };
    }

    private static float[] numbers(GraphInput input, RawBatch raw) {
        return switch (input.source()) {
            case HISTORY_NUMBERS -> raw.historyNumbers;
            case CANDIDATE_NUMBERS -> raw.candidateNumbers;
            case USER_NUMBERS -> raw.userNumbers;
            case CONTEXT_NUMBERS -> raw.contextNumbers;
            default -> throw new IllegalArgumentException(input.name() + " holds no numbers");
        };
    }
}
