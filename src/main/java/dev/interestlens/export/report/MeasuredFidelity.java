package dev.interestlens.export.report;

import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.export.report.json.Provenance;
import java.util.Objects;

/**
 * A fidelity report of a run.
 *
 * @param source its sample says which part was measured
 * @param older whether the run has newer best weights than the measured ones
 */
public record MeasuredFidelity(FidelityReport report, Provenance source, boolean older) {
    public MeasuredFidelity {
        Objects.requireNonNull(report);
        Objects.requireNonNull(source);
    }
}
