package dev.interestlens.ui.play;

import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import javafx.scene.Parent;

/** Builds the playground. */
public record PlayScreen(Services services, PlayViewModel model) {
    public PlayScreen(Services services, TrainingRunner trainings) {
        this(services, new PlayViewModel(services, trainings));
    }

    public Parent load() {
        return services.views().load(new PlayController(model, services.messages()));
    }
}
