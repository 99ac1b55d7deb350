package dev.interestlens.ui.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.fidelity.HeadDiversity;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.quality.FidelityFigures;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.ui.common.run.RunFollower;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;

/** Runs side by side. */
public final class CompareViewModel {
    /** Runs in one comparison: the number of distinguishable colours. */
    static final int MAX = 6;

    private final Session session;
    private final SeedRuns seeds;
    private final Background background;
    private final MeasurementQueue measuring;
    private final LatestRequest judging = new LatestRequest();
    private final ObservableList<RunFolder> chosen = FXCollections.observableArrayList();
    private final ObservableMap<RunFolder, RunProgress> curves = FXCollections.observableHashMap();
    private final ObservableMap<RunFolder, FidelityFigures> fidelity = FXCollections.observableHashMap();
    private final ObservableMap<RunFolder, HeadDiversity> spreads = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty popularNegatives = new SimpleBooleanProperty(this, "popularNegatives");
    private final FilteredList<RunSummary> listed;
    private boolean waiting;

    public CompareViewModel(Session session, TrainingRunner trainings, Background background) {
        this.session = session;
        this.seeds = new SeedRuns(session, trainings);
        this.background = background;
        this.measuring = new MeasurementQueue(
                background, () -> !session.readOnlyProperty().get());
        this.listed = new FilteredList<>(session.runs(), this::isListed);
        filter.addListener(change -> listed.setPredicate(this::isListed));
        session.runs().addListener((ListChangeListener<RunSummary>) change -> {
            dropGone();
            takeTrained();
            if (waiting && !listed.isEmpty()) {
                chooseNewest();
                read();
            }
        });
        OtherWeights.call(session, folder -> {
            if (chosen.contains(folder)) {
                read();
            }
        });
        chosen.addListener((ListChangeListener<RunFolder>) change -> session.compared()
                .setAll(chosen.stream().map(RunFolder::folderName).toList()));
        Changes.call(this::measure, popularNegatives);
        Changes.call(this::judge, measuring.scores());
    }

