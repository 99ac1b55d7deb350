package dev.interestlens.ui.model;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Model. */
public record ModelScreen(Services services, ModelViewModel model, TeachViewModel teach) {
    public ModelScreen(Services services) {
        this(
                services,
                new ModelViewModel(services.session(), services.background(), services.messages()),
                new TeachViewModel(services.session(), services.background()));
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        ModelController controller = new ModelController(
                model,
                messages,
                services.refusals(),
                () -> views.load(new CostsController(model, messages)),
                () -> views.load(new MadeController(model, messages)),
                () -> views.load(new TeachController(teach, messages)));
        return services.undo().on(Session.Goal.MODEL, views.load(controller));
    }
}
