package dev.interestlens.ui.explain;

import dev.interestlens.export.report.MeasuredFidelity;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.quality.RunFidelity;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.ReadOnly;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.ReportSaver;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.Effort;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The fidelity report of the selected run, and its measurement in a child process, one at a time. */
final class FidelityViewModel {
    private static final String STAGE = "measurement.stage.";

    private final Session session;
    private final ReadOnlyObjectProperty<RunFolder> run;
    private final Background background;
    private final Messages messages;
    private final ReportSaver saver;
    private final JobRunner job;
    private final LatestRequest reading = new LatestRequest();
    private final ReadOnlyObjectWrapper<MeasuredFidelity> measured = new ReadOnlyObjectWrapper<>(this, "measured");
    private RunFolder working;

    /** @param run the explained run */
    FidelityViewModel(
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
        saver = new ReportSaver(background, messages, dialogs, session.savedProperty()::set);
        this.job = job;
        job.whenEnded(this::read);
        Changes.call(this::read, run);
        OtherWeights.call(session, of -> {
            if (of.equals(run.get())) {
                read(); // it says whether it was measured with older weights
            }
        });
        read();
    }

    /** Of the selected run, or null where it was never measured. */
    ReadOnlyObjectProperty<MeasuredFidelity> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** Progress of a measurement of this run or another, or null. */
    ReadOnlyObjectProperty<JobStatus> runningProperty() {
        return job.statusProperty();
    }

    /** Whether the running measurement is of the selected run. */
    boolean isOfThisRun() {
        return job.statusProperty().get() != null && working.equals(run.get());
    }

    /** Reads the report in the run's folder again. */
    void read() {
        reading.forget();
        measured.set(null);
        RunFolder folder = run.get();
        if (folder != null) {
            background.load(reading, ticket -> RunFidelity.read(folder), found -> measured.set(found.orElse(null)));
        }
    }

    /** What a measurement of the selected run costs; controls that were trained before cost less, so with these it is not known. */
    Effort effort(boolean retrains) {
        String kind = Job.Kind.FIDELITY + (retrains ? " retrain" : "");
        return session.summary(run.get())
                .map(known -> !retrains
                        ? Effort.ofPasses(kind, List.of(known))
                        : measured.get() == null ? Effort.ofTrainings(kind, known) : Effort.unknown(kind))
                .orElse(Effort.unknown(kind));
    }

    /** The words of the button that starts it. */
    String offer(String key, boolean retrains) {
        return job.estimates().offer(messages.text(key), effort(retrains));
    }

    /** @param retrains whether controls are trained first where they are missing */
    void measure(boolean retrains) {
        RunFolder folder = run.get();
        if (folder == null || job.statusProperty().get() != null || ReadOnly.refuses(session, background)) {
            return;
        }
        working = folder;
        List<String> arguments = new ArrayList<>(Measurements.FIDELITY.command(List.of(folder)));
        if (retrains) {
            arguments.add("--retrain");
        }
        job.start(
                Job.Kind.FIDELITY,
                effort(retrains),
                messages.text("explain.fidelity.job", session.nameOf(folder)),
                STAGE,
                arguments,
                line -> {});
    }

    /** Cancels the measurement; trained controls are kept for the next time. */
    void cancel() {
        job.cancel();
    }

    /** Asks for a file and writes the report there. */
    void save() {
        MeasuredFidelity now = measured.get();
        if (now == null) {
            return;
        }
        RunFolder folder = run.get();
        Findings<MeasuredFidelity> findings =
                Findings.of(Measurements.FIDELITY, folder.path().toString(), folder, now);
        saver.save(
                messages.text("explain.fidelity.save"),
                session.nameOf(folder) + " fidelity",
                MeasurementReport.ENDINGS,
                findings.report().drawing(),
                findings::bytes);
    }
}
