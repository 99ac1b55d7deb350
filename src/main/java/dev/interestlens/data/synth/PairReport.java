package dev.interestlens.data.synth;

import java.util.Map;

/**
 * What {@code params.json} of a log of pairs holds.
 *
 * @param kind {@code pair}
 * @param ceiling best AUC; exact
 * @param ceilingWithTime the same: both candidates have the same time
 * @param protocol the settings of training that the log is made for: the behaviours before the two candidates are no samples; none in older logs
 */
public record PairReport(
        String kind,
        PairSettings settings,
        int version,
        long events,
        double ceiling,
        double ceilingWithTime,
        Map<String, String> protocol)
        implements PlantedLog.Report {
    public PairReport {
        protocol = protocol == null ? Map.of() : Map.copyOf(protocol);
    }
}
