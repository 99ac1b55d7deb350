package dev.interestlens.train.run;

/**
 * Where a run stands.
 *
 * @param epoch the one under way, from 1
 * @param batch the next batch of it, from 0
 * @param step steps done in the whole run, skipped ones counted
 * @param lossSum of the epoch's losses · samples so far
 * @param samples of the epoch so far
 * @param bestEpoch 0 for none yet
 * @param bestValue of the metric that decides; NaN for none yet
 * @param stale epochs since the best one
 * @param rateFactor product of the reductions of the learning rate at plateaus
 * @param seconds of training so far
 */
public record Cursor(
        int epoch,
        int batch,
        long step,
        double lossSum,
        long samples,
        int bestEpoch,
        double bestValue,
        int stale,
        double rateFactor,
        double seconds) {
    public static Cursor start() {
        return new Cursor(1, 0, 0, 0, 0, 0, Double.NaN, 0, 1, 0);
    }

    public Cursor stepped(double loss, int batchSamples, double stepSeconds) {
        return new Cursor(
                epoch,
                batch + 1,
                step + 1,
                lossSum + loss * batchSamples,
                samples + batchSamples,
                bestEpoch,
                bestValue,
                stale,
                rateFactor,
                seconds + stepSeconds);
    }

    public Cursor nextEpoch(boolean best, double value, double factor) {
        return new Cursor(
                epoch + 1,
                0,
                step,
                0,
                0,
                best ? epoch : bestEpoch,
                best ? value : bestValue,
                best ? 0 : stale + 1,
                factor,
                seconds);
    }

    /** The same, so many seconds later. */
    public Cursor later(double more) {
        return new Cursor(
                epoch, batch, step, lossSum, samples, bestEpoch, bestValue, stale, rateFactor, seconds + more);
    }

    public double meanLoss() {
        return samples == 0 ? Double.NaN : lossSum / samples;
    }
}
