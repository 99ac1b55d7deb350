package dev.interestlens.model.config;

/**
 * What a model reads of the history beside what it learns of each behaviour.
 *
 * @param reading which behaviours are read; configurations of older versions read all
 * @param neighbours what followed what, as a term of the logit; configurations of older versions have none
 */
public record HistoryConfig(ReadingConfig reading, NeighbourConfig neighbours) {
    /** All behaviours and nothing else. */
    public static final HistoryConfig ALL = new HistoryConfig(ReadingConfig.ALL, NeighbourConfig.NONE);

    public HistoryConfig {
        reading = reading == null ? ReadingConfig.ALL : reading;
        neighbours = NeighbourConfig.beside(neighbours);
    }
}
