package dev.interestlens.measurement;

import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A measurement of several runs together, kept in the folder of the first by the names and weights of all and the settings. */
public abstract class ComparisonMeasurement<S extends Record, R> implements Measurement<S, R> {
    @Override
    public Subject subject() {
        return Subject.RUNS_TOGETHER;
    }

    /** Holds at least two different runs against each other. */
    protected abstract R compare(List<RunFolder> runs, S settings, Means means);

    /** Whether what was kept has all that is told now. */
    protected boolean isWhole(R kept) {
        return true;
    }

    @Override
    public R measure(List<RunFolder> runs, S settings, Means means) {
        requireSeveral(runs);
        runs.forEach(RunFolder::read); // refuses the last one that is none before the first is measured
        Optional<KeptResults<R>> results = KeptResults.of(runs, this);
        return results.flatMap(kept -> kept.read(settings))
                .filter(this::isWhole)
                .orElseGet(() -> {
                    R found = compare(runs, settings, means);
                    results.filter(any -> means.keeps()).ifPresent(kept -> kept.write(settings, found));
                    return found;
                });
    }

    /** @throws dev.interestlens.store.ProblemException of kind USAGE where there is one only, or one twice */
    protected void requireSeveral(List<RunFolder> runs) {
        if (runs.size() < 2) {
            throw Problem.usage(ComparisonMeasurement.class, "oneRun").exception();
        }
        Set<Path> different = new HashSet<>();
        for (RunFolder run : runs) {
            if (!different.add(run.path().toAbsolutePath().normalize())) {
                throw Problem.usage(ComparisonMeasurement.class, "sameRun", run.path())
                        .exception();
            }
        }
    }

    @Override
    public R measure(Path subject, S settings, Means means) {
        return measure(List.of(new RunFolder(subject)), settings, means);
    }

    @Override
    public R measure(OpenRun run, S settings, Means means) {
        return measure(List.of(run.folder()), settings, means);
    }

    @Override
    public Optional<R> kept(RunFolder run) {
        return Optional.empty();
    }

    @Override
    public Optional<R> kept(List<RunFolder> runs) {
        return runs.size() < 2
                ? Optional.empty()
                : KeptResults.of(runs, this).flatMap(KeptResults::newest).filter(this::isWhole);
    }
}
