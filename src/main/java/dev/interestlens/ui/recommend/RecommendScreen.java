package dev.interestlens.ui.recommend;

import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Recommend. */
public record RecommendScreen(Services services, RecommendViewModel model) {
    /** @param explaining explains an item of a list on another screen */
    public RecommendScreen(Services services, RecommendViewModel.Explaining explaining) {
        this(
                services,
                new RecommendViewModel(
                        services.session(),
                        services.workspace(),
                        services.background(),
                        services.ticker(),
                        services.messages(),
                        services.dialogs(),
                        explaining));
    }

    /** @param bundled opens the model that travels along */
    public Parent load(Runnable bundled) {
        return services.views().load(new RecommendController(model, services.messages(), bundled));
    }
}
