package dev.interestlens.workspace;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Impressions;
import dev.interestlens.export.report.Provenance;
import dev.interestlens.model.TrainedModel;
import java.util.Locale;
import java.util.Optional;

/** What it takes to explain predictions of an open run: impressions of its samples, the model, and the same model before training. */
public final class RunExplainer implements AutoCloseable {
    private final OpenRun run;
    private final TrainedModel untrained;
    private final Explainer explainer;
    private final Impressions impressions;

    /** The run stays the caller's. */
    public RunExplainer(OpenRun run) {
        this.run = run;
        untrained = TrainedModel.untrained(
                run.description().config().model(),
                run.model().input(),
                run.description().config().training().seed());
        explainer = new Explainer(run.model(), Optional.of(untrained));
        impressions = new Impressions(run.samples());
    }

    public Explainer explainer() {
        return explainer;
    }

    public Impressions impressions() {
        return impressions;
    }

    /** Where the explanation of a row comes from. */
    public Provenance provenance(Part part, int row) {
        return new Provenance(
                run.description().name(),
                run.description().config().model().id().toUpperCase(Locale.ROOT),
                run.data().info().name(),
                part.name().toLowerCase(Locale.ROOT) + " #" + row,
                System.currentTimeMillis() / 1000);
    }

    @Override
    public void close() {
        untrained.close();
    }
}
