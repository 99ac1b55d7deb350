package dev.interestlens.train.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.store.WholeFile;
import java.util.Objects;

/**
 * How a model is trained. In JSON it stands under {@code training}, its parts flattened, with these names.
 *
 * @param averaged share of training, up to its end, over which weights are averaged, at most half of it where item embeddings begin at random: what
 *     is validated and saved is the mean; 0 for the last weights
 * @param validateEverySteps steps after which a fixed sample of the validation users is measured, only for the curves; 0 to measure only after epochs,
 *     {@value #OFTEN} for so many steps that it is done {@value #TIMES} times in a run
 */
public record TrainingConfig(
        @JsonUnwrapped Length length,
        @JsonUnwrapped Updates updates,
        @JsonUnwrapped Regularisation regularisation,
        @JsonUnwrapped Stopping stopping,
        @JsonUnwrapped Execution execution,
        @JsonUnwrapped Learning learning,
        @JsonUnwrapped Start start,
        double averaged,
        int validateEverySteps) {

    /** As {@code validateEverySteps}: often enough for a curve, seldom enough to cost little. */
    public static final int OFTEN = -1;

    private static final int TIMES = 13;

    private static final TrainingConfig DEFAULTS =
            ConfigJson.training(WholeFile.resource(TrainingConfig.class, "defaults.json"));

    /**
     * How long a training is, and in what steps.
     *
     * @param epochs passes over the training samples; 0 for as many as give {@code steps}, for any size of the data
     * @param steps approximate number of steps, where no number of epochs is given: at least one epoch, at most 20
     * @param batchSize samples a step
     */
    public record Length(int epochs, int steps, int batchSize) {
        /** The most epochs for a length given in steps. */
        private static final int MAX_EPOCHS = 20;

        public Length {
            ConfigCheck.range("epochs", epochs, 0, 10_000);
            ConfigCheck.range("steps", steps, 1, 100_000_000);
            ConfigCheck.range("batchSize", batchSize, 1, 1 << 20);
        }

        /** Epochs on data with so many steps in each. */
        public int epochs(int stepsPerEpoch) {
            long needed = Math.round((double) steps / Math.max(1, stepsPerEpoch));
            return epochs > 0 ? epochs : (int) Math.max(1, Math.min(MAX_EPOCHS, needed));
        }
    }

    /**
     * How a step changes the parameters.
     *
     * @param learningRate of the first step, before the schedule
     * @param schedule how the rate changes
     * @param optimizer the update rule
     * @param tables which rows of an embedding table a step updates
     */
    public record Updates(double learningRate, Schedule schedule, OptimizerKind optimizer, TableRule tables) {
        public Updates {
            Objects.requireNonNull(schedule, "schedule");
            Objects.requireNonNull(optimizer, "optimizer");
            Objects.requireNonNull(tables, "tables");
            ConfigCheck.range("learningRate", learningRate, 0, 1e9);
        }
    }

    /**
     * What keeps training stable and from overfitting.
     *
     * @param clipNorm largest norm of the gradient of all parameters; 0 for no limit
     * @param weightDecay L2 of dense parameters (with ADAMW decoupled)
     * @param behaviourDropout share of the history that is hidden in training
     */
    public record Regularisation(double clipNorm, double weightDecay, double behaviourDropout) {
        public Regularisation {
            ConfigCheck.range("clipNorm", clipNorm, 0, 1e9);
            ConfigCheck.range("weightDecay", weightDecay, 0, 1e3);
            ConfigCheck.rate("behaviourDropout", behaviourDropout);
        }
    }

    /**
     * Which epoch is the result, and early stopping.
     *
     * @param metric what decides which epoch is best
     * @param patience epochs without a better one before training stops; 0 for no limit
     */
    public record Stopping(StopMetric metric, int patience) {
        public Stopping {
            Objects.requireNonNull(metric, "metric");
            ConfigCheck.range("patience", patience, 0, 10_000);
        }
    }

    /**
     * How the engine runs. The same seed and number of threads give the same run on the same device.
     *
     * @param checkpointSeconds the most work that may be lost; 0 saves after every step
     * @param threads of the engine; 0 for all cores but one
     * @param device {@code cpu} or {@code gpu0}, {@code gpu1}, …
     * @param seed of everything random
     */
    public record Execution(int checkpointSeconds, int threads, String device, long seed) {
        public Execution {
            ConfigCheck.range("checkpointSeconds", checkpointSeconds, 0, 86_400);
            ConfigCheck.range("threads", threads, 0, 1024);
            ConfigCheck.that(
                    device.matches("cpu|gpu\\d{1,2}"), TrainingConfig.class, "device", "device", "value", device);
        }

        /** The number of engine threads on this machine. */
        public int engineThreads() {
            return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        }
    }

    /**
     * What is learnt.
     *
     * @param attention whether attention is learnt
     * @param objective the loss
     * @param negativesShared negatives of a true item in the softmax, shared by the positions of a sequence or the rows of one history; 0 for all of
     *     the catalogue where sequences are read and there are not too many, else for a few
     * @param negativesKind how these are drawn
     */
    public record Learning(Attention attention, Objective objective, int negativesShared, SharedKind negativesKind) {
        /** The most items for a softmax over all of them. */
        private static final int WHOLE_CATALOGUE = 50_000;

        /** Sampled items where there are more. */
        private static final int DRAWN = 4096;

        /** The default number of negatives for each true item. */
        private static final int BESIDE = 8;

        public Learning {
            attention = attention == null ? Attention.LEARNT : attention; // a run of an older version
            objective = objective == null ? Objective.BCE : objective;
            negativesKind = negativesKind == null ? SharedKind.UNIFORM : negativesKind;
            ConfigCheck.range("negativesShared", negativesShared, 0, 1 << 20);
        }

        /** Whether a true item is learnt beside others, unless the data have labels of their own. */
        public boolean softmax() {
            return objective == Objective.SOFTMAX;
        }

        /** Negatives for each true item, where the model does not read sequences. */
        public int beside() {
            return negativesShared > 0 ? negativesShared : BESIDE;
        }

        /** Number of items that each batch shares, of the given number. */
        public int shared(int items) {
            if (!softmax()) {
                return 0;
            }
            if (negativesShared > 0) {
                return negativesShared;
            }
            return items <= WHOLE_CATALOGUE ? BatchOptions.WHOLE : DRAWN;
        }
    }

    /**
     * What training begins from.
     *
     * @param itemEmbeddingsFrom folder of a run on the same data whose item embeddings are the start, or {@code sasrec} for those of a small sequence
     *     model that is trained first, if it ranks better than popularity and co-occurrence; empty for random ones
     * @param itemEmbeddingsSlower how many times slower such item embeddings move than everything else
     */
    public record Start(String itemEmbeddingsFrom, double itemEmbeddingsSlower) {
        public Start {
            itemEmbeddingsFrom = itemEmbeddingsFrom == null ? "" : itemEmbeddingsFrom;
            ConfigCheck.range("itemEmbeddingsSlower", itemEmbeddingsSlower, 1, 1e6);
        }
    }

    /** The loss of training. */
    public enum Objective {
        /** Cross-entropy of each sample's own label. */
        BCE,
        /** Softmax over the true item and sampled negatives. Labels of the data are learnt as with BCE; a model of sequences does not use them. */
        SOFTMAX
    }

    /** Whether attention is learnt. */
    public enum Attention {
        LEARNT,
        /**
         * No: weights are uniform while everything else learns, as a control for the value of attention. Raw weights (model.normalisation=none) would
         * then be zero.
         */
        UNIFORM
    }

    /** The rule that updates parameters. */
    public enum OptimizerKind {
        SGD,
        ADAM,
        ADAMW,
        ADAGRAD
    }

    /** Which rows of an embedding table a step updates. */
    public enum TableRule {
        /** All of them, as if the table were dense. */
        EXACT,
        /** Those that the batch touched, as torch's SparseAdam does; others do not change. */
        LAZY
    }

    /** How the learning rate changes. */
    public enum Schedule {
        CONSTANT,
        /** Multiplied by 0.1 after two thirds of the epochs. */
        STEP,
        /** Halved after an epoch without improvement. */
        PLATEAU,
        /** Linear rise over the first twentieth of the steps, then half a cosine down to 0. */
        WARMUP_COSINE,
        /** Halved each epoch. */
        HALVE
    }

    /** What decides which epoch is best. */
    public enum StopMetric {
        AUC,
        GAUC,
        PR_AUC,
        LOG_LOSS,
        /** Of the true item among the whole catalogue. */
        NDCG10,
        /** The best NDCG@10 of the epochs whose AUC is within .001 of the best one. */
        AUC_THEN_NDCG10;

        /** The single metric of which epochs are compared first. */
        public StopMetric first() {
            return this == AUC_THEN_NDCG10 ? AUC : this;
        }

        /** Whether the catalogue is ranked to decide. */
        public boolean ranks() {
            return this == NDCG10 || this == AUC_THEN_NDCG10;
        }
    }

    public TrainingConfig {
        ConfigCheck.range("averaged", averaged, 0, 1);
        ConfigCheck.range("validateEverySteps", validateEverySteps, OFTEN, 100_000_000);
    }

    /** Those of {@code defaults.json}. */
    public static TrainingConfig defaults() {
        return DEFAULTS;
    }

    /** Defaults for training on whole sequences. */
    public static TrainingConfig ofSequences() {
        return defaults()
                .with(
                        "epochs=15", "batchSize=32",
                        "learningRate=0.003", "objective=softmax",
                        "negativesShared=512", "negativesKind=mixed");
    }

    /** The same with some values set, each as {@code epochs=3}. */
    public TrainingConfig with(String... assignments) {
        return ConfigJson.set(this, assignments);
    }

    public long seed() {
        return execution.seed();
    }

    /** The same with another number of engine threads; 0 for all cores but one. */
    public TrainingConfig withThreads(int count) {
        return with("threads=" + count);
    }

    /** Whether a sample is measured several times a run without being asked for. */
    public boolean validatesOften() {
        return validateEverySteps == OFTEN;
    }

    /** Steps between measurements of a sample in a run of so many steps; 0 for none. */
    public int validateEvery(long stepsOfRun) {
        return validatesOften() ? (int) Math.max(1, stepsOfRun / TIMES) : validateEverySteps;
    }
}
