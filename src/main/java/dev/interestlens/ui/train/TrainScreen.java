package dev.interestlens.ui.train;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import javafx.scene.Parent;

/** Builds Train. */
public final class TrainScreen {
    private final Services services;
    private final TrainingRunner trainings;
    private final TrainViewModel model;
    private final AttentionViewModel attention;
    private final MeasurementViewModel<?> anatomy;

    public TrainScreen(Services services, TrainingRunner trainings, MeasurementViewModel<?> anatomy) {
        this.services = services;
        this.anatomy = anatomy;
        this.trainings = trainings;
        model = new TrainViewModel(
                services.session(), trainings, services.background(), services.ticker(), services.messages());
        attention = new AttentionViewModel(model, services.background());
    }

    public TrainViewModel model() {
        return model;
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        TrainController controller = new TrainController(
                model,
                messages,
                () -> views.load(new DraftController(model, messages, services.refusals())),
                () -> views.load(new CurvesController(model, messages)),
                () -> views.load(new RunsController(model, messages, services.folders())),
                () -> views.load(new QueueController(services.session(), trainings, messages)),
                () -> views.load(new AttentionController(attention, messages)),
                anatomy);
        return services.undo().on(Session.Goal.TRAIN, views.load(controller));
    }
}
