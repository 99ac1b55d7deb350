package dev.interestlens.train;

import dev.interestlens.train.config.TrainingConfig;

/** The learning rate of each step. */
final class LearningRates {
    private static final double STEP_FACTOR = 0.1;
    private static final double PLATEAU_FACTOR = 0.5;
    private static final double WARMUP_SHARE = 0.05;

    private final TrainingConfig.Updates updates;
    private final int stepsPerEpoch;
    private final int epochs;

    LearningRates(TrainingConfig config, int stepsPerEpoch) {
        updates = config.updates();
        this.stepsPerEpoch = stepsPerEpoch;
        epochs = config.length().epochs(stepsPerEpoch);
    }

    /**
     * @param step the next one, from 0
     * @param epoch from 1
     * @param factor product of reductions at plateaus
     */
    double at(long step, int epoch, double factor) {
        double base = updates.learningRate();
        return switch (updates.schedule()) {
            case CONSTANT -> base;
            case STEP -> epoch > Math.max(1, epochs * 2 / 3) ? base * STEP_FACTOR : base;
            case PLATEAU -> base * factor;
            case HALVE -> base * Math.pow(0.5, epoch - 1);
            case WARMUP_COSINE -> base * cosine(step);
        };
    }

    private double cosine(long step) {
        double total = (double) stepsPerEpoch * epochs;
        double warm = Math.max(1, Math.floor(total * WARMUP_SHARE));
        if (step < warm) {
            return (step + 1) / warm;
        }
        return 0.5 * (1 + Math.cos(Math.PI * (step - warm) / Math.max(1, total - warm)));
    }

    /** The factor after an epoch. */
    double factorAfter(double factor, boolean better) {
        return updates.schedule() == TrainingConfig.Schedule.PLATEAU && !better ? factor * PLATEAU_FACTOR : factor;
    }
}
