package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.DraftUndo;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.Ticker;
import dev.interestlens.ui.common.ViewLoader;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the screens are built from.
 *
 * @param undo of the experiment being configured
 * @param folders shows a folder in the system's file manager
 */
public record Services(
        Children children, FileDialogs dialogs, ViewLoader views, DraftUndo undo, Consumer<Path> folders) {

    public Workspace workspace() {
        return children.workspace();
    }

    public Session session() {
        return children.session();
    }

    public Background background() {
        return children.background();
    }

    public Ticker ticker() {
        return children.ticker();
    }

    public Messages messages() {
        return children.messages();
    }

    public Refusals refusals() {
        return new Refusals(messages());
    }

    /** A new runner, which runs one command at a time. */
    public JobRunner runner() {
        return new JobRunner(children);
    }
}
