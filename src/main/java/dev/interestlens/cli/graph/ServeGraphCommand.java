package dev.interestlens.cli.graph;

import dev.interestlens.foreign.onnx.GraphChild;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.job.Parent;
import dev.interestlens.store.Problem;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The child's side of a model from elsewhere; not for people. It ends with the process that started it, also in the middle of a native call. */
@Command(name = GraphHost.COMMAND, hidden = true)
public final class ServeGraphCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "GRAPH")
    private Path graph;

    @Override
    public void run() {
        Parent.whenGone(
                ProcessHandle.current().parent(), () -> Runtime.getRuntime().halt(Problem.Kind.CANCELLED.exitCode()));
        try (FileInputStream requests = new FileInputStream(FileDescriptor.in);
                FileOutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            GraphChild.serve(graph, requests, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
