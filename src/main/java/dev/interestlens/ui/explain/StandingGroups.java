package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.view.GroupPanels;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.paint.HistoryPainter;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The few groups that stand out, above the behaviours, a row each: name, bar and Effect. The one under the pointer or in focus is marked. */
final class StandingGroups extends GridPane {
    private static final int MAX = 3;
    private static final double LONGEST = 80;
    private static final double NUMBER = 48;
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

    private final Messages messages;
    private final ExplainTexts drawn;
    private final IntegerProperty marked;

    /** @param marked index of the marked group, −1 for none */
    StandingGroups(Messages messages, IntegerProperty marked) {
        this.messages = messages;
        this.marked = marked;
        drawn = new ExplainTexts(messages);
        setHgap(16);
        ColumnConstraints rows = new ColumnConstraints();
        rows.setHgrow(Priority.ALWAYS);
        rows.setFillWidth(true);
        getColumnConstraints().setAll(new ColumnConstraints(), rows);
    }

    /** @param groups the strongest first; null while they are not measured */
    void show(List<GroupEffect> groups) {
        Label title = Worded.text(messages.text("explain.groups"), "plot-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(title, VPos.TOP);
        getChildren().clear();
        add(title, 0, 0, 1, MAX);
        List<GroupEffect> shown = groups == null ? List.of() : standing(groups);
        for (int i = 0; i < shown.size(); i++) {
            add(
                    row(
                            shown.get(i),
                            groups.indexOf(shown.get(i)),
                            Math.abs(shown.get(0).effect())),
                    1,
                    i);
        }
        if (shown.isEmpty()) {
            Label none = Worded.text(groups == null ? "" : messages.text("explain.groups.none"), "note");
            none.setMinWidth(0);
            add(none, 1, 0);
        }
    }

    /** Of groups of the same behaviours, as a category and its lane, only the first. */
    private static List<GroupEffect> standing(List<GroupEffect> groups) {
        List<GroupEffect> standing = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (GroupEffect group : groups) {
            if (standing.size() < MAX
                    && group.standsOut()
                    && seen.add(group.group().positions())) {
                standing.add(group);
            }
        }
        return standing;
    }

    private static Region bar(GroupEffect group, double length) {
        Region bar = new Region();
        bar.getStyleClass().add("effect-bar");
        bar.pseudoClassStateChanged(NEGATIVE, group.effect() < 0);
        bar.setMinSize(length, 8);
        bar.setMaxHeight(8);
        return bar;
    }

    private HBox row(GroupEffect group, int index, double largest) {
        Label name = new Label(drawn.text(GroupPanels.name(group)));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        double length = Math.max(2, LONGEST * Math.abs(group.effect()) / largest);
        HBox space = new HBox(bar(group, length * (1 - group.shareOfTable())));
        if (group.shareOfTable() > 0) {
            Region table = bar(group, length * group.shareOfTable());
            table.setOpacity(HistoryPainter.PALE);
            space.getChildren().add(table);
        }
        space.getStyleClass().add("bar-space");
        space.setMinWidth(LONGEST);
        Label effect = Worded.text(Numerals.signed(group.effect()), "figure");
        effect.setMinWidth(NUMBER);
        HBox row = new HBox(8, name, space, effect);
        row.getStyleClass().add("group-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(name.getText() + " " + effect.getText());
        row.hoverProperty().addListener((observed, before, now) -> marked.set(now ? index : -1));
        row.focusedProperty().addListener((observed, before, now) -> marked.set(now ? index : -1));
        return row;
    }
}
