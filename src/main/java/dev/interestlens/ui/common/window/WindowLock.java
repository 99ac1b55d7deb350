package dev.interestlens.ui.common.window;

import dev.interestlens.store.FileAccess;
import dev.interestlens.store.FolderLock;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Lets only one window at a time change a workspace: further ones are read-only, update live, and take over when the first is closed. */
public final class WindowLock implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Path folder;
    private final Session session;
    private Optional<FolderLock> lock = Optional.empty();

    public WindowLock(Workspace workspace, Session session) {
        this.folder = workspace.root().resolve("window");
        this.session = session;
    }

    /** Locks the workspace, or marks the session as read-only. */
    public void take() {
        FileAccess.run(() -> Files.createDirectories(folder));
        lock = FolderLock.tryAcquire(folder);
        session.readOnlyProperty().set(lock.isEmpty());
    }

    /**
     * While the workspace belongs to another window, checks periodically whether it is free.
     *
     * @param still called while it is not; {@code gained} is called once it is locked
     */
    public void watch(Background background, Ticker ticker, Runnable still, Runnable gained) {
        if (lock.isPresent()) {
            return;
        }
        LatestRequest asking = new LatestRequest();
        Runnable stop = ticker.every(
                PERIOD,
                () -> background.load(
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

    @Override
    public void close() {
        lock.ifPresent(FolderLock::close);
    }
}
