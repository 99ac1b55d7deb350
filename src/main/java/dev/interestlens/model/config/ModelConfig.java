package dev.interestlens.model.config;

/**
 * Every switch of one model. Implementations are records: a form is built from their components, JSON holds the same names, and what cannot work is
 * refused when one is made, with a {@link dev.interestlens.store.ProblemException} whose problem names the {@code field}.
 */
public interface ModelConfig {
    /** The family, as in JSON and on the command line. */
    String id();

    /** Whether a component (dotted name below the record) has a meaning under the other choices. */
    default boolean shows(String component) {
        return true;
    }

    /** Auxiliary negatives a behaviour that training batches must bring. */
    default int auxiliaryNegatives() {
        return 0;
    }

    /** Whether its models can learn from whole sequences, every position at once. */
    default boolean readsSequences() {
        return false;
    }

    /** Which behaviours of a history are read. */
    default ReadingConfig reading() {
        return ReadingConfig.ALL;
    }

    /** What keeps embeddings small in training. */
    default RegularisationConfig regularisation() {
        return RegularisationConfig.NONE;
    }

    /** Refuses what cannot work on this data. */
    default void check(ModelInput input) {}

    /** How a behaviour's share in what the model reads comes about. */
    enum Weighing {
        /** Every behaviour alike: nothing is learnt. */
        ALIKE,
        /** Learnt, and the weights sum to 1. */
        NORMALISED,
        /** Learnt, as the scores are. */
        RAW
    }

    /** How behaviours are weighed. */
    default Weighing weighing() {
        return Weighing.NORMALISED;
    }

    /** How many attentions look at the history side by side; 1 also where there is none. */
    default int attentions() {
        return 1;
    }

    /** The switch that says so, empty where there is no choice. */
    default String attentionsSwitch() {
        return "";
    }
}
