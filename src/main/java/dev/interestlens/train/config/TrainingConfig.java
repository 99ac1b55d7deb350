package dev.interestlens.train.config;

import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.model.config.ConfigCheck;

/**
 * How a model is trained. In JSON it stands under {@code training}, with these names.
 *
 * @param epochs passes over the training samples; 0 for as many as make up {@code steps}, whatever the size of the data
 * @param steps about so many steps, where no number of epochs is given: at least one epoch, at most 20
 * @param batchSize samples a step
 * @param learningRate of the first step, before the schedule
 * @param schedule how the rate changes
 * @param optimizer the rule
 * @param tables which rows of an embedding table a step moves
 * @param clipNorm longest gradient, all parameters together; 0 for no limit
 * @param weightDecay L2 of dense parameters (with ADAMW decoupled)
 * @param behaviourDropout share of the history that is hidden in training
 * @param metric what decides which epoch is best
 * @param patience epochs without a better one before training stops; 0 for no limit
 * @param checkpointSeconds most work that may be lost; 0 saves after every step, whatever it costs
 * @param threads of the engine; 0 for all cores but one
 * @param device {@code cpu} or {@code gpu0}, {@code gpu1}, …
 * @param seed of everything random
 * @param attention whether where to look is learnt
 * @param objective what a step makes smaller
 * @param negativesShared items that a true item is told apart from, for the softmax: a sequence's positions share them, as do the rows of one history; 0
 *     for all of the catalogue where sequences are read and there are not too many, else for a few
 * @param negativesKind how these are drawn
 * @param itemEmbeddingsFrom folder of a run on the same data whose item embeddings are the start, or {@code sasrec} for those that a small sequence
 *     model learns first, if it ranks better than popularity and co-occurrence; empty for random ones
 * @param itemEmbeddingsSlower how many times slower item embeddings move that are such a start than everything else
 * @param validateEverySteps steps after which a fixed sample of the validation users is measured, for the curves alone: it decides nothing and changes
 *     no weight; 0 for epochs alone
 */
