package dev.interestlens.ui.shell;

import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** State of the window around the screens. */
public final class ShellViewModel {
    private static final long MEBI = 1L << 20;

    private final Messages messages;
    private final Theme theme;
    private final ErrorPresenter errors;
    private final Session session;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.HOME);
    private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper(this, "context");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title");
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    private final BooleanProperty fullScreen = new SimpleBooleanProperty(this, "fullScreen");
    private final Zoom zoom = new Zoom();
    private final Recent recentData = new Recent();
    private final Recent recentRuns = new Recent();
    private final IntegerProperty underWay = new SimpleIntegerProperty(this, "underWay");
    private Consumer<Path> openData = folder -> {};
    private Consumer<Path> openFolder = folder -> {};
    private final LongProperty memory = new SimpleLongProperty(this, "memory");

    public ShellViewModel(Messages messages, Theme theme, ErrorPresenter errors, Session session) {
        this.messages = messages;
        this.theme = theme;
        this.errors = errors;
        this.session = session;
        measureMemory();
        session.dataProperty().addListener((observed, before, now) -> {
            recentData.visit(now == null ? null : now.folder());
            leaveArrived();
        });
        session.runProperty().addListener((observed, before, now) -> recentRuns.visit(now == null ? null : now.path()));
        context.bind(messages.bind(this::contextWords, session.dataProperty(), session.runProperty(), session.runs()));
        title.bind(Bindings.createStringBinding(this::titleWords, context, screen));
        screen.addListener((observed, before, now) -> session.savedProperty().set(null));
        screen.addListener((observed, before, now) -> session.shownProperty()
                .set(Arrays.stream(Session.Goal.values())
                        .filter(goal -> goal.name().equals(now.name()))
                        .findFirst()
                        .orElse(null)));
        session.goalProperty().addListener((observed, before, goal) -> {
            if (goal != null) {
                screen.set(Screen.valueOf(goal.name()));
                session.goalProperty().set(null);
            }
        });
    }

    /** Screen, data set and run, where present, for the window's title. */
    private String titleWords() {
        boolean nothing =
                session.dataProperty().get() == null && session.runProperty().get() == null;
        String place = messages.text(screen.get().key());
        return nothing
                ? messages.text("shell.title", place, messages.text("app.name"))
                : messages.text("shell.title.context", place, context.get(), messages.text("app.name"));
    }

    private String contextWords() {
        String data = session.dataProperty().get() == null
                ? messages.text("shell.noData")
                : session.dataProperty().get().name();
        String run = session.runProperty().get() == null
                ? messages.text("shell.noRun")
                : session.nameOf(session.runProperty().get());
        return ofOtherData()
                .map(other -> messages.text("shell.context.other", data, run, other))
                .orElseGet(() -> messages.text("shell.context", data, run));
    }

    /** The data set that the run was trained on, where another one is open. */
    Optional<String> ofOtherData() {
        OpenDataset open = session.dataProperty().get();
        RunFolder run = session.runProperty().get();
        return open == null || run == null
                ? Optional.empty()
                : session.summary(run)
                        .map(RunSummary::description)
                        .filter(made -> !made.fingerprint().equals(open.info().fingerprint()))
                        .map(made -> session.nameOfData(made.dataset()));
    }

    /** Number of pending results. */
    IntegerProperty underWayProperty() {
        return underWay;
    }

    /** Sets the action that opens a data set. */
    void setOpenData(Consumer<Path> open) {
        openData = open;
    }

    /** Sets the action that shows a folder in the system's file browser. */
    void setOpenFolder(Consumer<Path> open) {
        openFolder = open;
    }

    /** Shows the folder of the file that was saved last. */
    void openSaved() {
        openFolder.accept(session.savedProperty().get().toAbsolutePath().getParent());
    }

    void open(ListedData data) {
        openData.accept(data.folder());
    }

    /** Opens the data set whose import ended in the background. */
    void openArrived() {
        openData.accept(session.arrivedProperty().get());
        leaveArrived();
    }

    /** The data set stays in the list, and is not offered any more. */
    void leaveArrived() {
        session.arrivedProperty().set(null);
    }

    void choose(RunFolder run) {
        session.choose(run);
    }

    /** Recently opened data sets. */
    Recent recentData() {
        return recentData;
    }

    Recent recentRuns() {
        return recentRuns;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Whether the window fills the screen without a title bar. */
    BooleanProperty fullScreenProperty() {
        return fullScreen;
    }

    /** Whether slides fill the screen, which is not restored after a restart. */
    BooleanProperty presentingProperty() {
        return presenting;
    }

    Zoom zoom() {
        return zoom;
    }

    ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    ReadOnlyObjectProperty<Problem> problemProperty() {
        return errors.shownProperty();
    }

    ErrorPresenter errors() {
        return errors;
    }

    Session session() {
        return session;
    }

    Theme theme() {
        return theme;
    }

    /** Heap in use, in MiB. */
    LongProperty memoryProperty() {
        return memory;
    }

    void measureMemory() {
        memory.set((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEBI);
    }

    void switchLanguage() {
        ObjectProperty<Language> language = messages.language();
        language.set(language.get().other());
    }

    void switchTheme() {
        theme.next();
    }

    void pauseOrResume() {
        mainJob().ifPresent(Job::pauseOrResume);
    }

    /** Whether the main job can be stopped from here. */
    boolean hasJob() {
        return mainJob().filter(job -> job.controlProperty().get() != null).isPresent();
    }

    private Optional<Job> mainJob() {
        return Optional.ofNullable(session.jobs().mainProperty().get());
    }

    /** Shows a run on a screen. */
    void look(RunSummary run, Screen on) {
        session.runProperty().set(run.folder());
        screen.set(on);
    }

    /** Shows a job on its screen; for a training also selects its run. */
    void lookAt(Job job) {
        RunFolder run = session.atWorkProperty().get();
        if (job.kind() == Job.Kind.TRAINING && run != null) {
            session.runProperty().set(run);
        }
        session.goalProperty().set(job.kind().place());
    }

    void stop() {
        mainJob().ifPresent(Job::stop);
    }
}
