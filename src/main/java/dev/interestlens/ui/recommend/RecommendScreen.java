package dev.interestlens.ui.recommend;

import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Recommend. */
public final class RecommendScreen {
    private final Services services;
    private final RecommendViewModel model;

    /** @param explaining explains an item of a list on another screen */
    public RecommendScreen(Services services, RecommendViewModel.Explaining explaining) {
        this.services = services;
        model = new RecommendViewModel(
                services.session(),
                services.workspace(),
                services.background(),
                services.messages(),
                services.dialogs(),
                explaining);
    }

    public RecommendViewModel model() {
        return model;
    }

    /** @param bundled opens the model that travels along */
    public Parent load(Runnable bundled) {
        return services.views().load(new RecommendController(model, services.messages(), bundled));
    }
}
