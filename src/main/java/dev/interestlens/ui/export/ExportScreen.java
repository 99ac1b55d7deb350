package dev.interestlens.ui.export;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Export, with the serving lab in it. */
public final class ExportScreen {
    private final Services services;
    private final ExportViewModel model;
    private final ServingLabViewModel serving;

    public ExportScreen(Services services) {
        this.services = services;
        model = new ExportViewModel(services.session(), services.runner(), services.messages(), services.dialogs());
        serving = new ServingLabViewModel(model);
    }

    public ExportViewModel model() {
        return model;
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        Parent lab = views.load(new ServingLabController(serving, new FrontViewModel(model), messages));
        return views.load(new ExportController(model, messages, lab));
    }
}
