package dev.interestlens.ui.compare;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.explain.fidelity.HeadSpread;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.RunFollower;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.AttentionLog;
import dev.interestlens.workspace.FidelityFigures;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.RunScores;
import dev.interestlens.workspace.compare.SharedRows;
import dev.interestlens.workspace.compare.Verdict;
import dev.interestlens.workspace.measure.ChosenShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final ObservableMap<RunFolder, HeadSpread> spreads = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty popularNegatives = new SimpleBooleanProperty(this, "popularNegatives");
    private final FilteredList<RunSummary> listed;
    private boolean waiting;

    public CompareViewModel(Session session, TrainingRunner trainings, Background background) {
        this.session = session;
        this.seeds = new SeedRuns(session, trainings);
        this.background = background;
        this.measuring =
                new MeasurementQueue(background, MeasurementQueue.Scope.CATALOGUE, () -> !session.readOnlyProperty()
                        .get());
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

    /** How negatives were drawn and what was left out, each once. */
    List<Text> notes() {
        return measured().values().stream()
                .flatMap(scores -> scores.notes().stream())
                .distinct()
                .toList();
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

    /** Words of the command that gives what a view shows; none where no command does. */
    List<String> command(View view) {
        boolean own = view == View.ANATOMY || view == View.LENGTHS;
        if (chosen.size() < (own ? 1 : 2) || view == View.ABLATION || view == View.LISTS) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(own ? view.id() : "compare"));
        chosen.stream()
                .limit(view == View.LENGTHS ? 1 : chosen.size())
                .forEach(run -> words.addAll(List.of("--run", run.path().toString())));
        return words;
    }

    /** The same as summaries. */
    List<RunSummary> runs() {
        return chosen.stream().map(session::summary).flatMap(Optional::stream).toList();
    }

    /** Their test scores. */
    ObservableMap<RunFolder, RunScores> scores() {
        return measuring.scores();
    }

    /** The same by the runs' names, in the order of the runs. */
    Map<String, RunScores> measured() {
        Map<String, RunScores> measured = new LinkedHashMap<>();
        runs().stream()
                .filter(run -> scores().containsKey(run.folder()))
                .forEach(run -> measured.put(run.name(), scores().get(run.folder())));
        return measured;
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
    ObservableMap<RunFolder, HeadSpread> spreads() {
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
            background.load(
                    ticket -> RunFollower.once(folder), found -> found.ifPresent(progress -> keep(folder, progress)));
            background.load(
                    ticket -> FidelityFigures.read(folder),
                    found -> found.ifPresent(figures -> fidelity.put(folder, figures)));
            background.load(
                    ticket -> AttentionLog.read(folder).flatMap(AttentionLog::lastSpread),
                    found -> found.ifPresent(spread -> spreads.put(folder, spread)));
        }
        measure();
        judge();
    }

    private void measure() {
        measuring.measure(runs(), popularNegatives.get() ? NegativeKind.POPULARITY : null);
    }

    private void keep(RunFolder folder, RunProgress progress) {
        if (chosen.contains(folder)) {
            curves.put(folder, progress);
        }
    }

    private void judge() {
        List<Verdict.Entry> entries = runs().stream()
                .filter(run -> scores().containsKey(run.folder()))
                .map(run -> new Verdict.Entry(run, scores().get(run.folder())))
                .toList();
        if (entries.size() < 2) {
            judging.forget();
            verdict.set(null);
            return;
        }
        background.load(judging, ticket -> Verdict.of(entries), verdict::set);
    }

    /** The run that leads in validation by NDCG@10 of all items, else by AUC; empty where not all have the figure, or were measured on other rows. */
    Optional<Ahead> ahead() {
        return ahead(JournalEntry.Valid::ndcg10, "compare.figure.ndcg10")
                .or(() -> ahead(JournalEntry.Valid::auc, "train.auc"));
    }

    /**
     * A run that leads in validation.
     *
     * @param key of the figure's name
     */
    record Ahead(RunSummary run, String key, double value) {}

    private Optional<Ahead> ahead(Function<JournalEntry.Valid, Double> figure, String key) {
        List<Ahead> all = runs().stream()
                .filter(run -> run.best() != null && figure.apply(run.best()) != null)
                .map(run -> new Ahead(run, key, figure.apply(run.best())))
                .sorted(Comparator.comparingDouble(Ahead::value).reversed())
                .toList();
        return all.size() < 2 || all.size() < runs().size() || !comparable()
                ? Optional.empty()
                : Optional.of(all.get(0));
    }

    /** Whether all chosen runs were measured on the same rows. */
    boolean comparable() {
        return SharedRows.groups(runs()).size() < 2;
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

    /** Names of the runs that still train: their figures are those of the best epoch so far. */
    String training() {
        return runs().stream().filter(RunSummary::isAlive).map(RunSummary::name).collect(Collectors.joining(", "));
    }

    /** The presets of the runs, each with its runs; empty where all have the same. */
    Map<Preset, String> presets() {
        Map<Preset, String> presets = new TreeMap<>();
        for (RunSummary run : runs()) {
            presets.merge(
                    RunCommand.nearest(run.description().config()), run.name(), (before, name) -> before + ", " + name);
        }
        return presets.size() < 2 ? Map.of() : presets;
    }

    /** Names of the runs, grouped by the rows on which they were measured. */
    String rowGroups() {
        return SharedRows.groups(runs()).stream()
                .map(group -> group.stream().map(RunSummary::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    /** Shares of positives in training and test, by the run's name, where they are known. */
    Map<String, ChosenShare> shares() {
        Map<String, ChosenShare> shares = new LinkedHashMap<>();
        for (RunSummary run : runs()) {
            Optional.ofNullable(scores().get(run.folder()))
                    .flatMap(scores ->
                            ChosenShare.of(run.description().config().protocol(), run.calibrated(), scores.scored()))
                    .ifPresent(share -> shares.put(run.name(), share));
        }
        return shares;
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
