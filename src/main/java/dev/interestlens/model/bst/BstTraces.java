package dev.interestlens.model.bst;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.EncoderBlock;
import dev.interestlens.nn.EncoderBlock.Encoded;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tracer;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what the encoder layers do for who looks on: attention of every layer and head, what each value adds, inputs and outputs, and the rollout
 * (Abnar and Zuidema, arXiv 2005.00928): the product of ½(Ā + I) over the layers, Ā the mean of the heads. Rows of hidden queries are zero. b samples,
 * T positions, h heads, d width.
 */
final class BstTraces {
    private final NDArray input;
    private final NDArray mask;
    private final boolean inside;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> values = new ArrayList<>();
    private final List<NDArray> outputs = new ArrayList<>();
    private NDArray rollout;

    /** @param inside whether the last position is the candidate */
    BstTraces(NDArray input, NDArray mask, boolean inside) {
        this.input = input;
        this.mask = mask;
        this.inside = inside;
    }

    void add(EncoderBlock block, Encoded encoded) {
        NDArray queries = Ops.unsqueeze(Ops.unsqueeze(mask, 1), 3); // (b, 1, T, 1)
        NDArray seen = Ops.mul(encoded.attention().weights(), queries); // (b, h, T, T)
        weights.add(Ops.unsqueeze(seen, 1));
        values.add(Ops.unsqueeze(block.contributions(encoded.attention().values()), 1)); // (b, 1, h, T, d)
        outputs.add(Ops.unsqueeze(Ops.mul(encoded.output(), Ops.unsqueeze(mask, 2)), 1)); // (b, 1, T, d)
        long length = mask.getShape().get(1);
        NDArray identity = input.getManager().eye((int) length).toType(input.getDataType(), false);
        NDArray mean = Ops.scale(Ops.sum(seen, 1), 1.0 / seen.getShape().get(1)); // (b, T, T)
        NDArray step = Ops.scale(Ops.add(mean, identity), 0.5);
        rollout = rollout == null ? step : Ops.matmul(step, rollout);
    }

    void record(Tracer tracer) {
        AxisKind sample = AxisKind.SAMPLE;
        tracer.record("input", input, sample, AxisKind.KEY, AxisKind.UNIT);
        tracer.record("attention", stack(weights), sample, AxisKind.LAYER, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY);
        tracer.record("values", stack(values), sample, AxisKind.LAYER, AxisKind.HEAD, AxisKind.KEY, AxisKind.UNIT);
        tracer.record("output", stack(outputs), sample, AxisKind.LAYER, AxisKind.QUERY, AxisKind.UNIT);
        NDArray flow = Ops.mul(rollout, Ops.unsqueeze(mask, 2)); // (b, T, T)
        flow = Ops.mul(flow, Ops.unsqueeze(mask, 1));
        tracer.record("rollout", flow, sample, AxisKind.QUERY, AxisKind.KEY);
        tracer.record("look", look(flow), sample, AxisKind.HISTORY);
    }

    private static NDArray stack(List<NDArray> layers) {
        return Ops.concat(1, layers.toArray(new NDArray[0]));
    }

    /** The candidate's row of the rollout; where it is outside, what a behaviour receives on average. (b, T, T) -> (b, L). */
    private NDArray look(NDArray flow) {
        long length = mask.getShape().get(1);
        if (inside) {
            NDArray row = Ops.squeeze(Ops.slice(flow, 1, length - 1, length), 1); // (b, T)
            return Ops.slice(row, 1, 0, length - 1);
        }
        NDArray count = Ops.unsqueeze(Ops.sum(mask, 1).maximum(1), 1); // (b, 1)
        return Ops.div(Ops.sum(flow, 1), count);
    }
}
