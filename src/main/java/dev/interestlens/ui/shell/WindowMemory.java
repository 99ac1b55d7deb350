package dev.interestlens.ui.shell;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The saved state of a window, with the experiment being configured. Written within a second of each change, so that nothing is lost however the
 * program ends; never written by a read-only window.
 */
public final class WindowMemory {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** The last written state. */
    private record Kept(WindowState state, ExperimentConfig draft) {}

    private final Workspace workspace;
    private final Path stateFile;
    private final Path draftFile;
    private final Session session;
    private final ErrorPresenter errors;
    private final LatestRequest writing = new LatestRequest();
    private Supplier<WindowState> state;
    private Kept written;

    public WindowMemory(Workspace workspace, Session session, ErrorPresenter errors) {
        this.workspace = workspace;
        this.stateFile = workspace.settings();
        this.draftFile = workspace.root().resolve("draft.json");
        this.session = session;
        this.errors = errors;
    }

    /** The saved state, or that of a first start; an unreadable one is reported and replaced by that of a first start. */
    public WindowState state() {
        if (Files.exists(stateFile)) {
            try {
                return Json.read(stateFile, WindowState.class);
            } catch (RuntimeException unreadable) {
                errors.show(unreadable);
            }
        }
        return WindowState.first(Language.of(Locale.getDefault()));
    }

    /** Makes the session what it was. */
    public void restore(WindowState saved) {
        WindowState.Selection selection = saved.selection();
        session.runTableProperty().set(selection.runTable());
        session.opened().addAll(selection.opened());
        session.compared().setAll(selection.compared());
        session.laidOver().setAll(selection.laidOver());
        if (selection.run() != null) {
            RunFolder run = new RunFolder(workspace.runs().resolve(selection.run()));
            if (run.exists()) {
                session.sampleProperty().set(selection.sample());
                session.runProperty().set(run);
            }
        }
    }

    /** The data set that was open, where it is still there. */
    public Optional<Path> dataset(WindowState saved) {
        return Optional.ofNullable(saved.selection().data())
                .map(workspace.datasets()::resolve)
                .filter(folder -> Files.exists(folder.resolve("dataset.json")));
    }

    /** The saved experiment; an unreadable one is reported. */
    public Optional<ExperimentConfig> draft() {
        try {
            return Files.exists(draftFile)
                    ? Optional.of(Json.object(draftFile, ConfigJson::parseOlder))
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            errors.show(unreadable);
            return Optional.empty();
        }
    }

    /** Starts to watch for changes. */
    public void follow(Supplier<WindowState> window, Background background, Ticker ticker) {
        state = window;
        written = now();
        ticker.every(PERIOD, () -> {
            Kept now = now();
            if (!now.equals(written) && !session.readOnlyProperty().get()) {
                written = now;
                background.load(writing, ticket -> write(now), done -> {});
            }
        });
    }

    /** Writes it now, at the end of the program. */
    public void write() {
        if (state != null && !session.readOnlyProperty().get()) {
            write(now());
        }
    }

    private Kept now() {
        return new Kept(state.get(), session.draftProperty().get());
    }

    private Kept write(Kept now) {
        Json.write(Disk.real(), stateFile, now.state());
        Json.write(Disk.real(), draftFile, ConfigJson.tree(now.draft()));
        return now;
    }
}
