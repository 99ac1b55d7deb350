package dev.interestlens.model.bst;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.EncoderBlock.Encoded;

/**
 * The traces of an encoder layer: attention of every head, what each value adds (by norm: weight times length of the value), and the output; rows of
 * queries that cannot be read are zero. b samples, T positions, h heads, d width.
 */
final class BstTraces {
    private BstTraces() {}

    static void record(int layer, EncoderBlock block, Encoded encoded, NDArray mask, Tracer tracer) {
        AxisKind sample = AxisKind.SAMPLE;
        NDArray queries = Ops.unsqueeze(Ops.unsqueeze(mask, 1), 3); // (b, 1, T, 1)
        NDArray weights = Ops.mul(encoded.attention().weights(), queries); // (b, h, T, T)
        tracer.record(TraceNames.attention(layer), weights, sample, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY);
        NDArray values = block.contributions(encoded.attention().values()); // (b, h, T, d)
        tracer.record(TraceNames.values(layer), values, sample, AxisKind.HEAD, AxisKind.KEY, AxisKind.UNIT);
        NDArray output = Ops.mul(encoded.output(), Ops.unsqueeze(mask, 2)); // (b, T, d)
        tracer.record(TraceNames.layerOutput(layer), output, sample, AxisKind.QUERY, AxisKind.UNIT);
    }
}
