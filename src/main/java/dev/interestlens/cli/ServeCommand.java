package dev.interestlens.cli;

import dev.interestlens.cli.console.ConsoleCommand;
import dev.interestlens.cli.mcp.LensTools;
import dev.interestlens.cli.mcp.McpServer;
import dev.interestlens.cli.mcp.ServedRuns;
import dev.interestlens.train.Versions;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers an assistant's questions about runs over standard input and output, by the Model Context Protocol. Nothing is written, no socket is opened. */
@Command(name = "serve")
final class ServeCommand extends ConsoleCommand implements Runnable {
    @Option(names = "--run")
    private List<Path> runs = new ArrayList<>();

    @Override
    public void run() {
        runs.stream().map(RunFolder::new).filter(run -> !run.exists()).forEach(RunFolder::read); // says what is missing
        PrintStream before = System.out;
        System.setOut(System.err); // so that output of a library is not taken for a message
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "tools");
            thread.setDaemon(true);
            return thread;
        });
        ServedRuns served = new ServedRuns(Workspace.ofUser(), runs);
        try {
            new McpServer(
                            new LensTools(served).all(),
                            new McpServer.Welcome(
                                    "interest-lens",
                                    "Interest Lens",
                                    Versions.program(),
                                    "Trained recommendation models and why they score as they do. Call list_runs first. Look is attention, Effect is"
                                            + " measured by removal; say because only where a sentence's template is strong."),
                            console.locale(),
                            worker,
                            console.out())
                    .serve(System.in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            CompletableFuture.runAsync(served::close, worker).join(); // closed by the thread that used them
            worker.shutdown();
            System.setOut(before);
        }
    }
}
