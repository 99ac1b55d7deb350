package dev.interestlens.train.run;

/**
 * Where a run stands.
 *
 * @param epoch the one under way, from 1
 * @param batch the next batch of it, from 0
 * @param step steps done in the whole run, skipped ones counted
 * @param lossSum of the epoch's losses · samples so far
 * @param samples of the epoch so far
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
        BestEpoch best,
        int stale,
        double rateFactor,
        double seconds) {
    public static Cursor start() {
        return new Cursor(1, 0, 0, 0, 0, BestEpoch.NONE, 0, 1, 0);
    }

    public Cursor stepped(double loss, int batchSamples, double stepSeconds) {
        return new Cursor(
                epoch,
                batch + 1,
                step + 1,
                lossSum + loss * batchSamples,
                samples + batchSamples,
                best,
                stale,
                rateFactor,
                seconds + stepSeconds);
    }

    /** At the start of the epoch after this one, which may be the best of them now. */
    public Cursor nextEpoch(BestEpoch now, double factor) {
        return new Cursor(epoch + 1, 0, step, 0, 0, now, now.epoch() == epoch ? 0 : stale + 1, factor, seconds);
    }

    /** The same, so many seconds later. */
    public Cursor later(double more) {
        return new Cursor(epoch, batch, step, lossSum, samples, best, stale, rateFactor, seconds + more);
    }

    public double meanLoss() {
        return samples == 0 ? Double.NaN : lossSum / samples;
    }
}
