package dev.interestlens.ui.explain;

import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Further analyses of the explained prediction: the view of the selected side. */
final class BeyondPane extends VBox {
    private final BeyondViewModel beyond;
    private final Map<Side, BeyondView> views = new EnumMap<>(Side.class);

    BeyondPane(ExplainViewModel model, Messages messages) {
        beyond = model.beyond();
        EnumSet.range(Side.OPINIONS, Side.MAP).forEach(each -> views.put(each, new BeyondView(each, model, messages)));
        views.put(Side.VERSUS, new VersusView(model, messages));
        views.put(Side.FIDELITY, new FidelityView(model, messages));
        views.values().forEach(view -> VBox.setVgrow(view, Priority.ALWAYS));
        model.table().measuredProperty().addListener(change -> {
            if (beyond.sideProperty().get() == Side.MAP && getScene() != null) {
                show();
            }
        });
        messages.keepShown(this::show, beyond.sideProperty(), beyond.busyProperty(), beyond.measuredProperty());
    }

    private void show() {
        BeyondView view = views.get(beyond.sideProperty().get());
        if (view == null) {
            getChildren().clear();
        } else {
            getChildren().setAll(view);
            view.show();
        }
    }

    /** The choices within the selected side, for the bar above it. */
    Node choices() {
        return Optional.ofNullable(views.get(beyond.sideProperty().get()))
                .map(BeyondView::choices)
                .orElseGet(Region::new);
    }

    /** The figure of the selected side; empty where it has none. */
    Optional<Drawing> shown() {
        return Optional.ofNullable(views.get(beyond.sideProperty().get())).flatMap(BeyondView::shown);
    }
}
