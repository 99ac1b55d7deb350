package dev.interestlens.ui.data;

import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.Services;
import javafx.scene.Parent;

/** Builds Data. */
public record DataScreen(Services services, JobRunner planting, DataViewModel model) {
    /**
     * @param train trains a first model on the open data set
     * @param planting measures which explanations find planted causes
     */
    public DataScreen(Services services, ImportRunner imports, Runnable train, JobRunner planting) {
        this(
                services,
                planting,
                new DataViewModel(
                        services.workspace(),
                        services.session(),
                        services.background(),
                        imports,
                        services.messages(),
                        services.dialogs(),
                        train));
    }

    public Parent load() {
        BelievedViewModel planted = BelievedViewModel.ofData(
                services.session(), services.background(), services.messages(), services.dialogs(), planting);
        DataController controller =
                new DataController(model, services.messages(), services.refusals(), services.views(), planted);
        return services.undo().on(Session.Goal.DATA, services.views().load(controller));
    }
}
