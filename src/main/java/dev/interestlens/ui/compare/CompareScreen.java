package dev.interestlens.ui.compare;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.run.AnatomyViewModel;
import dev.interestlens.ui.common.run.Services;
import dev.interestlens.ui.common.run.TrainingRunner;
import javafx.scene.Parent;

/** Builds Compare. */
public final class CompareScreen {
    private final Services services;
    private final AnatomyViewModel anatomy;
    private final CompareViewModel model;
    private final LengthsViewModel lengths;
    private final AblationViewModel ablation;
    private final GainsViewModel gains;

    /** @param opening shows an example of the comparison of two runs on another screen */
    public CompareScreen(
            Services services, TrainingRunner trainings, AnatomyViewModel anatomy, GainsViewModel.Opening opening) {
        this.services = services;
        this.anatomy = anatomy;
        model = new CompareViewModel(services.session(), trainings, services.background());
        lengths = new LengthsViewModel(services.session(), services.runner());
        ablation = new AblationViewModel(services.session(), trainings, services.background(), services.messages());
        gains = new GainsViewModel(model, services.runner(), opening);
    }

    public Parent load() {
        Messages messages = services.messages();
        ViewLoader views = services.views();
        return views.load(new CompareController(
                model,
                lengths,
                anatomy,
                gains,
                messages,
                () -> views.load(new AblationController(ablation, messages))));
    }

    /** Closes the open models; on the engine thread. */
    public void close() {
        model.closing().run();
        ablation.closing().run();
    }
}
