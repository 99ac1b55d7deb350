package dev.interestlens.testing;

import dev.interestlens.cli.CommandLineProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A program that runs each command once, on a small shop in the folder it is given. The exit code is 0 where every command did its work and none
 * wanted a socket; what went wrong is printed.
 */
public final class EveryCommand {
    private static final List<String> SMALL = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "training.epochs=1",
            "data.protocol.history.maxLength=5");

    private final Path folder;
    private final List<String> failed = new ArrayList<>();

    private EveryCommand(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        RefusedSockets sockets = new RefusedSockets();
        sockets.install();
        EveryCommand all = new EveryCommand(Path.of(arguments[0]));
        all.run();
        all.failed.addAll(sockets.wanted);
        all.failed.forEach(System.out::println);
        System.exit(all.failed.isEmpty() ? 0 : 1);
    }

    private void run() {
        command("doctor"); // first: it starts the engine before anything else does
        command("generate", "--out", in("shop"), "--users", "60");
        command("prepare", in("shop"), "--out", in("data"));
        command("inspect", in("data"));
        train("din");
        train("pool");
        command("resume", "--run", in("din"));
        command("evaluate", "--run", in("din"));
        command("predict", "--run", in("din"), "--out", in("scores.csv"));
        command("recommend", "--run", in("din"), "--all", "--top", "3", "--why", "--out", in("lists.json"));
        command("explain", "--run", in("din"), "--sample", "0", "--out", in("why.html"));
        for (String format : List.of("onnx", "torchscript", "safetensors", "bundle")) {
            command("export", "--run", in("din"), "--format", format, "--out", in("din." + format));
        }
        command("export", "--run", in("din"), "--format", "bundle", "--out", in("din.zip"));
        command("verify", in("din.zip"));
        command("verify", in("data"));
        command("fidelity", "--run", in("din"), "--samples", "5");
        command("compare", "--run", in("din"), "--run", in("pool"));
        command("latency", "--run", in("din"), "--candidates", "10", "--length", "5");
        command("lengths", "--run", in("din"), "--rows", "20", "--length", "5", "--reading", "all,recent");
        command("open", in("din.onnx"), "--data", in("data"), "--run", in("theirs"));
        command("doctor", "--model", in("din.onnx"), "--data", in("data"));
        command("report", "--run", in("din"), "--run", in("pool"), "--out", in("report.html"));
        command("question", "3", "--out", in("answer.md"));
        command("demo", "--out", in("demo.html"));
        command("bench", "--model", "din", "--vocab", "100", "--length", "5", "--batch", "8", "--steps", "1");
    }

    private void train(String model) {
        List<String> line = new ArrayList<>(
                List.of("train", "--data", in("data"), "--model", model, "--preset", "quick", "--run", in(model)));
        SMALL.forEach(setting -> line.addAll(List.of("--set", setting)));
        command(line.toArray(String[]::new));
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private void command(String... line) {
        Path said = folder.resolve("said.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(said), true, StandardCharsets.UTF_8)) {
            int code = new CommandLineProgram(out, out, Locale.ENGLISH).run(line);
            if (code != 0) {
                failed.add(Arrays.toString(line) + " ended with " + code + ": " + Files.readString(said));
            }
        } catch (IOException e) {
            failed.add(e.toString());
        }
    }

    /** Gives no socket to anybody and notes who wanted one. */
    private static final class RefusedSockets implements SocketImplFactory {
        private final List<String> wanted = new ArrayList<>();

        @SuppressWarnings(
                "deprecation") // meant for proxies, which have other means now; to refuse every socket it is the only
        // one
        void install() throws IOException {
            Socket.setSocketImplFactory(this);
        }

        @Override
        public SocketImpl createSocketImpl() {
            wanted.add("a socket: " + Arrays.toString(new Throwable().getStackTrace()));
            throw new IllegalStateException("no socket in this test");
        }
    }
}
