package dev.interestlens.ui.compare;

import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import java.util.List;
import javafx.scene.Parent;

/** Builds Compare. */
public final class CompareScreen {
    private final Services services;
    private final List<MeasurementViewModel<?>> measurements;
    private final CompareViewModel model;
    private final AblationViewModel ablation;
    private final GainsViewModel gains;

    /**
     * @param measurements that have a view each
     * @param gate that of who gains and who loses
     * @param worth that of what the variants of an ablation are worth
     * @param opening shows an example of the comparison of two runs on another screen
     */
    public CompareScreen(
            Services services,
            TrainingRunner trainings,
            List<MeasurementViewModel<?>> measurements,
            MeasurementViewModel<Gate> gate,
            MeasurementViewModel<?> worth,
            GainsViewModel.Opening opening) {
        this.services = services;
        this.measurements = List.copyOf(measurements);
        model = new CompareViewModel(services.session(), trainings, services.background());
        ablation =
                new AblationViewModel(services.session(), trainings, services.background(), services.messages(), worth);
        gains = new GainsViewModel(model, gate, opening);
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        return views.load(new CompareController(
                model, measurements, gains, messages, () -> views.load(new AblationController(ablation, messages))));
    }

    /** Closes the open model; on the engine thread. */
    public void close() {
        model.closing().run();
    }
}
