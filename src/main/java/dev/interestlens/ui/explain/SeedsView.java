package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;

/** The dependence of this explanation on the seed. */
final class SeedsView extends BeyondView {
    SeedsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        model.beyond().versionsProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        model.beyond()
                .panel()
                .ifPresentOrElse(
                        this::put, () -> waiting("explain.seeds.none", Session.Goal.COMPARE, "explain.seeds.train"));
    }
}
