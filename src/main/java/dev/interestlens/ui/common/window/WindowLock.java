package dev.interestlens.ui.common.window;

import dev.interestlens.store.FolderLock;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One window at a time changes a workspace: a further one looks on, live, until the first is closed, and takes over then. */
public final class WindowLock implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Path folder;
    private final Session session;
    private Optional<FolderLock> lock = Optional.empty();

    public WindowLock(Workspace workspace, Session session) {
        this.folder = workspace.root().resolve("window");
        this.session = session;
    }

    /** Takes the workspace, or says in the session that it is somebody else's. */
    public void take() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lock = FolderLock.tryAcquire(folder);
        session.readOnlyProperty().set(lock.isEmpty());
    }

    /**
     * Where the workspace is somebody else's, looks every now and then.
     *
     * @param still what to do while it is; {@code gained} once it is ours
     */
    public void watch(Background background, Ticker ticker, Runnable still, Runnable gained) {
        if (lock.isPresent()) {
            return;
        }
        LatestRequest asking = new LatestRequest();
        Runnable stop = ticker.every(
                PERIOD,
                () -> background.run(
                        Background.Lane.LOADER,
                        asking,
                        ticket -> FolderLock.tryAcquire(folder),
                        found -> found.ifPresentOrElse(ours -> gain(ours, gained), still)));
        session.readOnlyProperty().addListener((observed, before, now) -> stop.run());
    }

    private void gain(FolderLock ours, Runnable gained) {
        lock = Optional.of(ours);
        session.readOnlyProperty().set(false);
        gained.run();
    }

    /** Whether this window may change the workspace. */
    public boolean isOurs() {
        return lock.isPresent();
    }

    @Override
    public void close() {
        lock.ifPresent(FolderLock::close);
    }
}
