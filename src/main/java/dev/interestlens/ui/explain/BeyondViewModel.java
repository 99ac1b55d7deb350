package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.explain.engine.BeyondEngine;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

/** Further analyses of the explained prediction, measured for the selected side only. */
final class BeyondViewModel {
    /** Sides that stay as measured while the prediction is shown; the others depend on files of runs and are measured again. */
    private static final Set<Side> KEPT = Set.of(Side.OPINIONS, Side.VERSUS);

    private final Session session;
    private final Background background;
    private final SampleViewModel sample;
    private final TableViewModel table;
    private final BeyondEngine engine;
    private final LatestRequest asking = new LatestRequest();
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(this, "side", Side.INSIDE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Map<Side, Panel>> measured =
            new ReadOnlyObjectWrapper<>(this, "measured", Map.of());
    private Set<RunFolder> asked = Set.of();
    private Item other;

    BeyondViewModel(
            Session session,
            Background background,
            SampleViewModel sample,
            TableViewModel table,
            ExplainEngine engine) {
        this.session = session;
        this.background = background;
        this.sample = sample;
        this.table = table;
        this.engine = new BeyondEngine(engine);
        Changes.call(this::ask, side);
        session.runs().addListener((ListChangeListener<RunSummary>) change -> {
            Set<RunFolder> now = comparable();
            boolean others = side.get() == Side.RUNS || side.get() == Side.SEEDS;
            if (others && !now.equals(asked)) {
                ask();
            }
        });
        sample.explainedProperty().addListener((observed, before, now) -> {
            boolean another = now == null || before == null || before.row() != now.row();
            if (another) {
                other = null;
                stop();
                measured.set(Map.of());
            }
            if (another || now.isWhole() && !before.isWhole()) {
                ask();
            }
        });
    }

    ObjectProperty<Side> sideProperty() {
        return side;
    }

    /** Whether something is being measured. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The panels of the explained prediction, by side, as far as measured. */
    ReadOnlyObjectProperty<Map<Side, Panel>> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** The measured results as panels of the explanation, and the map if it is shown. */
    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>(measured.get().values());
        if (side.get() == Side.MAP) {
            panel().ifPresent(panels::add);
        }
        return panels;
    }

    /** The panel of the selected side; empty where there is no result, or the side has its own view. */
    Optional<Panel> panel() {
        return side.get() == Side.MAP
                ? MapPanel.of(table.map(), table.measuredProperty().get())
                : Optional.ofNullable(measured.get().get(side.get()));
    }

    /** The other candidate of the measured comparison; empty until it is measured. */
    Optional<Item> compared() {
        return Optional.ofNullable(sample.explainedProperty().get())
                .filter(now -> measured.get().containsKey(Side.VERSUS))
                .flatMap(this::wanted);
    }

    /** The candidate to compare with: the chosen one, else the first of the others. */
    private Optional<Item> wanted(ExplainedSample now) {
        return Optional.ofNullable(other)
                .or(() -> now.impression().others().stream().findFirst().map(Impression.Other::item));
    }

    private void stop() {
        asking.forget();
        busy.set(false);
    }

    private void keep(Predicate<Side> which) {
        Map<Side, Panel> kept = new EnumMap<>(Side.class);
        kept.putAll(measured.get());
        kept.keySet().removeIf(which.negate());
        measured.set(kept);
    }

    private void show(Side of, Panel panel) {
        Map<Side, Panel> more = new EnumMap<>(Map.of(of, panel));
        more.putAll(measured.get());
        measured.set(more);
    }

    /** Compares with another candidate. */
    void choose(Item item) {
        other = item;
        keep(each -> each != Side.VERSUS);
        ask();
    }

    /** Runs that can be compared. */
    private Set<RunFolder> comparable() {
        return session.runs().stream()
                .filter(run -> run.bestEpoch() > 0)
                .map(RunSummary::folder)
                .collect(Collectors.toSet());
    }

    /** Goes to a screen on which the missing part can be made. */
    void go(Session.Goal place) {
        session.goalProperty().set(place);
    }

    private void ask() {
        asked = comparable();
        Side of = side.get();
        ExplainedSample now = sample.explainedProperty().get();
        stop();
        keep(KEPT::contains);
        if (of == Side.MAP) {
            table.measuresProperty().set(true);
        }
        if (now != null && now.isWhole() && !measured.get().containsKey(of)) {
            of.measure().ifPresent(measure -> measure(of, measure, now));
        }
    }

    private void measure(Side of, Side.Measure measure, ExplainedSample now) {
        Optional<Item> against = wanted(now);
        List<RunSummary> runs = List.copyOf(session.runs());
        busy.set(true);
        background.run(
                Lane.ENGINE,
                asking,
                ticket -> measure.of(engine, new BeyondEngine.Asked(now, against, runs, ticket::stale)),
                found -> {
                    busy.set(false);
                    found.ifPresent(panel -> show(of, panel));
                },
                failure -> {
                    busy.set(false);
                    background.failed(failure);
                });
    }
}
