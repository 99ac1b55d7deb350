package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.cli.console.ProgressLines;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.report.page.ReportFile;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.model.config.Needs;
import dev.interestlens.publish.RunReports;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A page about a run, or about several side by side. */
@Command(name = "report")
final class ReportCommand extends ConsoleCommand implements Runnable {
    @Option(names = "--run", required = true)
    private List<Path> runs;

    @Option(names = "--fidelity")
    @Needs(not = "--settings")
    private Path fidelity;

    @Option(names = "--negatives")
    @Needs(not = "--settings")
    private NegativeKind negatives;

    @Option(names = "--settings")
    private boolean settings;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--format")
    private ReportFile.Format format;

    @Option(names = "--language")
    @Allowed(values = {"en", "zh"})
    private String language;

    @Mixin
    private ProgressLines progress;

    @Option(names = "--json")
    @Needs(not = "--progress")
    private boolean json;

    @Mixin
    private Overwrite overwrite;

    @Override
    public void run() {
        List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
        ReportFile.Format as = format == null ? ReportFile.format(out) : format;
        OutputPath target = overwrite.file(out, fidelity);
        Locale locale = language == null ? console.locale() : Locale.forLanguageTag(language);
        boolean lines = progress.wanted();
        try (Interrupt interrupt = new Interrupt(console)) {
            Document report = settings
                    ? RunReports.settings(folders)
                    : RunReports.of(folders, negatives, fidelity, progress.printed(console, interrupt));
            target.make(Disk.real(), work -> {
                ReportFile.write(Disk.real(), report, as, locale, work.made());
                return work.made();
            });
        }
        console.say("report.done", out);
        if (lines) {
            console.line(Map.of("event", "done", "file", out.toString()));
        } else if (json) {
            console.json(Map.of(
                    "file", out.toString(),
                    "runs", runs.stream().map(Path::toString).toList()));
        }
    }
}
