package dev.interestlens.data.protocol;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.store.Problem;
import java.util.Objects;

/**
 * Everything that decides which samples a data set gives. In JSON it stands under {@code data.protocol}, with these names.
 *
 * @param split how events become parts
 * @param history what a sample may read of the past
 * @param negatives of each positive
 * @param candidates whether cold targets are scored
 * @param training which positions train
 * @param novel true to keep only targets that are not in the user's past
 * @param time cuts of the splits by time
 * @param seed of the negatives of validation and test, and of random splits; {@link #AS_TRAINING} for the seed of training, as in earlier versions
 */
public record ProtocolConfig(
        Split split,
        History history,
        Negatives negatives,
        Candidates candidates,
        Training training,
        boolean novel,
        Time time,
        long seed) {

    /** Stands for the seed of training. */
    public static final long AS_TRAINING = -1;

    private static final long USUAL_SEED = 7;

    /**
     * @param maxLength the most recent behaviours that are read, at least 1
     * @param minimum behaviours that a target needs before it, at least 0; {@code lastOut} always needs one
     * @param ties which events of the target's own second may be read
     */
    public record History(int maxLength, int minimum, SameSecondRule ties) {
        public History {
            Objects.requireNonNull(ties, "ties");
            require(maxLength >= 1, "history.maxLength", "≥ 1", maxLength);
            require(minimum >= 0, "history.minimum", "≥ 0", minimum);
        }
    }

    /**
     * @param train negatives for each training positive, drawn anew each epoch
     * @param evaluate negatives for each positive of validation and test
     * @param kind how they are drawn
     */
    public record Negatives(int train, int evaluate, NegativeKind kind) {
        public Negatives {
            Objects.requireNonNull(kind, "kind");
            require(train >= 0, "negatives.train", "≥ 0", train);
            require(evaluate >= 0, "negatives.evaluate", "≥ 0", evaluate);
        }
    }

    /** @param positionsPerUser the most recent positions of a user that train, 0 for all */
    public record Training(int positionsPerUser) {
        public Training {
            require(positionsPerUser >= 0, "training.positionsPerUser", "≥ 0", positionsPerUser);
        }
    }

    /**
     * @param valid share of events before the validation cut
     * @param test share of events before the test cut
     * @param firstOnly true where only the first event of a user after a cut counts
     */
    public record Time(double valid, double test, boolean firstOnly) {
        public Time {
            require(valid > 0 && valid < 1, "time.valid", "> 0, < 1", valid);
            require(test >= valid && test < 1, "time.test", "≥ " + valid + ", < 1", test);
        }
    }

    public ProtocolConfig {
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(negatives, "negatives");
        Objects.requireNonNull(candidates, "candidates");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(time, "time");
        require(seed >= AS_TRAINING, "seed", "≥ " + AS_TRAINING, seed);
    }

    /** The last event of each user is tested; warm items, 50 behaviours, one negative in training and twenty in evaluation. */
    public static ProtocolConfig defaults() {
        return new ProtocolConfig(
                Split.LAST_OUT,
                new History(50, 0, SameSecondRule.INPUT_ORDER),
                new Negatives(1, 20, NegativeKind.UNIFORM),
                Candidates.WARM,
                new Training(200),
                false,
                new Time(0.8, 0.9, true),
                USUAL_SEED);
    }

    /**
     * The usual protocol of a split: the papers' own draws for {@code DIN} (one uniform negative beside every position, test included, so that there
     * are 2·(events − 2·users) training and 2·users test samples) and {@code DIEN} (one popularity-weighted negative), every row for {@code LOGGED},
     * else the defaults.
     */
    public static ProtocolConfig preset(Split split) {
        ProtocolConfig usual = defaults();
        return switch (split) {
            case LAST_OUT, TIME -> usual.with(split, usual.negatives(), Candidates.WARM, usual.training());
            case DIN -> usual.with(split, new Negatives(1, 1, NegativeKind.UNIFORM), Candidates.ALL, new Training(0));
            case DIEN ->
                usual.with(split, new Negatives(1, 1, NegativeKind.POPULARITY), Candidates.ALL, new Training(0));
            case LOGGED -> usual.with(split, usual.negatives(), Candidates.ALL, new Training(0));
        };
    }

    ProtocolConfig with(Split other, Negatives drawn, Candidates scored, Training trained) {
        return new ProtocolConfig(other, history, drawn, scored, trained, novel, time, seed);
    }

    /** The part that decides the samples of validation and test, without the seed: equal for protocols that differ only in training. */
    public ProtocolConfig evaluation() {
        Negatives drawn = new Negatives(0, negatives.evaluate(), negatives.kind());
        return new ProtocolConfig(split, history, drawn, candidates, new Training(0), novel, time, AS_TRAINING);
    }

    /** The same with so many training positions a user, 0 for all. */
    public ProtocolConfig withPositions(int positions) {
        return new ProtocolConfig(split, history, negatives, candidates, new Training(positions), novel, time, seed);
    }

    /** The same with negatives of validation and test drawn in another way. */
    public ProtocolConfig withNegatives(NegativeKind kind) {
        Negatives drawn = new Negatives(negatives.train(), negatives.evaluate(), kind);
        return new ProtocolConfig(split, history, drawn, candidates, training, novel, time, seed);
    }

    private static void require(boolean holds, String key, String allowed, Object value) {
        if (!holds) {
            throw Problem.usage(ProtocolConfig.class, "outOfRange")
                    .with("key", "data.protocol." + key)
                    .with("allowed", allowed)
                    .ofValue(String.valueOf(value));
        }
    }
}
