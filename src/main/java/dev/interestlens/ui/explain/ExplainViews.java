package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.figure.Drawing;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.Columns;
import dev.interestlens.ui.control.ViewMenu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The view beside the history: one at a time, chosen from a menu of all. */
final class ExplainViews {
    private static final double HEIGHT = 560;
    private static final double LEAST = 440;
    private static final double LINE = 40; // drawn over the content that is scrolled below it
    private static final double GAP = 16;

    private record Entry(Side.Topic topic, ViewMenu.Choice choice) {}

    private final BeyondViewModel beyond;
    private final Messages messages;
    private final ViewMenu menu;
    private final HBox bar;
    private final Pane place;
    private final Region around;
    private final ScrollPane page;
    private final Columns columns;
    private final Region head;
    private final InsidePane inside;
    private final BeyondPane others;

    /**
     * @param bar for the menu and the choices within the shown view
     * @param columns in which it is beside the history or below it
     * @param head above both
     * @param around the node that grows with a high view
     * @param page the scroll pane: every view is at least as high as its viewport, so that the menu does not move
     */
    ExplainViews(
            ExplainViewModel model,
            Messages messages,
            HBox bar,
            Pane place,
            Columns columns,
            Region head,
            Region around,
            ScrollPane page,
            InsidePane inside) {
        beyond = model.beyond();
        this.messages = messages;
        this.bar = bar;
        this.place = place;
        this.around = around;
        this.page = page;
        this.columns = columns;
        this.head = head;
        this.inside = inside;
        menu = new ViewMenu(messages);
        others = new BeyondPane(model, messages);
        VBox.setVgrow(inside, Priority.ALWAYS);
        VBox.setVgrow(others, Priority.ALWAYS);
        Changes.call(this::show, beyond.sideProperty());
        inside.setOnViews(this::list);
        Changes.call(this::list, messages.language());
        Changes.call(this::setHeight, page.viewportBoundsProperty(), columns.besideProperty(), head.heightProperty());
        show();
    }

    private void show() {
        boolean within = beyond.sideProperty().get() == Side.INSIDE;
        setHeight();
        place.getChildren().setAll(within ? inside : others);
        Node choices = within ? inside.choices() : others.choices();
        HBox.setHgrow(choices, Priority.ALWAYS);
        bar.getChildren().setAll(menu, choices);
        list();
    }

    /** Offers the views that the explained prediction has. */
    private void list() {
        List<Entry> entries = new ArrayList<>();
        for (Panel each : inside.panels()) {
            Side.Topic topic = Side.Topic.of(each);
            Supplier<Optional<Drawing>> small =
                    () -> Optional.of(each.begun(each.pictures().get(0)).drawing());
            entries.add(entry(topic, each.name(), inside.titleOf(each), "", small, id -> {
                beyond.sideProperty().set(Side.INSIDE);
                inside.show(id);
            }));
        }
        for (Side each : EnumSet.complementOf(EnumSet.of(Side.INSIDE))) {
            String name = messages.text("explain.side." + each);
            entries.add(entry(each.topic(), each.name(), name, each.icon(), Optional::empty, id -> beyond.sideProperty()
                    .set(each)));
        }
        entries.sort(Comparator.comparing(Entry::topic));
        Side side = beyond.sideProperty().get();
        menu.setChoices(
                entries.stream().map(Entry::choice).toList(), side == Side.INSIDE ? inside.view() : side.name());
    }

    private Entry entry(
            Side.Topic topic,
            String id,
            String name,
            String icon,
            Supplier<Optional<Drawing>> small,
            Consumer<String> show) {
        String group = messages.text("explain.views." + topic);
        return new Entry(topic, new ViewMenu.Choice(id, group, name, icon, small, () -> show.accept(id)));
    }

    private void setHeight() {
        boolean free = beyond.sideProperty().get() == Side.FIDELITY;
        double view = page.getViewportBounds().getHeight();
        boolean beside = columns.besideProperty().get();
        double seen = beside ? Math.max(LEAST, view - head.getHeight() - GAP) : Math.max(HEIGHT, view - LINE);
        around.setMinHeight(free ? Region.USE_PREF_SIZE : seen);
        around.setMaxHeight(beside && !free ? seen : Double.MAX_VALUE);
        place.setMinHeight(free ? seen : 0);
    }

    /** What the selected view shows; empty where it is no picture. */
    Optional<Drawing> shown() {
        return beyond.sideProperty().get() == Side.INSIDE ? inside.shown() : others.shown();
    }
}
