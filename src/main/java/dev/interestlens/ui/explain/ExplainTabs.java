package dev.interestlens.ui.explain;

import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.BeyondViewModel.Side;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lower half of the screen: a chip a side, and the view of the one that is chosen. */
final class ExplainTabs {
    private static final double HEIGHT = 610;
    private static final double LINE = 40; // on top of the page, over what is scrolled below it

    private final BeyondViewModel beyond;
    private final Pane place;
    private final Region around;
    private final ScrollPane page;
    private final InsidePane inside;
    private final BeyondPane others;

    /**
     * @param around what must be as high as a view that is higher than usual
     * @param page on which it is scrolled: no view is lower than what is seen of it, so that the chips stay where they are
     */
    ExplainTabs(
            ExplainViewModel model,
            Messages messages,
            FlowPane chips,
            Pane place,
            Region around,
            ScrollPane page,
            InsidePane inside) {
        beyond = model.beyond();
        this.place = place;
        this.around = around;
        this.page = page;
        this.inside = inside;
        others = new BeyondPane(model, messages);
        VBox.setVgrow(inside, Priority.ALWAYS);
        VBox.setVgrow(others, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        for (Side side : Side.values()) {
            ToggleButton chip = new ToggleButton();
            chip.textProperty().bind(messages.bind("explain.side." + side));
            chip.getStyleClass().add("side-chip");
            chip.setToggleGroup(group);
            chip.setSelected(side == beyond.sideProperty().get());
            chip.setOnAction(event -> {
                chip.setSelected(true);
                beyond.sideProperty().set(side);
            });
            chips.getChildren().add(chip);
        }
        beyond.sideProperty().addListener(change -> show());
        page.viewportBoundsProperty().addListener(change -> setHeight());
        show();
    }

    private void show() {
        Side side = beyond.sideProperty().get();
        setHeight();
        place.getChildren().setAll(side == Side.INSIDE ? inside : others);
    }

    private void setHeight() {
        boolean free = beyond.sideProperty().get() == Side.FIDELITY;
        double seen = Math.max(HEIGHT, page.getViewportBounds().getHeight() - LINE);
        around.setMinHeight(free ? Region.USE_PREF_SIZE : seen);
        place.setMinHeight(free ? seen : 0);
    }

    /** What the side that is chosen shows; empty where it is no picture. */
    Optional<Drawing> shown() {
        return beyond.sideProperty().get() == Side.INSIDE ? inside.shown() : others.shown();
    }
}