public record TrainingConfig(
        int epochs,
        int steps,
        int batchSize,
        double learningRate,
        Schedule schedule,
        OptimizerKind optimizer,
        TableRule tables,
        double clipNorm,
        double weightDecay,
        double behaviourDropout,
        StopMetric metric,
        int patience,
        int checkpointSeconds,
        int threads,
        String device,
        long seed,
        Attention attention,
        Objective objective,
        int negativesShared,
        SharedKind negativesKind,
        String itemEmbeddingsFrom,
        double itemEmbeddingsSlower,
        int validateEverySteps) {

    /** What a step makes smaller. */
    public enum Objective {
        /** Cross-entropy of each sample's own label. */
        BCE,
        /**
         * Softmax of the true item beside others that are drawn. Where the data bring labels of their own, these are learnt as with BCE; a model of
         * sequences has no use for them.
         */
        SOFTMAX
    }

    /** Items up to which the softmax is over all of them. */
    private static final int WHOLE_CATALOGUE = 50_000;

    /** Epochs that a length in steps may come to. */
    private static final int MAX_EPOCHS = 20;

    /** A length in steps that serves small and large data. */
    private static final int STEPS = 3000;

    /** Items that are drawn where there are more. */
    private static final int DRAWN = 4096;

    /** Whether where to look is learnt. */
    public enum Attention {
        LEARNT,
        /**
         * No: every behaviour is weighed alike while everything else learns, as a control for what attention is worth. Raw weights
         * (model.normalisation=none) would then read nothing.
         */
        UNIFORM
    }

    /** The rule that moves parameters. */
    public enum OptimizerKind {
        SGD,
        ADAM,
        ADAMW,
        ADAGRAD
    }

    /** Which rows of an embedding table a step moves. */
    public enum TableRule {
        /** All of them, as if the table were dense. */
        EXACT,
        /** Those that the batch touched, as torch's SparseAdam does; untouched rows stand still. */
        LAZY
    }

    /** How the learning rate changes. */
    public enum Schedule {
        CONSTANT,
        /** Multiplied by 0.1 after two thirds of the epochs. */
        STEP,
        /** Halved when an epoch brings nothing better. */
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
        LOG_LOSS,
        /** Of the true item among the whole catalogue. */
        NDCG10
    }

    public TrainingConfig {
        attention = attention == null ? Attention.LEARNT : attention; // a run of before there was a choice
        objective = objective == null ? Objective.BCE : objective;
        negativesKind = negativesKind == null ? SharedKind.UNIFORM : negativesKind;
        itemEmbeddingsFrom = itemEmbeddingsFrom == null ? "" : itemEmbeddingsFrom;
        ConfigCheck.range("itemEmbeddingsSlower", itemEmbeddingsSlower, 1, 1e6);
        ConfigCheck.range("negativesShared", negativesShared, 0, 1 << 20);
        ConfigCheck.range("epochs", epochs, 0, 10_000);
        ConfigCheck.range("steps", steps, 1, 100_000_000);
        ConfigCheck.range("batchSize", batchSize, 1, 1 << 20);
        ConfigCheck.range("learningRate", learningRate, 0, 1e9);
        ConfigCheck.range("clipNorm", clipNorm, 0, 1e9);
        ConfigCheck.range("weightDecay", weightDecay, 0, 1e3);
        ConfigCheck.rate("behaviourDropout", behaviourDropout);
        ConfigCheck.range("patience", patience, 0, 10_000);
        ConfigCheck.range("checkpointSeconds", checkpointSeconds, 0, 86_400);
        ConfigCheck.range("validateEverySteps", validateEverySteps, 0, 100_000_000);
        ConfigCheck.range("threads", threads, 0, 1024);
        ConfigCheck.that(device.matches("cpu|gpu\\d{1,2}"), TrainingConfig.class, "device", "device", "value", device);
    }

    public static TrainingConfig defaults() {
        return new TrainingConfig(
                20,
                STEPS,
                256,
                1e-3,
                Schedule.CONSTANT,
                OptimizerKind.ADAM,
                TableRule.LAZY,
                0,
                0,
                0,
                StopMetric.AUC,
                6,
                30,
                0,
                "cpu",
                7,
                Attention.LEARNT,
                Objective.BCE,
                0,
                SharedKind.UNIFORM,
                "",
                1,
                0);
    }

    /** Where every position of a sequence trains. */
    public static TrainingConfig ofSequences() {
        return defaults()
                .with(
                        "epochs=15",
                        "batchSize=32",
                        "learningRate=0.003",
                        "objective=softmax",
                        "negativesShared=512",
                        "negativesKind=mixed");
    }

    /** The same with some values set, each as {@code epochs=3}. */
    public TrainingConfig with(String... assignments) {
        return ConfigJson.set(this, assignments);
    }

    /** Items that are drawn beside each true one where nothing is said. */
    private static final int BESIDE = 8;

    /** Items that are drawn beside each true one, where the model does not read sequences. */
    public int beside() {
        return negativesShared > 0 ? negativesShared : BESIDE;
    }

    /** Items that each batch shares, of so many that there are. */
    public int shared(int items) {
        if (objective == Objective.BCE) {
            return 0;
        }
        if (negativesShared > 0) {
            return negativesShared;
        }
        return items <= WHOLE_CATALOGUE ? BatchOptions.WHOLE : DRAWN;
    }

    /** The same with another number of engine threads; 0 for all cores but one. */
    public TrainingConfig withThreads(int count) {
        return with("threads=" + count);
    }

    /** Epochs at most, whatever the data. */
    public int mostEpochs() {
        return epochs > 0 ? epochs : MAX_EPOCHS;
    }

    /** Epochs on data that has so many steps in each. */
    public int epochs(int stepsPerEpoch) {
        long needed = Math.round((double) steps / Math.max(1, stepsPerEpoch));
        return epochs > 0 ? epochs : (int) Math.max(1, Math.min(MAX_EPOCHS, needed));
    }

    /** The number of engine threads on this machine. */
    public int engineThreads() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
