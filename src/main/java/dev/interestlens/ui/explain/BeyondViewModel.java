package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.view.BeyondPanels;
import dev.interestlens.explain.view.MapPanel;
import dev.interestlens.explain.view.OpinionsPanel;
import dev.interestlens.explain.view.SeedSpread;
import dev.interestlens.explain.view.VersionsPanel;
import dev.interestlens.explain.view.VersusPanel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.explain.engine.BeyondEngine;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.OpinionsResult;
import dev.interestlens.ui.explain.engine.Version;
import dev.interestlens.ui.explain.engine.Versus;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** The views in the lower half of the screen. */
    enum Side {
        INSIDE,
        OPINIONS,
        VERSUS,
        CHECKPOINTS,
        RUNS,
        SEEDS,
        MAP,
        FIDELITY
    }

    private final Session session;
    private final Background background;
    private final SampleViewModel sample;
    private final TableViewModel table;
    private final BeyondEngine engine;
    private final LatestRequest asking = new LatestRequest();
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(this, "side", Side.INSIDE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<OpinionsResult> opinions = new ReadOnlyObjectWrapper<>(this, "opinions");
    private final ReadOnlyObjectWrapper<Versus> versus = new ReadOnlyObjectWrapper<>(this, "versus");
    private final ReadOnlyObjectWrapper<List<Version>> versions =
            new ReadOnlyObjectWrapper<>(this, "versions", List.of());
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
        side.addListener(change -> ask());
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
                forget();
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

    /** Of the explained prediction, or null. */
    ReadOnlyObjectProperty<OpinionsResult> opinionsProperty() {
        return opinions.getReadOnlyProperty();
    }

    /** The comparison with another candidate, or null. */
    ReadOnlyObjectProperty<Versus> versusProperty() {
        return versus.getReadOnlyProperty();
    }

    /** The same prediction with other weights; empty until measured. */
    ReadOnlyObjectProperty<List<Version>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /** The measured results as panels of the explanation, and the map if it is shown. */
    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        opinionsPanel().ifPresent(panels::add);
        versusPanel().ifPresent(panels::add);
        if (side.get() != Side.OPINIONS && side.get() != Side.VERSUS) {
            panel().ifPresent(panels::add);
        }
        return panels;
    }

    /** The panel of the selected side; empty where there is no result, or the side has its own view. */
    Optional<Panel> panel() {
        return switch (side.get()) {
            case OPINIONS -> opinionsPanel();
            case VERSUS -> versusPanel();
            case CHECKPOINTS -> versionsPanel("checkpoints");
            case RUNS -> versionsPanel("runs");
            case SEEDS ->
                whole().filter(now -> !versions.get().isEmpty())
                        .map(now -> BeyondPanels.seeds(now.impression(), SeedSpread.of(withThis(now))));
            case MAP -> MapPanel.of(table.map(), table.measuredProperty().get());
            default -> Optional.empty();
        };
    }

    private Optional<ExplainedSample> whole() {
        return Optional.ofNullable(sample.explainedProperty().get()).filter(ExplainedSample::isWhole);
    }

    private Optional<Panel> opinionsPanel() {
        return whole().filter(now -> opinions.get() != null)
                .map(now -> OpinionsPanel.of(
                        now.impression(),
                        now.looked().score(),
                        now.effects(),
                        opinions.get().evidence()));
    }

    private Optional<Panel> versusPanel() {
        Versus against = versus.get();
        return whole().filter(now -> against != null && against.effects() != null)
                .map(now -> VersusPanel.of(
                        now.impression(),
                        now.looked(),
                        now.effects(),
                        against.other(),
                        against.looked(),
                        against.effects()));
    }

    private Optional<Panel> versionsPanel(String name) {
        return whole().filter(now -> !versions.get().isEmpty())
                .map(now -> VersionsPanel.of(name, now.impression(), withThis(now)));
    }

    private List<BeyondPanels.Version> withThis(ExplainedSample now) {
        List<BeyondPanels.Version> all = new ArrayList<>();
        versions.get()
                .forEach(each ->
                        all.add(new BeyondPanels.Version(Text.same(each.name()), each.looked(), each.effects())));
        all.add(new BeyondPanels.Version(Wording.of("beyond.this"), now.looked(), now.effects()));
        return all;
    }

    private void forget() {
        asking.forget();
        busy.set(false);
        opinions.set(null);
        versus.set(null);
        versions.set(List.of());
    }

    /** Compares with another candidate. */
    void choose(Item item) {
        other = item;
        versus.set(null);
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
        ExplainedSample now = sample.explainedProperty().get();
        asking.forget();
        busy.set(false);
        versions.set(List.of());
        if (side.get() == Side.MAP) {
            table.measuresProperty().set(true);
        }
        if (now == null || !now.isWhole()) {
            return;
        }
        switch (side.get()) {
            case OPINIONS -> {
                if (opinions.get() == null) {
                    run(ticket -> engine.opinions(now, ticket::stale), found -> found.ifPresent(opinions::set));
                }
            }
            case VERSUS -> {
                Item wanted = other == null ? first(now) : other;
                if (wanted != null && versus.get() == null) {
                    run(ticket -> engine.versus(now, wanted), versus::set);
                }
            }
            case SEEDS -> run(ticket -> engine.seeds(now, ticket::stale), versions::set);
            case CHECKPOINTS -> run(ticket -> engine.checkpoints(now, ticket::stale), versions::set);
            case RUNS -> {
                List<RunSummary> all = List.copyOf(session.runs());
                run(ticket -> engine.runs(now, all, ticket::stale), versions::set);
            }
            default -> {}
        }
    }

    private static Item first(ExplainedSample now) {
        return now.impression().others().isEmpty()
                ? null
                : now.impression().others().get(0).item();
    }

    private <T> void run(Background.Work<T> work, java.util.function.Consumer<T> then) {
        busy.set(true);
        background.run(
                Lane.ENGINE,
                asking,
                work,
                found -> {
                    busy.set(false);
                    then.accept(found);
                },
                failure -> {
                    busy.set(false);
                    background.failed(failure);
                });
    }
}
