package dev.interestlens.ui.compare;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.MeasurementPane;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.control.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/** The panes of all measurements, of which one is there at a time. */
final class MeasurementViews extends StackPane {
    private final Map<View, MeasurementPane<?>> panes = new LinkedHashMap<>();
    private final Map<View, MeasurementViewModel<?>> models = new LinkedHashMap<>();
    private final Messages messages;

    MeasurementViews(List<MeasurementViewModel<?>> models, Messages messages) {
        this.messages = messages;
        models.forEach(each -> {
            View view = View.of(each.measurement());
            this.models.put(view, each);
            panes.put(view, new MeasurementPane<>(each, messages));
        });
        getChildren().setAll(panes.values());
    }

    List<View> views() {
        return List.copyOf(panes.keySet());
    }

    boolean has(View view) {
        return panes.containsKey(view);
    }

    /** What a view is called. */
    String title(View view) {
        return has(view)
                ? models.get(view).measurement().words("name").in(messages.locale())
                : messages.text("compare.view." + view.id());
    }

    /** Shows runs in the pane of a view, and nothing in the others. */
    void show(View shown, List<RunFolder> runs) {
        panes.forEach((view, pane) -> {
            Presence.set(pane, view.equals(shown));
            pane.setRuns(view.equals(shown) ? runs : List.of());
        });
    }

    /** The pane of a view, once something was measured. */
    Optional<MeasurementPane<?>> measured(View view) {
        return pane(view).filter(MeasurementPane::isMeasured);
    }

    Optional<MeasurementPane<?>> pane(View view) {
        return Optional.ofNullable(panes.get(view));
    }
}
