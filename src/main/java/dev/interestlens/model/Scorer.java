package dev.interestlens.model;

import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A model for scoring and explaining, with plain arrays in and out. Methods that only some models support have a {@link Capability}; a model that
 * lacks one tells the reason. One thread at a time; closing frees it.
 */
public interface Scorer extends AutoCloseable {
    /** Features that only some models have. */
    enum Capability {
        /** Gradients of the logit: first-order Effects, integrated gradients. */
        GRADIENTS,
        /** The vector that the head reads of a history. */
        INTERESTS,
        /** Access to the weights: exports, comparisons of weights, the model before training. */
        WEIGHTS,
        /** Scoring with attention, heads, layers or states set by hand. */
        INTERVENTIONS
    }

    /** The fields and the history length that it reads. */
    ModelInput input();

    /** Number of trainable numbers. */
    long parameterCount();

    /**
     * One logit a sample, in the order of the batch.
     *
     * @throws ProblemException where one is no number
     */
    float[] logits(RawBatch batch);

    /** Intermediate arrays, including attention and the logit. Batches of a few samples: every trace is copied. */
    List<Trace> traces(RawBatch batch);

    /** Exact removal for one sample. */
    Removal removal(RawBatch single);

    /** Which behaviours are read. */
    default ReadingConfig reading() {
        return input().reading();
    }

    /** How the behaviours of batches are chosen; empty where all are read. */
    default Optional<HistoryChoice> choice() {
        return Optional.empty();
    }

    /**
     * The same with another way of reading, applied to the newest behaviours of each history.
     *
     * @param newest how many
     * @return empty where it cannot
     */
    default Optional<HistoryChoice> choice(ReadingConfig as, int newest) {
        return Optional.empty();
    }

    /** What is read of each history. */
    default RawBatch read(RawBatch batch) {
        return batch;
    }

    /** The steps that are read of the history of one sample, ascending. */
    default int[] readSteps(RawBatch single) {
        RawBatch read = read(single);
        int[] steps = new int[read.length()];
        for (int at = 0; at < steps.length; at++) {
            steps[at] =
                    read.places == null ? at : single.length() - 1 - read.places.after()[at];
        }
        return steps;
    }

    /** The rank of each behaviour of one sample among the older ones in the search, from 1; 0 where it is recent or not found. */
    default int[] searchRanks(RawBatch single) {
        return new int[single.length()];
    }

    /**
     * The result of reading the whole history.
     *
     * @param logit NaN where this cannot be told
     * @param attention a weight a behaviour; empty where it has none
     */
    record ReadAll(double logit, float[] attention) {}

    /** Reads the whole history of one sample, regardless of how the model is configured. */
    default ReadAll readAll(RawBatch single) {
        return new ReadAll(Double.NaN, new float[0]);
    }

    /** The reason why it lacks a capability; empty where it has it. */
    default Optional<Problem> lacks(Capability capability) {
        return Optional.empty();
    }

    /** Whether it has a capability. */
    default boolean can(Capability capability) {
        return lacks(capability).isEmpty();
    }

    /** @throws ProblemException with the reason why the capability is lacking */
    default void require(Capability capability) {
        lacks(capability).ifPresent(problem -> {
            throw new ProblemException(problem, null);
        });
    }

    /** The traces with the gradient of each sample's logit by its interest vector; that is empty where there is none. */
    default Traced tracesWithGradient(RawBatch batch) {
        return new Traced(traces(batch), new float[0]);
    }

    /**
     * What the head reads of each sample's history: its interest vector. Empty where the model has none.
     *
     * @return (B, I)
     */
    default Optional<float[][]> interests(RawBatch batch) {
        return Optional.empty();
    }

    /** Itself with weights that can be read and changed; a problem where {@link Capability#WEIGHTS} are lacking. */
    default TrainedModel trained() {
        require(Capability.WEIGHTS);
        throw new IllegalStateException("weights are not lacking, but not there");
    }

    /** Gradients of the logits; a problem where they are lacking. */
    default ModelGradients gradients() {
        require(Capability.GRADIENTS);
        throw new IllegalStateException("gradients are not lacking, but not there");
    }

    /**
     * The logit of one sample with something inside it set by hand.
     *
     * @throws ProblemException where {@link Capability#INTERVENTIONS} is lacking, or the model has no such part
     */
    float intervened(RawBatch single, Intervention intervention);

    /** Whether behaviours weigh differently, and these weights can be set. */
    default boolean weighs() {
        return can(Capability.INTERVENTIONS);
    }

    /** Whether it reads who the user is, beside the user's fields. */
    default boolean readsUser() {
        return false;
    }

    /** Whether it reads the day of the impression. */
    default boolean readsDay() {
        return false;
    }

    /**
     * One logit a sample where every behaviour that is read has the mean of their weights, as by {@link Intervention#even}.
     *
     * @throws ProblemException where {@link Capability#INTERVENTIONS} is lacking
     */
    default float[] even(RawBatch batch) {
        return mixed(batch, n -> Intervention.even(n).mixing());
    }

    /**
     * One logit a sample with mixed weights.
     *
     * @param mixing n · n numbers as {@link Intervention#mixing} has them, for all samples of which n behaviours are read
     * @throws ProblemException where {@link Capability#INTERVENTIONS} is lacking
     */
    default float[] mixed(RawBatch batch, IntFunction<double[]> mixing) {
        Map<Integer, Intervention> byLength = new HashMap<>();
        float[] logits = new float[batch.size()];
        for (int b = 0; b < logits.length; b++) {
            RawBatch single = batch.samples(new int[] {b});
            logits[b] = intervened(
                    single,
                    byLength.computeIfAbsent(read(single).length(), n -> Intervention.NONE.mixed(mixing.apply(n))));
        }
        return logits;
    }

    /**
     * How its attentions come to their raw scores; empty where it has none whose scores are a function of parts of a behaviour.
     *
     * @param others samples of other users, with a behaviour at least, of which one each stands for an average behaviour
     * @param drawn where in what is read of each that behaviour is, from 0 to below 1
     */
    default Optional<PartScorer> parts(RawBatch others, double[] drawn) {
        return Optional.empty();
    }

    /**
     * Scores a catalogue for one history at a time; the caller closes it before this.
     *
     * @param items a batch whose candidates are the catalogue, with empty histories
     */
    default CatalogueScorer catalogue(RawBatch items) {
        return CatalogueScorer.of(this::logits, items);
    }

    /**
     * Intermediate arrays of the plain form, and the gradient of the logit by the interest.
     *
     * @param interestGradient of each sample's logit by its interest vector, (B, I); empty where the model has none
     */
    record Traced(List<Trace> traces, float[] interestGradient) {}

    @Override
    void close();
}
