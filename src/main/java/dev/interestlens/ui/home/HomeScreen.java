package dev.interestlens.ui.home;

import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import javafx.scene.Parent;

/** Builds Home. */
public final class HomeScreen {
    private final Services services;
    private final HomeViewModel model;

    public HomeScreen(Services services, ImportRunner imports, TrainingRunner trainings) {
        this.services = services;
        model = new HomeViewModel(
                services.workspace(),
                services.session(),
                services.background(),
                imports,
                trainings,
                services.messages());
    }

    public HomeViewModel model() {
        return model;
    }

    /** @param chooseFiles asks for the person's own data */
    public Parent load(Runnable chooseFiles) {
        return services.views().load(new HomeController(model, services.messages(), chooseFiles));
    }
}
