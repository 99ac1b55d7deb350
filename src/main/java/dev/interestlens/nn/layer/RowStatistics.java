package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;

/**
 * Mean and variance of the real rows of a batch in training, running averages otherwise. running = 0.9 · running + 0.1 · batch; the batch is
 * normalised by its biased variance, the running variance takes the unbiased one. With fewer than two real rows there is no batch variance: the
 * running averages are used, and not changed.
 */
final class RowStatistics {
    private static final double MOMENTUM = 0.1;

    private final Buffer mean;
    private final Buffer variance;

    RowStatistics(Parameters parameters, String name, int features) {
        mean = parameters.buffer(name + ".running_mean", features, 0);
        variance = parameters.buffer(name + ".running_var", features, 1);
    }

    /** (x − E) / √(Var + ε). Shape (N, F); the gradient flows through the batch's mean and variance. */
    NDArray standardize(NDArray x, RowMask rows, boolean training, double epsilon) {
        long n = rows == null ? x.getShape().get(0) : rows.count();
        if (!training || n < 2) {
            return Ops.div(Ops.sub(x, mean.value()), Ops.sqrt(Ops.shift(variance.value(), epsilon)));
        }
        NDArray batchMean = average(x, rows, n); // (N, F) -> (F)
        NDArray centred = Ops.sub(x, batchMean); // (N, F)
        NDArray batchVariance = average(Ops.square(centred), rows, n); // (N, F) -> (F)
        follow(batchMean, batchVariance, n);
        return Ops.div(centred, Ops.sqrt(Ops.shift(batchVariance, epsilon)));
    }

    private static NDArray average(NDArray x, RowMask rows, long n) {
        return Ops.scale(Ops.sum(rows == null ? x : Ops.mul(x, rows.column()), 0), 1.0 / n);
    }

    private void follow(NDArray batchMean, NDArray batchVariance, long n) {
        Ops.gradients(false);
        mean.assign(blend(mean, batchMean, 1));
        variance.assign(blend(variance, batchVariance, n / (n - 1.0)));
        Ops.gradients(true);
    }

    private static NDArray blend(Buffer running, NDArray batch, double correction) {
        return Ops.add(Ops.scale(running.value(), 1 - MOMENTUM), Ops.scale(Ops.detach(batch), MOMENTUM * correction));
    }
}
