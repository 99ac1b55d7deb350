package dev.interestlens.ui.compare;

import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.OtherWeights;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.compare.SharedRows;
import dev.interestlens.workspace.compare.Verdict;
import dev.interestlens.workspace.gate.Gate;
import dev.interestlens.workspace.gate.RunGate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Compares the first two chosen runs group by group, in a child process, which keeps their rankings; the older run is the one to be replaced. */
public final class GainsViewModel {
    /** Shows an example on another screen. */
    public interface Opening {
        /** The list of a user. */
        void recommend(RunFolder run, String user);

        /** A row of the test part, explained with the run that replaces and beside it with the one that is replaced. */
        void explain(RunFolder before, RunFolder after, int row);
    }

    private final Session session;
    private final CompareViewModel compared;
    private final JobRunner job;
    private final Opening opening;
    private final ObservableMap<RunGate, Gate> found = FXCollections.observableHashMap();
    private boolean swapped;

    public GainsViewModel(CompareViewModel compared, JobRunner job, Opening opening) {
        this.session = compared.session();
        this.compared = compared;
        this.job = job;
        this.opening = opening;
        OtherWeights.call(session, run -> found.keySet().removeIf(gate -> gate.isOf(run)));
    }

    /** Results since the window was opened, of the weights that the runs have now. */
    ObservableMap<RunGate, Gate> found() {
        return found;
    }

    /** Runs the measurement. */
    JobRunner job() {
        return job;
    }

    /** What is compared; empty with fewer than two runs on the same test rows. */
    Optional<RunGate> asked() {
        List<RunSummary> two = compared.runs().stream().limit(2).toList();
        if (two.size() < 2
                || !SharedRows.fits(two.get(0).description(), two.get(1).description())) {
            return Optional.empty();
        }
        Comparator<RunSummary> older = Comparator.comparingLong(RunSummary::created);
        List<RunSummary> ordered =
                two.stream().sorted(swapped ? older.reversed() : older).toList();
        RunSummary before = ordered.get(0);
        return Optional.of(new RunGate(
                before.folder(),
                ordered.get(1).folder(),
                RunGate.otherSeeds(
                                finished(),
                                RunSummary::description,
                                before.description(),
                                ordered.get(1).description())
                        .stream()
                        .map(RunSummary::folder)
                        .limit(Verdict.SEEDS - 1)
                        .toList()));
    }

    private List<RunSummary> finished() {
        return session.runs().stream()
                .filter(run -> run.progress().epoch() > 0 && !run.isAlive() && run.description() != null)
                .toList();
    }

    /** Words of the command that measures the same; none where nothing can be compared. */
    List<String> command() {
        return asked().map(wanted -> Stream.concat(
                                Stream.of(
                                        "compare",
                                        "--gate",
                                        "--run",
                                        wanted.before().path().toString(),
                                        "--run",
                                        wanted.after().path().toString()),
                                wanted.seeds().stream()
                                        .flatMap(run ->
                                                Stream.of("--null", run.path().toString())))
                        .toList())
                .orElse(List.of());
    }

    /** Exchanges the two runs. */
    void swap() {
        swapped = !swapped;
    }

    /** Measures what is asked, unless that is known or something is being measured. */
    void measure() {
        asked().filter(wanted ->
                        !found.containsKey(wanted) && job.statusProperty().get() == null)
                .ifPresent(this::measure);
    }

    /** The words of the button that measures. */
    StringBinding offer() {
        return job.estimates().offer("compare.gains.measure", this::effort, found);
    }

    private Effort effort() {
        List<RunFolder> runs = asked().stream()
                .flatMap(wanted -> Stream.concat(Stream.of(wanted.before(), wanted.after()), wanted.seeds().stream()))
                .toList();
        return Effort.ofPasses(Job.Kind.GATE.name(), session.summaries(runs));
    }

    private void measure(RunGate wanted) {
        job.start(
                Job.Kind.GATE,
                effort(),
                session.nameOf(wanted.after()),
                "compare.gains.stage.",
                command(),
                done -> found.put(wanted, Json.read(done, Gate.Done.class).report()));
    }

    String nameOf(RunFolder run) {
        return session.nameOf(run);
    }

    /** The run whose further seed is missing; empty where there is one, or as many as are used. */
    Optional<RunSummary> seedless() {
        return asked().filter(this::needsSeed)
                .flatMap(wanted -> session.summary(wanted.before()))
                .filter(run -> session.queue().stream()
                        .noneMatch(each -> Verdict.withSeed(each.wanted().config(), 0)
                                .equals(Verdict.withSeed(run.description().config(), 0))));
    }

    private boolean needsSeed(RunGate wanted) {
        Gate gate = found.get(wanted);
        boolean few = gate != null && gate.fewSeeds() && wanted.seeds().size() < Verdict.SEEDS - 1;
        return wanted.seeds().isEmpty() || few;
    }

    void trainSeed(RunSummary run) {
        compared.seeds().trainOne(run);
    }

    void recommend(RunGate of, Gate.Example example) {
        opening.recommend(of.after(), example.user());
    }

    void explain(RunGate of, Gate.Example example) {
        opening.explain(of.before(), of.after(), example.row());
    }
}
