package dev.interestlens.ui.explain;

import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Columns;
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

/** The lower half of the screen: one chip per side, and the view of the selected one. */
final class ExplainTabs {
    private static final double HEIGHT = 560;
    private static final double LEAST = 440;
    private static final double LINE = 40; // drawn over the content that is scrolled below it
    private static final double GAP = 16;

    private final BeyondViewModel beyond;
    private final Pane place;
    private final Region around;
    private final ScrollPane page;
    private final Columns columns;
    private final Region head;
    private final InsidePane inside;
    private final BeyondPane others;

    /**
     * @param columns in which it is beside the history or below it
     * @param head above both
     * @param around the node that grows with a high view
     * @param page the scroll pane: every view is at least as high as its viewport, so that the chips do not move
     */
    ExplainTabs(
            ExplainViewModel model,
            Messages messages,
            FlowPane chips,
            Pane place,
            Columns columns,
            Region head,
            Region around,
            ScrollPane page,
            InsidePane inside) {
        beyond = model.beyond();
        this.place = place;
        this.around = around;
        this.page = page;
        this.columns = columns;
        this.head = head;
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
        columns.besideProperty().addListener(change -> setHeight());
        head.heightProperty().addListener(change -> setHeight());
        show();
    }

    private void show() {
        Side side = beyond.sideProperty().get();
        setHeight();
        place.getChildren().setAll(side == Side.INSIDE ? inside : others);
    }

    private void setHeight() {
        boolean free = beyond.sideProperty().get() == Side.FIDELITY;
        double view = page.getViewportBounds().getHeight();
        boolean beside = columns.besideProperty().get();
        double seen = beside ? Math.max(LEAST, view - head.getHeight() - GAP) : Math.max(HEIGHT, view - LINE);
        around.setMinHeight(free ? Region.USE_PREF_SIZE : seen);
        place.setMinHeight(free ? seen : 0);
    }

    /** What the selected side shows; empty where it is no picture. */
    Optional<Drawing> shown() {
        return beyond.sideProperty().get() == Side.INSIDE ? inside.shown() : others.shown();
    }
}
