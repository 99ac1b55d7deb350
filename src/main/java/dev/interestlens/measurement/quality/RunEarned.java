package dev.interestlens.measurement.quality;

import dev.interestlens.explain.effect.Earned;
import dev.interestlens.explain.fidelity.EarnedMeasure;
import dev.interestlens.export.report.json.FidelityReading;
import dev.interestlens.model.Scorer;
import dev.interestlens.workspace.OpenRun;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the badge is worth on the log of a run: as the fidelity report of these weights has it, else from a few rows, which are measured once. A report of
 * an older version held Look against all of Effect, which tells nothing of this badge where a table stands beside attention.
 */
final class RunEarned {
    private final OpenRun run;
    private final Optional<Scorer> untrained;
    private Earned sampled = Earned.UNKNOWN;

    RunEarned(OpenRun run, Optional<Scorer> untrained) {
        this.run = run;
        this.untrained = untrained;
    }

    /** Not known where it was cancelled. */
    Earned get(BooleanSupplier cancelled) {
        return FidelityFigures.kept(run)
                .map(FidelityReading::of)
                .filter(report -> report.split() || !run.model().input().neighbours())
                .flatMap(EarnedMeasure::of)
                .orElseGet(() -> sampled(cancelled));
    }

    private Earned sampled(BooleanSupplier cancelled) {
        if (!sampled.isKnown()) {
            sampled = EarnedMeasure.of(run.model(), untrained, run.samples(), cancelled)
                    .orElse(Earned.UNKNOWN);
        }
        return sampled;
    }
}
