package dev.interestlens.cli;

import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.MeasuringCommand;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Findings.Found;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command of a measurement. */
@Command
final class MeasurementCommand<S extends Record, R> extends MeasuringCommand implements Callable<Integer> {
    private final Measurement<S, R> measurement;
    private final MeasurementOptions<S> options;

    MeasurementCommand(Measurement<S, R> measurement, MeasurementOptions<S> options) {
        this.measurement = measurement;
        this.options = options;
    }

    /** The last line that a program reads; where several things are measured side by side, results are kept with them and not on the line. */
    private record Done(String event, Object report) {}

    @Override
    public Integer call() {
        List<Path> subjects = options.subjects();
        Optional<Path> out = options.out();
        OutputPath target = options.out(overwrite);
        S settings = options.settings(overwrite, target);
        if (measurement.subject() != Subject.DATA && measurement.subject() != Subject.RUNS_TOGETHER) {
            measurement.check(
                    subjects.stream().map(each -> new RunFolder(each).read()).toList(), settings);
        }
        Findings<R> findings;
        try (Interrupt interrupt = new Interrupt(console)) {
            findings = measure(subjects, settings, interrupt);
        }
        if (target != null) {
            byte[] bytes = findings.bytes(out.get(), console.locale());
            target.write(Disk.real(), file -> file.write(bytes));
            console.say("measurement.done", out.get());
        }
        if (json) {
            console.json(findings.document());
        } else if (progress.wanted()) {
            console.line(findings.whole()
                    .filter(any -> measurement.subject() != Subject.DATA)
                    .<Object>map(report -> new Done("done", report))
                    .orElse(Map.of("event", "done")));
        } else if (target == null) {
            findings.notes().forEach(console::print);
            findings.lines(console.locale()).forEach(console.out()::println);
            console.out().flush();
        }
        return measurement.isJudging() ? measurement.exitCode(findings.whole().orElseThrow()) : 0;
    }

    private Findings<R> measure(List<Path> subjects, S settings, Interrupt interrupt) {
        Progress printed = progress.printed(console, interrupt);
        if (measurement.subject() == Subject.RUNS_TOGETHER) {
            List<RunFolder> runs = subjects.stream().map(RunFolder::new).toList();
            return Findings.of(
                    measurement,
                    runs,
                    measurement.measure(runs, settings, new CommandMeans(console, interrupt, printed)));
        }
        List<Found<R>> found = new ArrayList<>();
        for (Path subject : subjects) {
            double share = 1.0 / subjects.size();
            Progress part = subjects.size() == 1
                    ? printed
                    : new SubProgress(printed, found.size() * share, (found.size() + 1) * share);
            CommandMeans means = new CommandMeans(console, interrupt, part);
            if (measurement.subject() == Subject.DATA) {
                R result = measurement.measure(subject, settings, means);
                found.add(new Found<>(subject.toString(), subject.getFileName().toString(), Map.of(), result));
            } else {
                RunFolder run = new RunFolder(subject);
                measurement.outdated(run).ifPresent(means::say);
                found.add(Found.of(subject.toString(), run, measurement.measure(subject, settings, means)));
            }
        }
        return new Findings<>(measurement, found);
    }
}
