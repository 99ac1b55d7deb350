package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;

/** Attributions beside the measured Effect. */
final class OpinionsView extends BeyondView {
    OpinionsView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        model.beyond().opinionsProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        model.beyond().panel().ifPresentOrElse(this::put, () -> waiting("explain.beyond.none"));
    }
}
