package dev.interestlens.ui.explain;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.workspace.trust.Believed;
import dev.interestlens.workspace.trust.TrustFile;
import dev.interestlens.workspace.trust.TrustReport;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which explanations of the explained run find causes planted in its log, and the measurement of that in a child process. */
final class BelievedViewModel {
    private final Session session;
    private final ReadOnlyObjectProperty<RunFolder> run;
    private final Background background;
    private final Messages messages;
    private final ReportSaver saver;
    private final JobRunner job;
    private final LatestRequest reading = new LatestRequest();
    private final ReadOnlyObjectWrapper<Believed> known = new ReadOnlyObjectWrapper<>(this, "known", Believed.NOTHING);

    /** @param run the explained run */
    BelievedViewModel(
            Session session,
            ReadOnlyObjectProperty<RunFolder> run,
            Background background,
            Messages messages,
            FileDialogs dialogs,
            JobRunner job) {
        this.session = session;
        this.run = run;
        this.background = background;
        this.messages = messages;
        saver = new ReportSaver(background, messages, dialogs);
        this.job = job;
        job.statusProperty().addListener((observed, before, now) -> {
            if (now == null) {
                read();
            }
        });
        run.addListener(change -> read());
        read();
    }

    ReadOnlyObjectProperty<Believed> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Progress of a measurement for this run or another, or null. */
    ReadOnlyObjectProperty<JobStatus> runningProperty() {
        return job.statusProperty();
    }

    /** Reads what is kept with the data set again; a run that ended meanwhile can be measured now. */
    void read() {
        reading.forget();
        known.set(Believed.NOTHING);
        RunFolder folder = run.get();
        if (folder != null) {
            background.load(reading, ticket -> Believed.of(folder), known::set);
        }
    }

    /** Goes on where an earlier measurement was cancelled. */
    void measure() {
        if (known.get().command().isEmpty() || ReadOnly.refuses(session, background)) {
            return;
        }
        List<String> words = new ArrayList<>(known.get().command());
        words.addAll(List.of("--progress", "json"));
        String title = messages.text("explain.believed.job", session.nameOf(run.get()));
        job.start(Job.Kind.TRUST, title, "explain.believed.stage.", words, line -> {});
    }

    void cancel() {
        job.cancel();
    }

    /** Asks for a file and writes there what was found. */
    void save() {
        TrustReport report = known.get().report().orElseThrow();
        saver.save(
                messages.text("explain.believed.save"),
                session.nameOf(run.get()) + " planted causes",
                file -> TrustFile.bytes(report, file, messages.locale()));
    }
}
