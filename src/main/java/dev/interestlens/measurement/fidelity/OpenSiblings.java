package dev.interestlens.measurement.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.explain.fidelity.Siblings;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.model.Scorer;
import dev.interestlens.workspace.OpenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The opened models of a run's control runs. Closing frees them. */
public final class OpenSiblings implements AutoCloseable {
    private final Scorer uniform;
    private final NoControl noUniform;
    private final List<Scorer> seeds;

    private OpenSiblings(Scorer uniform, NoControl noUniform, List<Scorer> seeds) {
        this.uniform = uniform;
        this.noUniform = noUniform;
        this.seeds = seeds;
    }

    /** Opens the existing control runs; the caller closes the run. */
    public static OpenSiblings of(OpenRun run, ControlRuns controls) {
        List<Scorer> seeds = new ArrayList<>();
        controls.seeds(Verdict.SEEDS - 1).forEach(folder -> seeds.add(run.bestModel(folder)));
        Optional<NoControl> never = controls.noUniform();
        Scorer uniform = never.isPresent()
                ? null
                : controls.uniform().map(run::bestModel).orElse(null);
        return new OpenSiblings(uniform, never.orElse(NoControl.NOT_TRAINED), seeds);
    }

    public Siblings siblings() {
        return new Siblings(Optional.ofNullable(uniform), noUniform, seeds);
    }

    @Override
    public void close() {
        seeds.forEach(Scorer::close);
        if (uniform != null) {
            uniform.close();
        }
    }
}
