package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.PrintedProgress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportFile;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Lab;
import dev.interestlens.question.Settings;
import dev.interestlens.question.five.Questions;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.data.Advice;
import dev.interestlens.workspace.data.DataTraits;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one of the five questions: with the answer that is part of the program, with a saved one, or by measuring it here. */
@Command(name = "question")
final class QuestionCommand extends ConsoleCommand implements Runnable {
    private static final String KEPT = "json";
    private static final List<String> ENDINGS =
            Stream.concat(ReportFile.ENDINGS.stream(), Stream.of(KEPT)).toList();

    private DataTraits traits;

    @Parameters(paramLabel = "NUMBER", arity = "0..1")
    private Integer number;

    @Option(names = "--run")
    @Needs(value = "NUMBER", not = "--from")
    private boolean run;

    @Option(names = "--seed", defaultValue = "1")
    @Needs("--run")
    @Allowed(min = 0, max = 1_000_000_000)
    private long seed;

    @Option(names = "--set")
    @Needs("--run")
    private List<String> set = List.of();

    @Option(names = "--from")
    @Needs("NUMBER")
    private Path from;

    @Option(names = "--data")
    @Needs(value = "NUMBER", not = "--progress")
    private Path data;

    @Option(names = "--out")
    @Needs("NUMBER")
    private Path out;

    @Option(names = "--language")
    @Needs("--out")
    @Allowed(values = {"en", "zh"})
    private String language;

    @Option(names = "--json")
    @Needs(not = "--progress")
    private boolean json;

    @Option(names = "--progress")
    @Needs("NUMBER")
    @Allowed(values = "json")
    private String progress;

    @Mixin
    private Overwrite overwrite;

    @Override
    public void run() {
        if (number == null) {
            list();
            return;
        }
        if (number < 1 || number > Questions.all().size()) {
            throw Problem.usage(QuestionCommand.class, "noQuestion")
                    .value(String.valueOf(number))
                    .exception("last", Questions.all().size());
        }
        Experiment<?> experiment = Questions.of(number);
        Settings settings = settings(experiment);
        OutputPath target = overwrite.file(ENDINGS, out, from);
        OptionValues.idle(language != null && isKept(), "--language", out);
        traits = data == null ? null : DataTraits.of(data);
        Answer<?> answer = run ? measure(experiment, settings) : known(experiment);
        if (target != null) {
            write(answer, target);
            console.say("question.written", out);
        }
        say(answer);
    }

    private void list() {
        if (json) {
            console.json(Questions.all().stream().map(QuestionCommand::about).toList());
        } else {
            Questions.all().forEach(each -> console.out()
                    .println(each.number() + "  " + each.title().in(console.locale()) + "\n   "
                            + each.question().in(console.locale())));
            console.out().flush();
        }
    }

    private static Map<String, Object> about(Experiment<?> experiment) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("question", experiment.number());
        tree.put("title", experiment.title());
        tree.put("words", experiment.question());
        tree.put("controls", experiment.controls());
        return tree;
    }

    private Settings settings(Experiment<?> experiment) {
        Settings settings = Settings.usual(experiment.controls()).withSeed(seed);
        for (String assignment : set) {
            settings = settings.with(experiment.controls(), assignment);
        }
        return settings;
    }

    private boolean isKept() {
        return OutputPath.ending(out).equals(KEPT);
    }

    private Answer<?> known(Experiment<?> experiment) {
        return from == null
                ? Questions.prepared(experiment)
                : Answer.of(experiment, Json.read(from, Answer.Kept.class), Answer.Origin.FILE);
    }

    private <R> Answer<R> measure(Experiment<R> experiment, Settings settings) {
        ExecutorService loader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "loader");
            thread.setDaemon(true);
            return thread;
        });
        try (Scratch scratch = Scratch.create();
                Interrupt interrupt = new Interrupt(console)) {
            PrintedProgress printed = new PrintedProgress(console, lines(), interrupt);
            double begin = cpuSeconds();
            R result = experiment.run(settings, new Lab(scratch.folder(), loader, printed));
            return Answer.measured(experiment, settings, Math.rint(cpuSeconds() - begin), result);
        } finally {
            loader.shutdown();
        }
    }

    /** CPU time of this process so far. */
    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process
                ? process.getProcessCpuTime() / 1e9
                : 0;
    }

    private boolean lines() {
        return "json".equals(progress);
    }

    private void write(Answer<?> answer, OutputPath target) {
        Locale locale = language == null ? console.locale() : Locale.forLanguageTag(language);
        target.make(Disk.real(), work -> {
            if (isKept()) {
                Json.write(Disk.real(), work.made(), answer.kept());
            } else {
                ReportFile.write(Disk.real(), AnswerDocument.of(answer), ReportFile.format(out), locale, work.made());
            }
            return work.made();
        });
    }

    private void say(Answer<?> answer) {
        if (lines()) {
            console.line(Map.of("event", "done", "answer", answer.kept()));
        } else if (json) {
            console.json(tree(answer));
        } else {
            print(answer);
        }
    }

    private Map<String, Object> tree(Answer<?> answer) {
        Map<String, Object> tree = about(answer.experiment());
        tree.put("prepared", answer.prepared());
        tree.put("machine", answer.machine());
        tree.put("timedElsewhere", answer.timedElsewhere());
        tree.put("program", answer.program());
        tree.put("settings", answer.settings());
        tree.put("cpuSeconds", answer.cpuSeconds());
        tree.put("result", answer.result());
        tree.put("conclusion", answer.conclusion());
        tree.put("commands", answer.experiment().commands(answer.settings()));
        if (traits != null) {
            tree.put("advice", Advice.of(traits));
            tree.put("traits", traits);
        }
        return tree;
    }

    private void print(Answer<?> answer) {
        Locale locale = console.locale();
        console.out().println(answer.experiment().title().in(locale));
        console.out().println(answer.experiment().question().in(locale));
        for (Text said : answer.conclusion()) {
            console.out().println("- " + said.in(locale));
        }
        AnswerDocument.provenance(answer).forEach(said -> console.err().println(said.in(locale)));
        if (traits != null) {
            Advice advice = Advice.of(traits);
            console.say(
                    "question.advice",
                    ModelCatalog.name(advice.family()),
                    advice.reasons().stream()
                            .map(reason -> reason.text(ModelCatalog.name(advice.family()))
                                    .in(locale))
                            .collect(Collectors.joining(" ")));
        }
        console.out().flush();
    }
}
