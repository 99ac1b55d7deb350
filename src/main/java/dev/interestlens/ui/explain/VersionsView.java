package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.explain.BeyondViewModel.Side;

/** The same prediction with other weights: earlier checkpoints, or other runs. */
final class VersionsView extends BeyondView {
    VersionsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        model.beyond().versionsProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        model.beyond().panel().ifPresentOrElse(this::put, this::missing);
    }

    private void missing() {
        if (model.beyond().sideProperty().get() == Side.RUNS) {
            waiting("explain.versions.noRuns", Session.Goal.MODEL, "explain.versions.another");
        } else {
            waiting("explain.versions.noCheckpoints", Session.Goal.TRAIN, "explain.versions.train");
        }
    }
}
