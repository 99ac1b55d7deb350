package dev.interestlens.ui.compare;

import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.score.HistoryLengths;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Measures runs with histories of several lengths, in a child process, one run at a time. */
public final class LengthsViewModel {
    private final Session session;
    private final JobRunner job;
    private final ObservableMap<RunFolder, HistoryLengths> measured = FXCollections.observableHashMap();

    public LengthsViewModel(Session session, JobRunner job) {
        this.session = session;
        this.job = job;
        OtherWeights.call(session, measured::remove);
    }

    /** Results since the window was opened, by run, of the weights that it has now. */
    ObservableMap<RunFolder, HistoryLengths> measured() {
        return measured;
    }

    /** Runs the measurement. */
    JobRunner job() {
        return job;
    }

    /** What measuring a run costs. */
    Effort effort(RunFolder run) {
        return Effort.ofPasses(Job.Kind.LENGTHS.name(), session.summaries(run == null ? List.of() : List.of(run)));
    }

    /** Measures a run on the rows of its test part. */
    void measure(RunFolder run) {
        measured.remove(run);
        job.start(
                Job.Kind.LENGTHS,
                effort(run),
                session.nameOf(run),
                "compare.lengths.stage.",
                List.of("lengths", "--run", run.path().toString()),
                line -> measured.put(
                        run, Json.read(line, HistoryLengths.Done.class).report()));
    }
}
