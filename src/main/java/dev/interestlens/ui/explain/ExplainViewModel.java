package dev.interestlens.ui.explain;

import dev.interestlens.explain.Sentence;
import dev.interestlens.explain.Wording;
import dev.interestlens.export.report.ExplanationFile;
import dev.interestlens.export.report.Provenance;
import dev.interestlens.store.Disk;
import dev.interestlens.train.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.FileDialogs;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Newest;
import dev.interestlens.ui.common.RunFollower;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Predictions of the run that is looked at, and why one of them is as it is. */
public final class ExplainViewModel {
    private static final int NONE = -1;
    private static final int KEPT = 200;
    private static final int ENOUGH_HISTORY = 5;
    private static final int TRIED = 40;
    private static final int ENOUGH_SCORES = 4 * Engine.ROWS;

    private final Session session;
    private final Background background;
    private final Messages messages;
    private final FileDialogs dialogs;
    private final Engine engine = new Engine();
    private final Newest opening = new Newest();
    private final Newest scoring = new Newest();
    private final Newest ordering = new Newest();
    private final Newest explaining = new Newest();
    private final Newest choosing = new Newest();
    private final Newest trying = new Newest();
    private final Newest saving = new Newest();

    private final RowList rows = new RowList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<PredictionOrder> order = new SimpleObjectProperty<>(
            this, "order", new PredictionOrder(PredictionOrder.Column.SCORE, true, java.util.Locale.ENGLISH));
    private final ReadOnlyObjectWrapper<Predictions> predictions = new ReadOnlyObjectWrapper<>(this, "predictions");
    private final ReadOnlyIntegerWrapper scored = new ReadOnlyIntegerWrapper(this, "scored");
    private final ReadOnlyObjectWrapper<Explained> explained = new ReadOnlyObjectWrapper<>(this, "explained");
    private final ReadOnlyDoubleWrapper tried = new ReadOnlyDoubleWrapper(this, "tried", Double.NaN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper newer = new ReadOnlyBooleanWrapper(this, "newer");
    private final ObservableSet<Integer> off = FXCollections.observableSet();
    private final Map<Integer, Explained> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Explained> eldest) {
            return size() > KEPT;
        }
    };
    private final RunFollower follower;
    private int[] candidates = new int[0];
    private int openedEpoch;
    private int refusedEpoch = NONE;

    public ExplainViewModel(
            Session session, Background background, Ticker ticker, Messages messages, FileDialogs dialogs) {
        this.session = session;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        session.runProperty().addListener(change -> follow());
        follower = new RunFollower(background, ticker);
        follower.progressProperty().addListener((observed, before, now) -> notice(now));
        filter.addListener(change -> arrange());
        order.addListener(change -> arrange());
        off.addListener((SetChangeListener<Integer>) change -> tryWithout());
        follow();
    }

    /** The run is opened as soon as its journal says that there is something to open. */
    private void follow() {
        opening.forget();
        scoring.forget();
        explaining.forget();
        busy.set(false);
        forget();
        if (session.runProperty().get() == null) {
            follower.leave();
        } else {
            follower.follow(session.runProperty().get());
        }
    }

    private void notice(RunProgress now) {
        if (now == null
                || now.epochs().isEmpty()
                        && (now.savedStep() == 0 || now.summary().isAlive())) {
            return;
        }
        if (predictions.get() == null) {
            if (!busy.get() && refusedEpoch != now.summary().epoch()) {
                open();
            }
        } else {
            newer.set(now.summary().bestEpoch() > openedEpoch);
            if (!now.summary().isAlive()) {
                loadNewer();
            }
        }
    }

    /** A person comes to the screen. */
    void enter() {
        loadNewer();
    }

    private void loadNewer() {
        if (newer.get() && !busy.get()) {
            open();
        }
    }

    /** Rows of the test part that pass the filter, in order. */
    RowList rows() {
        return rows;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<PredictionOrder> orderProperty() {
        return order;
    }

    /** The columns, or null where no run with a checkpoint is open. */
    ReadOnlyObjectProperty<Predictions> predictionsProperty() {
        return predictions.getReadOnlyProperty();
    }

    /** Rows that have a score. */
    ReadOnlyIntegerProperty scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /** What is explained now, as far as it is measured, or null. */
    ReadOnlyObjectProperty<Explained> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** Behaviours that are switched off. */
    ObservableSet<Integer> off() {
        return off;
    }

    /** The score without what is switched off; NaN where nothing is. */
    ReadOnlyDoubleProperty triedProperty() {
        return tried.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the run has a better checkpoint than the one that is open. */
    ReadOnlyBooleanProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** Opens the run that is looked at, with its best checkpoint. */
    void open() {
        RunFolder folder = session.runProperty().get();
        RunProgress now = follower.progressProperty().get();
        if (folder == null || now == null) {
            return;
        }
        scoring.forget();
        choosing.forget();
        explaining.forget();
        busy.set(true);
        int epoch = now.summary().epoch();
        int best = now.summary().bestEpoch();
        background.run(Lane.ENGINE, opening, ticket -> engine.open(folder), found -> opened(found, best), failure -> {
            busy.set(false);
            refusedEpoch = epoch;
            forget();
            background.failed(failure);
        });
    }

    private void forget() {
        choosing.forget();
        known.clear();
        off.clear();
        predictions.set(null);
        explained.set(null);
        rows.set(new int[0]);
        scored.set(0);
    }

    private void opened(Predictions found, int best) {
        forget();
        openedEpoch = best;
        refusedEpoch = NONE;
        newer.set(false);
        busy.set(false);
        predictions.set(found);
        arrange();
        scoreFrom(0);
    }

    private void scoreFrom(int from) {
        Predictions mine = predictions.get();
        if (mine == null || from >= mine.size()) {
            return;
        }
        background.run(Lane.ENGINE, scoring, ticket -> engine.scores(from), some -> {
            mine.put(from, some);
            int now = from + some.length;
            scored.set(now);
            if (now == mine.size() || now == ENOUGH_SCORES) {
                arrange();
            }
            scoreFrom(now);
        });
    }

    private void arrange() {
        Predictions mine = predictions.get();
        if (mine == null) {
            return;
        }
        Predictions snapshot = mine.snapshot();
        PredictionOrder wanted = order.get();
        PredictionFilter passes = new PredictionFilter(filter.get());
        boolean enough = scored.get() >= Math.min(mine.size(), ENOUGH_SCORES);
        background.run(Lane.LOADER, ordering, ticket -> wanted.of(snapshot, passes.on(snapshot)), found -> {
            rows.set(found);
            if (enough && explained.get() == null) {
                chooseFirst();
            }
        });
    }

    /** What a person sees first: the row of last time, else a confident hit that few behaviours explain. */
    private void chooseFirst() {
        Predictions mine = predictions.get();
        Integer last = session.sampleProperty().get();
        if (last != null && last < mine.size()) {
            select(last);
            return;
        }
        candidates = rows.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> mine.label(row) == 1 && mine.length(row) >= ENOUGH_HISTORY)
                .limit(TRIED)
                .toArray();
        int[] hits = candidates;
        if (hits.length > 0) {
            select(hits[0]);
            candidates = hits;
        } else if (!rows.isEmpty()) {
            select(rows.get(0));
        }
    }

    /** Where the first hit is not telling, another one that is, unless a person has chosen meanwhile. */
    private void chooseTelling(Explained first) {
        int[] hits = candidates;
        candidates = new int[0];
        if (hits.length == 0 || first.sentence().template() == Sentence.Template.STRONG) {
            return;
        }
        background.run(Lane.ENGINE, choosing, ticket -> engine.telling(hits, ticket::stale), this::select);
    }

    /** Explains a row of the test part: Look at once, then Effect, the sentence, and what backs it. */
    void select(int row) {
        if (explained.get() != null && explained.get().row() == row) {
            return;
        }
        choosing.forget();
        candidates = new int[0];
        session.sampleProperty().set(row);
        off.clear();
        Explained before = known.get(row);
        if (before != null && before.isWhole()) {
            explaining.forget();
            explained.set(before);
            return;
        }
        background.run(Lane.ENGINE, explaining, ticket -> engine.look(row), looked -> {
            explained.set(looked);
            measure(looked);
        });
    }

    private void measure(Explained looked) {
        background.run(Lane.ENGINE, explaining, ticket -> engine.effects(looked), effects -> {
            show(effects);
            background.run(Lane.ENGINE, explaining, ticket -> engine.sentence(effects), sentence -> {
                show(sentence);
                chooseTelling(sentence);
                background.run(
                        Lane.ENGINE,
                        explaining,
                        ticket -> engine.agreement(sentence, ticket::stale),
                        whole -> whole.ifPresent(this::show));
            });
        });
    }

    private void show(Explained now) {
        explained.set(now);
        if (now.isWhole()) {
            known.put(now.row(), now);
        }
    }

    /** Switches a behaviour of the history off or on. */
    void toggle(int behaviour) {
        if (!off.remove(behaviour)) {
            off.add(behaviour);
        }
    }

    private void tryWithout() {
        Explained now = explained.get();
        if (now == null || off.isEmpty()) {
            trying.forget();
            tried.set(Double.NaN);
            return;
        }
        boolean[] readable = new boolean[now.impression().behaviours()];
        Arrays.fill(readable, true);
        off.forEach(behaviour -> readable[behaviour] = false);
        background.run(Lane.ENGINE, trying, ticket -> engine.score(now, readable), tried::set);
    }

    /** Words for the badge "does looking match mattering?". */
    String badge(Explained now) {
        return Wording.badge(now.agreement().badge()).in(messages.locale());
    }

    /** What stands behind the badge, number by number. */
    String badgeHelp(Explained now) {
        return Wording.badgeHelp(now.agreement().badge()).in(messages.locale()) + "\n"
                + Wording.line(now.agreement()).in(messages.locale());
    }

    /** What Look means for this model. */
    String lookMeaning(Explained now) {
        return Wording.look(now.looked().kind()).in(messages.locale());
    }

    /** Asks for a file and writes the explanation there, as page, picture, table or JSON by its ending. */
    void save() {
        Explained now = explained.get();
        if (now == null || !now.isWhole()) {
            return;
        }
        dialogs.save(
                        messages.text("explain.save"),
                        "explanation-" + now.row() + ".html",
                        new FileDialogs.Kind(
                                messages.text("explain.save.kinds"), List.of("*.html", "*.svg", "*.csv", "*.json")))
                .ifPresent(target -> background.run(
                        Lane.ENGINE,
                        saving,
                        ticket -> {
                            Provenance from = new Provenance(
                                    engine.run().description().name(),
                                    engine.run().model().config().id().toUpperCase(java.util.Locale.ROOT),
                                    engine.run().data().info().name(),
                                    "test " + now.row(),
                                    Instant.now().getEpochSecond());
                            new ExplanationFile(Disk.real()).write(now.explanation(), from, messages.locale(), target);
                            return target;
                        },
                        done -> {}));
    }

    /** Frees the open run; on the engine thread. */
    public Runnable closing() {
        return engine::close;
    }
}
