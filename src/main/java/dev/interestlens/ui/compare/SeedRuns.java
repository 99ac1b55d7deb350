package dev.interestlens.ui.compare;

import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Runs with other seeds, from which the spread of a configuration is estimated. */
final class SeedRuns {
    private final Session session;
    private final TrainingRunner trainings;
    private final List<ExperimentConfig> awaited = new ArrayList<>();

    SeedRuns(Session session, TrainingRunner trainings) {
        this.session = session;
        this.trainings = trainings;
    }

    /** Seeds that are still needed to estimate the spread of a run's configuration. */
    List<Long> missing(RunSummary run) {
        ExperimentConfig plain = Verdict.withSeed(run.description().config(), 0);
        List<Long> known = Stream.concat(
                        session.runs().stream()
                                .filter(each -> each.description() != null)
                                .map(each -> each.description().config()),
                        session.queue().stream().map(each -> each.wanted().config()))
                .filter(config -> Verdict.withSeed(config, 0).equals(plain))
                .map(config -> config.training().seed())
                .distinct()
                .toList();
        return LongStream.iterate(run.description().config().training().seed() + 1, seed -> seed + 1)
                .boxed()
                .filter(seed -> !known.contains(seed))
                .limit(Math.max(0, Verdict.SEEDS - known.size()))
                .toList();
    }

    /** Trains the missing seeds of the configurations of runs, and returns the number of new runs. */
    int train(List<RunSummary> runs) {
        List<QueuedRun.Wanted> wanted = new ArrayList<>();
        List<ExperimentConfig> done = new ArrayList<>();
        for (RunSummary run : runs) {
            ExperimentConfig plain = Verdict.withSeed(run.description().config(), 0);
            if (!done.contains(plain)) {
                done.add(plain);
                missing(run).forEach(seed -> wanted.add(again(run, seed)));
            }
        }
        if (!wanted.isEmpty()) {
            wanted.forEach(each -> awaited.add(each.config()));
            trainings.queue(wanted);
        }
        return wanted.size();
    }

    /** Trains one more seed of a run. */
    void trainOne(RunSummary run) {
        missing(run).stream().findFirst().ifPresent(seed -> trainings.queue(List.of(again(run, seed))));
    }

    private static QueuedRun.Wanted again(RunSummary run, long seed) {
        return new QueuedRun.Wanted(
                run.description().dataset(),
                Verdict.withSeed(run.description().config(), seed),
                new RunLabels(run.name() + " · " + seed, "", run.labels().tags()));
    }

    /** Runs that were started here and are trained now, each once, as far as they are asked for. */
    Stream<RunFolder> trained() {
        return session.runs().stream()
                .filter(run -> run.hasModel() && !run.isAlive())
                .filter(run -> awaited.remove(run.description().config()))
                .map(RunSummary::folder);
    }
}
