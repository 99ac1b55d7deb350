package dev.interestlens.ui.common.run;

import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.RunIndex;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the session's list of runs in step with the disk, and labels and deletes runs. */
final class RunList {
    private static final String BUNDLED = "home.bundled";

    private final Workspace workspace;
    private final RunIndex index;
    private final Background background;
    private final Session session;
    private final Messages messages;
    private final LatestRequest listing = new LatestRequest();
    private final LatestRequest deleting = new LatestRequest();

    RunList(Workspace workspace, Background background, Session session, Messages messages) {
        this.workspace = workspace;
        index = new RunIndex(workspace);
        this.background = background;
        this.session = session;
        this.messages = messages;
        Changes.call(this::rename, messages.language()); // told before the texts that hold the name
    }

    private void rename() {
        session.runs().stream()
                .filter(run -> SampleRun.is(run.folder()))
                .findFirst()
                .ifPresent(run -> session.runs().set(session.runs().indexOf(run), named(run)));
    }

    /** The run that is part of the program is called by the language, unless a person gave it another name. */
    private RunSummary named(RunSummary run) {
        RunLabels labels = run.labels();
        boolean ours =
                SampleRun.is(run.folder()) && (labels.name().isEmpty() || messages.isText(BUNDLED, labels.name()));
        return ours ? run.with(new RunLabels(messages.text(BUNDLED), labels.note(), labels.tags())) : run;
    }

    /** Reads all runs again; where none is selected, or the selected one is gone, selects the one being trained, else the newest readable one. */
    void refresh(Consumer<List<RunSummary>> then) {
        background.load(listing, ticket -> index.list(), found -> {
            RunFolder selected = session.runProperty().get();
            boolean gone = selected != null
                    && session.summary(selected).isPresent()
                    && found.stream().noneMatch(each -> each.folder().equals(selected));
            session.runs().setAll(found.stream().map(this::named).toList());
            if (selected == null || gone) {
                session.runProperty().set(first(found));
            }
            then.accept(found);
        });
    }

    private static RunFolder first(List<RunSummary> all) {
        return all.stream()
                .filter(RunSummary::isAlive)
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.status() != RunSummary.Status.UNREADABLE)
                        .findFirst())
                .map(RunSummary::folder)
                .orElse(null);
    }

    /** Reads one run that was only just made. */
    void add(RunFolder folder, Runnable then) {
        background.load(ticket -> RunSummary.of(folder), found -> {
            show(found);
            then.run();
        });
    }

    /** Updates one run without reading the others again. */
    void show(RunSummary read) {
        RunSummary now = named(read);
        for (int i = 0; i < session.runs().size(); i++) {
            RunSummary before = session.runs().get(i);
            if (before.folder().equals(now.folder())) {
                boolean same = before.labels().equals(now.labels());
                if (before.status() != now.status()
                        || before.progress().epoch() != now.progress().epoch()
                        || !before.weights().equals(now.weights())
                        || !same) {
                    session.runs().set(i, now);
                }
                return;
            }
        }
        session.runs().add(0, now);
    }

    void label(RunFolder folder, RunLabels labels) {
        background.load(
                ticket -> {
                    if (folder.exists()) {
                        labels.write(Disk.real(), folder);
                    }
                    return labels;
                },
                done -> session.runs()
                        .replaceAll(each -> each.folder().equals(folder) ? named(each.with(labels)) : each));
    }

    /** Deletes a run; a refusal is shown. */
    void delete(RunFolder folder, Runnable then) {
        if (folder.equals(session.runProperty().get())) {
            session.runProperty().set(null);
        }
        background.load(
                deleting,
                ticket -> {
                    workspace.delete(Disk.real(), folder);
                    return folder;
                },
                done -> then.run(),
                failure -> {
                    background.failed(failure);
                    then.run();
                });
    }
}
