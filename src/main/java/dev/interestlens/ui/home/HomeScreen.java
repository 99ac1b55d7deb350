package dev.interestlens.ui.home;

import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import javafx.scene.Parent;

/** Builds Home. */
public record HomeScreen(Services services, HomeViewModel model) {
    public HomeScreen(Services services, ImportRunner imports, TrainingRunner trainings) {
        this(
                services,
                new HomeViewModel(
                        services.workspace(),
                        services.session(),
                        services.background(),
                        imports,
                        trainings,
                        services.messages()));
    }

    /** @param chooseFiles asks for the person's own data */
    public Parent load(Runnable chooseFiles) {
        return services.views().load(new HomeController(model, services.messages(), chooseFiles));
    }
}
