package dev.interestlens.cli.graph;

import dev.interestlens.export.onnx.ArrayFile;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.job.Parent;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The child's side of {@link ChildGraph}; not for people. It ends with the process that started it, also in the middle of a native call. */
@Command(name = RunGraphCommand.NAME, hidden = true)
public final class RunGraphCommand implements Runnable {
    static final String NAME = "run-graph";

    @Parameters(index = "0", paramLabel = "GRAPH")
    private Path graph;

    @Parameters(index = "1", paramLabel = "ARRAYS")
    private Path arrays;

    @Parameters(index = "2", paramLabel = "RESULTS")
    private Path results;

    @Parameters(index = "3", split = ",", paramLabel = "OUTPUT")
    private List<String> outputs;

    @Override
    public void run() {
        Parent.whenGone(
                ProcessHandle.current().parent(), () -> Runtime.getRuntime().halt(Problem.Kind.CANCELLED.exitCode()));
        ArrayFile.write(results, OnnxSession.once(graph, ArrayFile.read(arrays), outputs));
    }
}
