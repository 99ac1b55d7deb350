package dev.interestlens.ui.compare;

import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.gate.RunGate;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.workspace.RunSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
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
    private final MeasurementViewModel<Gate> gate;
    private final Opening opening;
    private boolean swapped;

    public GainsViewModel(CompareViewModel compared, MeasurementViewModel<Gate> gate, Opening opening) {
        this.session = compared.session();
        this.compared = compared;
        this.gate = gate;
        this.opening = opening;
    }

    /** What is known, of the weights that the runs have now. */
    ObservableMap<List<RunFolder>, Findings.Found<Gate>> measured() {
        return gate.measured();
    }

    /** Runs the measurement. */
    JobRunner job() {
        return gate.job();
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

    /** The runs that are measured together. */
    Optional<List<RunFolder>> together() {
        return asked().map(RunGate::all);
    }

    /** Words of the command that measures the same; none where nothing can be compared. */
    List<String> command() {
        return together().map(runs -> gate.measurement().command(runs)).orElse(List.of());
    }

    /** What is known of what is asked. */
    Optional<Gate> found() {
        return together().map(gate.measured()::get).map(Findings.Found::result);
    }

    /** Exchanges the two runs. */
    void swap() {
        swapped = !swapped;
    }

    /** Reads what is kept of what is asked, or measures it, unless that is known or something is being measured. */
    void measure() {
        together()
                .filter(runs -> found().isEmpty() && job().statusProperty().get() == null)
                .ifPresent(runs -> gate.read(runs, () -> gate.measure(runs)));
    }

    /** The words of the button that measures. */
    StringBinding offer() {
        return job().estimates()
                .offer("compare.gains.measure", () -> gate.effort(together().orElse(List.of())), measured());
    }

    /** Asks for a file and writes there what is known of what is asked. */
    void save(Locale language) {
        together().ifPresent(runs -> gate.save(runs, language));
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
        boolean few =
                found().filter(Gate::fewSeeds).isPresent() && wanted.seeds().size() < Verdict.SEEDS - 1;
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
