package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.explain.view.GroupPanels;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.history.HistoryRows;
import dev.interestlens.ui.control.history.HistoryStrip;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One bar per group below the behaviours: the Effect of removing the whole group, with that of as many random behaviours. The marked group is
 * outlined above. Those that stand out are named above the behaviours, too.
 */
final class GroupsPane extends VBox {
    private final ExplainViewModel model;
    private final Messages messages;
    private final ExplainTexts drawn;
    private final HistoryStrip strip;
    private final HistoryRows bars;
    private final StandingGroups above;
    private final StandingGroups below;
    private final Label told = Worded.text("", "read-out");
    private List<GroupEffect> groups = List.of();

    GroupsPane(ExplainViewModel model, Messages messages, HistoryStrip strip) {
        this.model = model;
        this.messages = messages;
        this.strip = strip;
        drawn = new ExplainTexts(messages);
        bars = new HistoryRows(messages);
        ChartMenu.name(bars, () -> messages.text("explain.groups"));
        above = new StandingGroups(messages, bars.markedProperty());
        below = new StandingGroups(messages, bars.markedProperty());
        Label title = Worded.label(messages.bind("explain.groups"), "plot-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        told.setWrapText(true);
        told.setMinSize(0, Region.USE_PREF_SIZE);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        setSpacing(4);
        getChildren().setAll(new HBox(16, title, told), bars);
        Presence.whileVisible(this);
        strip.setOnSelect(model.groups()::choose);
        Changes.call(this::mark, bars.markedProperty(), model.groups().chosenProperty());
        messages.keepShown(
                this::show,
                model.sample().explainedProperty(),
                model.groups().selectionProperty(),
                model.whatIf().triedProperty());
    }

    /** The groups that stand out, above the behaviours; not in a compact window. */
    Node above() {
        return place(above, "roomy");
    }

    /** The same in a compact window, below them. */
    Node below() {
        return place(below, "compact-only");
    }

    private Node place(StandingGroups groups, String window) {
        VBox place = new VBox(groups);
        Presence.when(groups, visibleProperty());
        Presence.whenStyled(place, window, visibleProperty());
        return place;
    }

    private void show() {
        ExplainedSample now = model.sample().explainedProperty().get();
        setVisible(now != null
                && now.impression().behaviours() > 0
                && model.whatIf().triedProperty().get() == null);
        groups = isVisible() ? model.groups().shown() : List.of();
        RowsData.Row row = new RowsData.Row(
                Phrase.same(messages.text("explain.groups.joint")),
                Phrase.same(messages.text("explain.groups.random")),
                groups.stream().mapToDouble(GroupEffect::effect).toArray(),
                0,
                true,
                groups.stream().mapToDouble(each -> known(each.random().low())).toArray(),
                groups.stream().mapToDouble(each -> known(each.random().high())).toArray());
        Presence.set(bars, !groups.isEmpty());
        bars.setData(new RowsData(groups.stream().map(GroupPanels::name).toList(), List.of(row)));
        for (StandingGroups each : List.of(above, below)) {
            each.show(isVisible() && now.effects() != null ? groups : null);
        }
        mark();
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private void mark() {
        int at = bars.markedProperty().get();
        boolean some = at >= 0 && at < groups.size();
        Set<Integer> outlined = some
                ? Set.copyOf(groups.get(at).group().positions())
                : model.groups().chosenProperty().get();
        strip.selected().retainAll(isVisible() ? outlined : Set.of());
        strip.selected().addAll(isVisible() ? outlined : Set.of());
        GroupEffect selection = model.groups().selectionProperty().get();
        told.setText(
                some
                        ? tell(groups.get(at))
                        : selection != null ? tell(selection) : messages.text("explain.groups.hint"));
    }

    private String tell(GroupEffect group) {
        double score = model.sample().explainedProperty().get().effects().score();
        String words = messages.text(
                "explain.groups.told",
                drawn.text(group.group().name()),
                group.group().size(),
                Numerals.signed(group.effect()),
                Numerals.fixed(score, 3),
                Numerals.fixed(score - group.points(), 3),
                Numerals.signed(group.singles()));
        String random = Double.isNaN(group.random().mean())
                ? ""
                : messages.text(
                        "explain.groups.chance",
                        Numerals.signed(group.random().mean()),
                        Numerals.signed(group.random().low()),
                        Numerals.signed(group.random().high()));
        String table =
                group.byTable() == 0 ? "" : messages.text("explain.groups.table", Numerals.signed(group.byTable()));
        String single = group.redundant() ? messages.text("explain.groups.redundant") : "";
        return words + table + random + single;
    }
}
