package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Messages;

/** Look and Effect over the whole test part, by category. */
final class MapView extends BeyondView {
    MapView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        model.table().measuredProperty().addListener(change -> {
            if (getScene() != null) {
                show();
            }
        });
    }

    @Override
    void draw() {
        model.beyond().panel().ifPresentOrElse(this::put, () -> say(messages.text("explain.map.none")));
    }
}
