package dev.interestlens.data.synth;

/**
 * What {@code params.json} of a log of pairs holds.
 *
 * @param kind {@code pair}
 * @param ceiling best AUC; exact
 * @param ceilingWithTime the same: both candidates have the same time
 */
public record PairReport(
        String kind, PairSettings settings, int version, long events, double ceiling, double ceilingWithTime)
        implements PlantedLog.Report {}
