package dev.interestlens.model.config;

/**
 * Every switch of one model. Implementations are records: a form is built from their components, JSON holds the same names, and invalid values are
 * refused on construction, with a {@link dev.interestlens.store.ProblemException} whose problem names the {@code field}.
 */
public interface ModelConfig {
    /** The family, as in JSON and on the command line. */
    String id();

    /** Whether a component (dotted name below the record) is used given the other choices. */
    default boolean shows(String component) {
        int dot = component.indexOf('.');
        String below = component.substring(dot + 1);
        return switch (component.substring(0, Math.max(0, dot))) {
            case "reading" -> reading().shows(below);
            case "neighbours" -> neighbours().shows(below);
            case "regularisation" -> regularisation().shows(below);
            default -> true;
        };
    }

    /** Auxiliary negatives a behaviour that training batches must bring. */
    default int auxiliaryNegatives() {
        return 0;
    }

    /** Whether its models can learn from whole sequences, every position at once. */
    default boolean readsSequences() {
        return false;
    }

    /** What is read of a history. */
    default HistoryConfig history() {
        return HistoryConfig.ALL;
    }

    /** Which behaviours of a history are read. */
    default ReadingConfig reading() {
        return history().reading();
    }

    /** Whether the sum over what followed what is added to the logit. */
    default NeighbourConfig neighbours() {
        return history().neighbours();
    }

    /** The regularisation of embeddings in training. */
    default RegularisationConfig regularisation() {
        return RegularisationConfig.NONE;
    }

    /** Refuses what cannot work on this data. */
    default void check(ModelInput input) {}

    /** How behaviours are weighted. */
    enum Weighing {
        /** All equally: nothing is learnt. */
        ALIKE,
        /** Learnt, and the weights sum to 1. */
        NORMALISED,
        /** Learnt, as the scores are. */
        RAW
    }

    /** How behaviours are weighted. */
    default Weighing weighing() {
        return Weighing.NORMALISED;
    }

    /** How many attentions read the history side by side; 1 also where there is none. */
    default int attentions() {
        return 1;
    }

    /** The switch for that number, empty where there is no choice. */
    default String attentionsSwitch() {
        return "";
    }
}
