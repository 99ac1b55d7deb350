package dev.interestlens.ui.question;

import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Questions. */
public record QuestionsScreen(Services services, QuestionsViewModel model) {
    public QuestionsScreen(Services services) {
        this(
                services,
                new QuestionsViewModel(
                        services.workspace(),
                        services.session(),
                        services.background(),
                        services.runner(),
                        services.dialogs(),
                        services.messages()));
    }

    public Parent load() {
        return services.views().load(new QuestionsController(model, services.messages()));
    }
}
