package dev.interestlens.data.synth;

/**
 * What {@code params.json} holds: the settings that determine the files, and the best possible AUC.
 *
 * @param ceiling best AUC without the candidate's time
 * @param ceilingWithTime best AUC with it
 */
public record ShopReport(ShopSettings settings, int version, long events, double ceiling, double ceilingWithTime)
        implements PlantedLog.Report {}
