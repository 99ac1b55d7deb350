package dev.interestlens.cli.graph;

import dev.interestlens.export.onnx.ArrayFile;
import dev.interestlens.export.onnx.GraphRunner;
import dev.interestlens.job.LimitedJob;
import dev.interestlens.job.Limits;
import dev.interestlens.job.Program;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Computes graphs from elsewhere, each in a process of its own, so that a graph that never ends, takes all memory or crashes does no harm. Arrays are
 * passed as safetensors files.
 *
 * @param seconds of processor time after which a graph is given up
 * @param cancelled whether a person wants it to end
 */
public record ChildGraph(int seconds, BooleanSupplier cancelled) implements GraphRunner {
    /** For a graph that needs about as much memory as its weights. */
    private static final int USUAL_MEGABYTES = 1536;

    /** Copies of the weights in memory: the file, the runtime's own, and one laid out for its kernels. */
    private static final int COPIES = 3;

    private static final String MAIN = "dev.interestlens.Launcher";

    @Override
    public Map<String, Tensor> run(Path graph, Map<String, Tensor> inputs, List<String> outputs) {
        Limits limits = new Limits(seconds, megabytes(graph));
        try (Scratch scratch = Scratch.create()) {
            Path arrays = scratch.folder().resolve("arrays.safetensors");
            Path results = scratch.folder().resolve("results.safetensors");
            ArrayFile.write(arrays, inputs);
            // What the runtime unpacks is removed with the folder, also where the process is killed.
            Program program = new Program(List.of("-Djava.io.tmpdir=" + scratch.folder()), MAIN);
            LimitedJob job = new LimitedJob(program, limits, cancelled);
            LimitedJob.Result result = job.run(
                    scratch.folder().resolve("job"),
                    List.of(
                            RunGraphCommand.NAME,
                            graph.toAbsolutePath().toString(),
                            arrays.toString(),
                            results.toString(),
                            String.join(",", outputs)));
            if (result.reason() != LimitedJob.Reason.ENDED || result.end().exitCode() != 0) {
                throw failed(graph, limits, result);
            }
            return ArrayFile.read(results);
        }
    }

    private static int megabytes(Path graph) {
        long size = FileAccess.get(() -> Files.size(graph));
        return (int) Math.min(Integer.MAX_VALUE, USUAL_MEGABYTES + COPIES * (size >> 20));
    }

    private static ProblemException failed(Path graph, Limits limits, LimitedJob.Result result) {
        if (result.reason() == LimitedJob.Reason.CANCELLED) {
            return Problem.cancelled(ChildGraph.class, "graphCancelled").exception();
        }
        if (result.end().problem().isPresent()) {
            return new ProblemException(result.end().problem().get(), null);
        }
        String key =
                switch (result.reason()) {
                    case TIME -> "graphTime";
                    case MEMORY -> "graphMemory";
                    default -> "graphCrash";
                };
        return Problem.badInput(ChildGraph.class, key, graph)
                .with("seconds", limits.seconds())
                .with("megabytes", limits.megabytes())
                .exception("code", result.end().exitCode());
    }
}
