package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Explain. */
public record ExplainScreen(Services services, ExplainViewModel model) {
    /** @param planting measures which explanations find planted causes */
    public ExplainScreen(Services services, JobRunner planting) {
        this(
                services,
                new ExplainViewModel(
                        services.session(),
                        services.background(),
                        services.ticker(),
                        services.messages(),
                        services.dialogs(),
                        services.runner(),
                        planting,
                        services.workspace()));
    }

    /** @param bundled opens the model that travels along */
    public Parent load(Runnable bundled) {
        return services.views().load(new ExplainController(model, services.messages(), services.folders(), bundled));
    }
}
