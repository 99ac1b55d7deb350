package dev.interestlens.cli;

import dev.interestlens.export.report.ReportFile;
import dev.interestlens.store.Disk;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.RunReports;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A page about a run, or about several side by side. */
@Command(name = "report", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class ReportCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private List<Path> runs;

    @Option(names = "--fidelity")
    private Path fidelity;

    @Option(names = "--out", required = true)
    private Path out;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
        ReportFile.write(Disk.real(), RunReports.of(folders, fidelity), console.locale(), out);
        console.say("report.done", out);
    }
}
