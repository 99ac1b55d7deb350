package dev.interestlens.foreign.onnx;

import dev.interestlens.job.Program;
import dev.interestlens.job.ServiceProcess;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.Tensor;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An untrusted model in a process of its own. A batch that crashes it, never ends or takes all memory is reported, and the process is restarted with
 * the next one. One thread at a time; closing ends the process.
 */
public final class GraphHost implements AutoCloseable {
    /** The hidden command of the child process. */
    public static final String COMMAND = "serve-graph";

    /** Seconds that one evaluation may take. */
    public static final int SECONDS = 60;

    private static final String MAIN = "dev.interestlens.Launcher";
    private static final int USUAL_MEGABYTES = 2048;
    private static final int COPIES = 6;
    private static final int FIRST_SECONDS = 60;

    private final GraphFile file;
    private final int seconds;
    private final int megabytes;
    private final Scratch scratch = Scratch.create();
    private final Map<Variant, Integer> open = new HashMap<>();
    private ServiceProcess process;
    private boolean fresh;
    private int next;
    private int crashes;

    /** @param seconds that one evaluation may take */
    public GraphHost(GraphFile file, int seconds) {
        this.file = file;
        this.seconds = seconds;
        megabytes = (int) Math.min(Integer.MAX_VALUE >> 1, USUAL_MEGABYTES + COPIES * (size(file) >> 20));
    }

    private static long size(GraphFile file) {
        return FileAccess.get(() -> {
            long bytes = Files.size(file.path());
            for (String sibling : file.siblings()) {
                bytes += Files.size(file.path().resolveSibling(sibling));
            }
            return bytes;
        });
    }

    public GraphFile file() {
        return file;
    }

    /** How often a batch ended the process. */
    public int crashes() {
        return crashes;
    }

    /**
     * Some arrays for a batch.
     *
     * @param batch a description for problems
     * @throws ProblemException {@code crash}, {@code time} or {@code memory} where the process has ended, {@code runtimeRefuses} where it gives the
     *     reason
     */
    public Map<String, Tensor> run(Variant variant, Map<String, Tensor> inputs, List<String> outputs, String batch) {
        int number = number(variant);
        byte[] answer = ask(
                Wire.bytes(out -> {
                    out.writeByte(Wire.RUN);
                    out.writeInt(number);
                    Wire.names(out, outputs);
                    Wire.arrays(out, inputs);
                }),
                batch);
        return read(answer, Wire::arrays);
    }

    /** All arrays inside the model for a batch, without their values. */
    public List<Probed> probe(Map<String, Tensor> inputs, String batch) {
        byte[] answer = ask(
                Wire.bytes(out -> {
                    out.writeByte(Wire.PROBE);
                    Wire.arrays(out, inputs);
                }),
                batch);
        return read(answer, in -> {
            List<Probed> all = new ArrayList<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                all.add(GraphChild.probed(in.readUTF(), in));
            }
            return all;
        });
    }

    /** The number of a variant that is open. */
    private int number(Variant variant) {
        if (process == null) {
            open.clear();
        }
        Integer known = open.get(variant);
        if (known != null) {
            return known;
        }
        int number = next++;
        byte[] answer = ask(
                Wire.bytes(out -> {
                    out.writeByte(Wire.OPEN);
                    out.writeInt(number);
                    Wire.names(out, variant.outputs());
                    out.writeInt(variant.cuts().size());
                    for (Variant.Cut cut : variant.cuts()) {
                        out.writeUTF(cut.tensor());
                        out.writeInt(cut.rank());
                    }
                    Wire.names(out, variant.otherPadding());
                }),
                "");
        read(answer, in -> null);
        open.put(variant, number);
        return number;
    }

    private interface Reader<T> {
        T of(DataInputStream in) throws IOException;
    }

    private <T> T read(byte[] answer, Reader<T> reader) {
        DataInputStream in = Wire.in(answer);
        return FileAccess.get(() -> {
            if (in.readByte() == Wire.REFUSED) {
                throw Problem.badInput(OnnxValidator.class, "runtimeRefuses", file.path())
                        .exception("reason", in.readUTF());
            }
            return reader.of(in);
        });
    }

    /** Starts the process in advance; returns at once. */
    public void start() {
        if (process == null) {
            // What the runtime unpacks is removed with the folder, also where the process is killed.
            Program program = new Program(List.of("-Djava.io.tmpdir=" + scratch.folder()), MAIN);
            process = ServiceProcess.start(
                    program,
                    scratch.folder(),
                    List.of(COMMAND, file.path().toAbsolutePath().toString()),
                    megabytes);
            fresh = true;
        }
    }

    private byte[] ask(byte[] request, String batch) {
        start();
        int allowed = fresh ? seconds + FIRST_SECONDS : seconds;
        fresh = false;
        try {
            return process.ask(request, allowed);
        } catch (ServiceProcess.Gone gone) {
            process = null;
            open.clear();
            crashes++;
            throw gone(gone, batch);
        }
    }

    private ProblemException gone(ServiceProcess.Gone gone, String batch) {
        String key =
                switch (gone.reason()) {
                    case TIME -> "time";
                    case MEMORY -> "memory";
                    case ENDED -> "crash";
                };
        return Problem.badInput(GraphHost.class, key, file.path())
                .with("batch", batch.isEmpty() ? "–" : batch)
                .with("seconds", seconds)
                .with("megabytes", megabytes)
                .exception("code", gone.exitCode());
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        scratch.close();
    }
}