    private boolean isListed(RunSummary run) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return run.hasModel() && (wanted.isEmpty() || text(run).contains(wanted));
    }

    private static String text(RunSummary run) {
        return (run.name() + " " + run.folder().path().getFileName() + " "
                        + String.join(" ", run.labels().tags()) + " "
                        + run.labels().note() + " "
                        + run.description().config().model().id())
                .toLowerCase(Locale.ROOT);
    }

    private void dropGone() {
        if (chosen.removeIf(folder -> session.summary(folder).isEmpty())) {
            read();
        }
    }

    /** Runs with other seeds are compared as soon as they are trained, up to the limit. */
    private void takeTrained() {
        List<RunFolder> ready = seeds.trained()
                .filter(folder -> !chosen.contains(folder))
                .limit(MAX - chosen.size())
                .toList();
        if (!ready.isEmpty()) {
            chosen.addAll(ready);
            read();
        }
    }

    SeedRuns seeds() {
        return seeds;
    }

    Session session() {
        return session;
    }

    MeasurementQueue measuring() {
        return measuring;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Whether the negatives of the test are drawn by popularity, regardless of the protocols. */
    BooleanProperty popularNegativesProperty() {
        return popularNegatives;
    }

    /** Runs the background work of the screen. */
    Background background() {
        return background;
    }

    /** Runs that can be compared and pass the filter. */
    ObservableList<RunSummary> listed() {
        return listed;
    }

    /** Folders of the runs that are compared, in the order of their colours. */
    ObservableList<RunFolder> chosen() {
        return chosen;
    }

    /** Their colours, as on every screen. */
    List<Integer> styles() {
        return session.styles().of(chosen);
    }

    /** The same as summaries. */
    List<RunSummary> runs() {
        return chosen.stream().map(session::summary).flatMap(Optional::stream).toList();
    }

    /** Their test scores. */
    ObservableMap<RunFolder, RunScores> scores() {
        return measuring.scores();
    }

    /** The same with their test scores, as they are now. */
    ComparedRuns compared() {
        return new ComparedRuns(runs(), scores());
    }

    /** Their training curves. */
    ObservableMap<RunFolder, RunProgress> curves() {
        return curves;
    }

    /** Results of the fidelity command in their folders. */
    ObservableMap<RunFolder, FidelityFigures> fidelity() {
        return fidelity;
    }

    /** How different the heads' attention is, from the end of training; of runs with several heads. */
    ObservableMap<RunFolder, HeadDiversity> spreads() {
        return spreads;
    }

    /** Which run is better, if that can be said; null until two are measured. */
    ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The screen is shown: without a choice the newest runs of one data set are compared, as soon as they are known. */
    void enter() {
        waiting = chosen.isEmpty();
        chooseNewest();
        read();
    }

    private void chooseNewest() {
        if (waiting && !listed.isEmpty()) {
            waiting = false;
            List<RunSummary> before = session.compared().stream()
                    .map(session::named)
                    .flatMap(Optional::stream)
                    .filter(listed::contains)
                    .toList();
            String newest = listed.get(0).description().fingerprint();
            Stream<RunSummary> comparable = listed.stream()
                    .filter(run -> run.description().fingerprint().equals(newest));
            (before.isEmpty() ? comparable.limit(2) : before.stream())
                    .map(RunSummary::folder)
                    .forEach(chosen::add);
        }
    }

    /** Adds or removes a run. */
    void toggle(RunSummary run) {
        waiting = false;
        if (!chosen.remove(run.folder()) && chosen.size() < MAX) {
            chosen.add(run.folder());
        }
        read();
    }

    /** Compares these runs, the first {@value #MAX} of them. */
    void choose(List<RunSummary> runs) {
        waiting = false;
        chosen.setAll(runs.stream().map(RunSummary::folder).limit(MAX).toList());
        read();
    }

    private void read() {
        curves.keySet().retainAll(chosen);
        fidelity.keySet().retainAll(chosen);
        spreads.keySet().retainAll(chosen);
        for (RunFolder folder : List.copyOf(chosen)) {
            read(folder, RunFollower::once, curves);
            read(folder, FidelityFigures::read, fidelity);
            read(folder, run -> AttentionLog.read(run).flatMap(AttentionLog::lastSpread), spreads);
        }
        measure();
        judge();
    }

    private <T> void read(RunFolder folder, Function<RunFolder, Optional<T>> reader, Map<RunFolder, T> into) {
        background.load(ticket -> reader.apply(folder), found -> found.filter(each -> chosen.contains(folder))
                .ifPresent(each -> into.put(folder, each)));
    }

    private void measure() {
        measuring.measure(runs(), popularNegatives.get() ? NegativeKind.POPULARITY : null);
    }

    private void judge() {
        List<Verdict.Entry> entries = compared().entries();
        if (entries.size() < 2) {
            judging.forget();
            verdict.set(null);
            return;
        }
        background.load(judging, ticket -> Verdict.of(entries), verdict::set);
    }

    /** The name of a run's data set where the listed runs have several; else empty. */
    Optional<String> dataOf(RunSummary run) {
        boolean several = listed.stream()
                        .map(each -> each.description().fingerprint())
                        .distinct()
                        .count()
                > 1;
        return several ? Optional.of(session.nameOfData(run.description().dataset())) : Optional.empty();
    }

    /** The two runs of the verdict, best first; before there is one, the first two. */
    List<RunFolder> pair() {
        Verdict judged = verdict.get();
        return judged == null || judged.groups().size() < 2
                ? chosen.stream().limit(2).toList()
                : judged.groups().stream()
                        .limit(2)
                        .map(group -> group.entries().get(0).run().folder())
                        .toList();
    }

    /** Explains a row of the test part with one of the runs. */
    void explain(RunFolder run, int row) {
        if (run.equals(session.runProperty().get())) {
            session.runProperty().set(null);
        }
        session.sampleProperty().set(row);
        session.runProperty().set(run);
        session.goalProperty().set(Session.Goal.EXPLAIN);
    }

    /** Closes the open model; on the engine thread. */
    public Runnable closing() {
        return measuring.closing();
    }
}
