package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.GroupEffect;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The groups of the explained prediction, and the selected behaviours, which are measured as a further group. */
final class GroupsViewModel {
    private static final int MAX = 20;

    private final Background background;
    private final ExplainEngine engine;
    private final LatestRequest measuring = new LatestRequest();
    private final ReadOnlyObjectWrapper<Set<Integer>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Set.of());
    private final ReadOnlyObjectWrapper<GroupEffect> selection = new ReadOnlyObjectWrapper<>(this, "selection");
    private ExplainedSample of;

    GroupsViewModel(Background background, ExplainEngine engine) {
        this.background = background;
        this.engine = engine;
    }

    /** Begins with another prediction, or the same measured further. */
    void begin(ExplainedSample now) {
        boolean same = now != null && of != null && now.row() == of.row() && now.impression() == of.impression();
        boolean measured = same && of.effects() == null && now.effects() != null;
        of = now;
        if (!same) {
            choose(Set.of());
        } else if (measured) {
            choose(chosen.get());
        }
    }

    /** Selected positions. */
    ReadOnlyObjectProperty<Set<Integer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The Effect of removing them together; null where none are selected, or not measured yet. */
    ReadOnlyObjectProperty<GroupEffect> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Selects exactly these. */
    void choose(Set<Integer> positions) {
        measuring.forget();
        chosen.set(Set.copyOf(positions));
        selection.set(null);
        ExplainedSample now = of;
        if (!positions.isEmpty() && now != null && now.effects() != null) {
            List<Integer> sorted = List.copyOf(new TreeSet<>(positions));
            background.run(Lane.ENGINE, measuring, ticket -> engine.selection(now, sorted), selection::set);
        }
    }

    /** The shown groups: the selection first, then those with the largest Effect. */
    List<GroupEffect> shown() {
        List<GroupEffect> shown = new ArrayList<>();
        if (selection.get() != null) {
            shown.add(selection.get());
        }
        if (of != null && of.effects() != null) {
            of.effects().groups().stream()
                    .sorted(Comparator.comparingDouble(each -> -Math.abs(each.effect())))
                    .limit(MAX)
                    .forEach(shown::add);
        }
        return shown;
    }
}
