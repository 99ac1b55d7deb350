package dev.interestlens.cli;

import dev.interestlens.cli.console.Allowed;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Interrupt;
import dev.interestlens.cli.document.RunJson;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Goes on with a run where it stopped. */
@Command(name = "resume", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class ResumeCommand implements Runnable {
    private final Console console;

    @Option(names = "--run", required = true)
    private Path run;

    @Option(names = "--tensorboard")
    private Path tensorboard;

    @Option(names = "--progress")
    @Allowed(values = "json")
    private String progress;

    @Option(names = "--json")
    private boolean json;

    ResumeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        RunFolder folder = new RunFolder(run);
        folder.read();
        try (Interrupt interrupt = new Interrupt(console)) {
            new Training(console, "json".equals(progress), tensorboard).run(folder, interrupt);
        }
        if (json) {
            console.json(RunJson.of(run.toString(), RunSummary.of(folder)));
        }
    }
}
