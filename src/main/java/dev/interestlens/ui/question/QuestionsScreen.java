package dev.interestlens.ui.question;

import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Questions. */
public final class QuestionsScreen {
    private final Services services;
    private final QuestionsViewModel model;

    public QuestionsScreen(Services services) {
        this.services = services;
        model = new QuestionsViewModel(
                services.workspace(),
                services.session(),
                services.background(),
                services.runner(),
                services.dialogs(),
                services.messages());
    }

    public Parent load() {
        return services.views().load(new QuestionsController(model, services.messages()));
    }
}
