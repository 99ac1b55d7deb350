package dev.interestlens.ui.explain;

import dev.interestlens.recommend.Person;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Background.Lane;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.BelievedViewModel;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.OpenedWeights;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.explain.engine.ExplainEngine;
import dev.interestlens.ui.explain.engine.RunChoice;
import dev.interestlens.ui.explain.query.Predictions;
import dev.interestlens.workspace.Workspace;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Opens the selected run, again when it has better weights; its parts are the table, the explained prediction, and changes to it. */
public final class ExplainViewModel {
    private static final int NONE = -1;

    private record Opened(Predictions predictions, String named, String weights) {}

    private final Session session;
    private final Background background;
    private final ExplainEngine engine = new ExplainEngine();
    private final RunChoice choice;
    private final LatestRequest opening = new LatestRequest();
    private final SavingViewModel saving;
    private final TableViewModel table;
    private final SampleViewModel sample;
    private final GroupsViewModel groups;
    private final WhatIfViewModel whatIf;
    private final BeyondViewModel beyond;
    private final FidelityViewModel fidelity;
    private final BelievedViewModel believed;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final BookmarksViewModel bookmarks;
    private final OpenedWeights weights;
    private final ReadOnlyIntegerWrapper refusedEpoch = new ReadOnlyIntegerWrapper(this, "refusedEpoch", NONE);
    private final BooleanBinding refused = refusedEpoch.isNotEqualTo(NONE);
    private Runnable next;

    public ExplainViewModel(
            Session session,
            Background background,
            Ticker ticker,
            Messages messages,
            FileDialogs dialogs,
            JobRunner measuring,
            JobRunner planting,
            Workspace workspace) {
        this.session = session;
        this.background = background;
        choice = new RunChoice(session);
        table = new TableViewModel(background, engine);
        sample = new SampleViewModel(session, background, engine);
        groups = new GroupsViewModel(background, engine);
        whatIf = new WhatIfViewModel(background, engine, table::meanScore);
        beyond = new BeyondViewModel(session, background, sample, table, engine);
        fidelity = new FidelityViewModel(session, choice.runProperty(), background, messages, dialogs, measuring);
        believed = BelievedViewModel.ofRun(session, choice.runProperty(), background, messages, dialogs, planting);
        saving = new SavingViewModel(this, background, messages, dialogs, engine);
        table.setOnEnough(() -> sample.chooseFirst(table.predictionsProperty().get(), table.rows()));
        sample.explainedProperty().addListener((observed, before, now) -> {
            groups.begin(now);
            whatIf.begin(now);
        });
        bookmarks = new BookmarksViewModel(this, workspace, background, messages);
        Changes.call(this::follow, choice.runProperty());
        Changes.call(this::settleUnlessOpen, session.runs());
        weights = new OpenedWeights(background, ticker);
        weights.progressProperty().addListener((observed, before, now) -> notice(now));
        follow();
    }

    Session session() {
        return session;
    }

    /** Groups of behaviours, and the selected ones. */
    GroupsViewModel groups() {
        return groups;
    }

    /** Which run is explained. */
    RunChoice choice() {
        return choice;
    }

    TableViewModel table() {
        return table;
    }

    SampleViewModel sample() {
        return sample;
    }

    WhatIfViewModel whatIf() {
        return whatIf;
    }

    BeyondViewModel beyond() {
        return beyond;
    }

    FidelityViewModel fidelity() {
        return fidelity;
    }

    /** Whether explanations of such models find causes planted in this log. */
    BelievedViewModel believed() {
        return believed;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the run was to be opened and could not be. */
    BooleanBinding refused() {
        return refused;
    }

    /** Whether the run has other best weights than the open ones. */
    BooleanBinding newer() {
        return weights.others();
    }

    /** Opens the run as soon as its journal has a checkpoint. */
    private void follow() {
        opening.forget();
        busy.set(false);
        forget();
        weights.follow(choice.runProperty().get());
    }

    /** An open run stays open as long as it exists; a run without a checkpoint is replaced by one that can be opened. */
    private void settleUnlessOpen() {
        RunFolder run = choice.runProperty().get();
        boolean open = busy.get() || table.predictionsProperty().get() != null;
        if (!open || session.summary(run).isEmpty()) {
            choice.settle();
        }
    }

    private void notice(RunProgress now) {
        if (now == null || !now.summary().hasModel()) {
            return;
        }
        if (table.predictionsProperty().get() == null) {
            if (!busy.get() && refusedEpoch.get() != now.summary().progress().epoch()) {
                open();
            }
        } else if (!now.summary().isAlive()) {
            loadNewer();
        }
    }

    /** The screen is shown. */
    void enter() {
        choice.settle();
        loadNewer();
    }

    private void loadNewer() {
        if (newer().get() && !busy.get()) {
            open();
        }
    }

    /**
     * Explains a recommendation of a run, at once or as soon as the run is open.
     *
     * @param item its number in the data set
     */
    public void explain(RunFolder run, Person person, int item) {
        whenOpen(run, () -> sample.select(person, item));
    }

    /** Explains a row of the test part with one run, and beside it the same with another one, which is opened first. */
    public void explain(RunFolder run, RunFolder beside, int row) {
        String name = session.nameOf(beside);
        whenOpen(beside, () -> {
            sample.select(row);
            sample.whenMeasured(
                    row,
                    other -> whenOpen(run, () -> {
                        sample.pin(other, name);
                        sample.select(row);
                    }));
        });
    }

    private void whenOpen(RunFolder run, Runnable show) {
        boolean open = run.equals(choice.runProperty().get())
                && table.predictionsProperty().get() != null
                && !busy.get();
        if (open) {
            show.run();
        } else {
            next = show;
            session.runProperty().set(run);
            choice.settle();
        }
    }

    /** Opens the selected run, with its best checkpoint. */
    void open() {
        RunFolder folder = choice.runProperty().get();
        RunProgress now = weights.progressProperty().get();
        if (folder == null || now == null) {
            return;
        }
        table.stop();
        sample.stop();
        busy.set(true);
        int epoch = now.summary().progress().epoch();
        String named = weights.named();
        background.run(
                Lane.ENGINE,
                opening,
                ticket -> new Opened(engine.open(folder), named, engine.run().weightsSum()),
                this::opened,
                failure -> {
                    busy.set(false);
                    refusedEpoch.set(epoch);
                    forget();
                    background.failed(failure);
                });
        bookmarks.read(folder);
    }

    private void forget() {
        saving.stop();
        table.forget();
        sample.forget();
        bookmarks.forget();
    }

    private void opened(Opened run) {
        Predictions found = run.predictions();
        table.forget();
        sample.forget();
        weights.opened(run.named(), run.weights());
        if (refused.get()) {
            believed.read(); // its data set was not there
        }
        refusedEpoch.set(NONE);
        busy.set(false);
        if (next == null) {
            sample.chooseLast(found);
        } else {
            next.run();
            next = null;
        }
        table.open(found);
    }

    /** Why nothing can be changed inside the model; empty where it can. */
    Optional<Problem> fixed() {
        return engine.fixed();
    }

    /** Why its state cannot be replaced by that of another prediction; empty where it can. */
    Optional<Problem> stateless() {
        return engine.stateless();
    }

    /** Saved filters and predictions. */
    BookmarksViewModel bookmarks() {
        return bookmarks;
    }

    /** Writes explanations to files. */
    SavingViewModel saving() {
        return saving;
    }

    /** Frees the open run; on the engine thread. */
    public Runnable closing() {
        return engine::close;
    }
}
