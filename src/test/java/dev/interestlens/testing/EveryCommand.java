package dev.interestlens.testing;

import dev.interestlens.cli.CommandLineProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program that runs each command once, on a small shop in the folder it is given. The exit code is 0 where every command did its work, every document
 * that was printed is as its schema says, and nobody wanted a socket; what went wrong is printed.
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
    private final Map<String, HeldSchema> schemas = new TreeMap<>();

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
        run(List.of("schema"))
                .out
                .lines()
                .forEach(name -> schemas.put(name, new HeldSchema(run(List.of("schema", name)).out)));
        command("doctor"); // first: it starts the engine before anything else does
        command("generate", "--out", in("shop"), "--users", "60");
        command("prepare", in("shop"), "--out", in("data"));
        command("inspect", in("data"), "--protocol", "lastOut,time");
        command("inspect", in("shop"));
        command("generate", "--out", in("larger"), "--users", "240");
        command("prepare", in("larger"), "--out", in("larger-data"));
        command("plant", "--data", in("larger-data"), "--out", in("planted"));
        command(small("trust", "--data", in("larger-data"), "--model", "din", "--law", "same", "--seeds", "1"));
        command("ageing", "--data", in("larger-data"), "--model", "neighbours", "--cuts", "2");
        train("din");
        train("pool");
        command("train", "--run", in("din"));
        command("evaluate", "--run", in("din"));
        command("evaluate", "--run", in("din"), "--k", "5,20");
        command("recommend", "--run", in("din"), "--user", "u0000", "--at", "test", "--why");
        command("recommend", "--run", in("din"), "--user", "u0001");
        command("predict", "--run", in("din"), "--out", in("scores.csv"));
        command("recommend", "--run", in("din"), "--all", "--top", "3", "--why", "--out", in("lists.json"));
        command("explain", "--run", in("din"), "--sample", "0-3", "--beyond", "--out", in("why.html"));
        for (String format : List.of("onnx", "torchscript", "safetensors", "bundle")) {
            command("export", "--run", in("din"), "--format", format, "--out", in("din." + format));
        }
        command("export", "--run", in("din"), "--format", "bundle", "--out", in("din.zip"));
        for (String format : List.of("tensorboard", "mlflow")) {
            command("export", "--run", in("din"), "--format", format, "--out", in("din-" + format));
        }
        for (String format : List.of("croissant", "recbole")) {
            command("export", "--data", in("data"), "--format", format, "--out", in("data-" + format));
        }
        command("runs", in("din"), in("pool"), "--out", in("runs.csv"));
        command("doctor", in("din.zip"));
        command("doctor", in("data"));
        command("fidelity", "--run", in("din"), "--samples", "5");
        command("leaks", "--run", in("din"));
        command("categories", "--run", in("din"), "--samples", "5");
        command("compare", "--run", in("din"), "--run", in("pool"));
        command("ablation", "--run", in("din"), "--run", in("pool"));
        command("gate", "--run", in("din"), "--run", in("pool"), "--loss", "1");
        command("latency", "--run", in("din"), "--candidates", "10", "--length", "5");
        command("pareto", "--run", in("din"), "--run", in("pool"), "--candidates", "10");
        command("lengths", "--run", in("din"), "--rows", "20", "--length", "5", "--reading", "all,recent");
        command("currencies", "--run", in("din"), "--k", "5,10");
        command(
                "anatomy",
                "--run",
                in("din"),
                "--run",
                in("pool"),
                "--users",
                "10",
                "--metric",
                "ndcg10",
                "--out",
                in("anatomy.html"));
        command("open", in("din.onnx"), "--data", in("data"), "--run", in("theirs"));
        command("doctor", in("din.onnx"), "--data", in("data"));
        serve();
        command("report", "--run", in("din"), "--run", in("pool"), "--out", in("report.html"));
        command("question", "3", "--out", in("answer.md"));
        command("demo", "--out", in("demo.html"));
        command("doctor", "--speed");
        command("spark", "prepare", in("shop"), "--out", in("there"), "--print");
        command(
                "spark",
                "score",
                "--run",
                in("din"),
                "--onnx",
                in("spark.onnx"),
                "--pairs",
                in("p.csv"),
                "--out",
                in("s.csv"),
                "--print");
        command("spark", "recommend", "--run", in("din"), "--all", "--out", in("l.csv"), "--print");
        schemas.forEach((name, checked) -> {
            if (checked.documents() == 0) {
                failed.add("nothing was held against the schema of " + name);
            }
        });
    }

    private void serve() {
        String requests = """
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18"}}
            {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "list_runs"}}
            """;
        System.setIn(new ByteArrayInputStream(requests.getBytes(StandardCharsets.UTF_8)));
        command("serve", "--run", in("din"));
    }

    private void train(String model) {
        command(small("train", "--data", in("data"), "--model", model, "--preset", "quick", "--run", in(model)));
    }

    private static String[] small(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        SMALL.forEach(setting -> line.addAll(List.of("--set", setting)));
        return line.toArray(String[]::new);
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a command; one that can print a document does, and the document must be as its schema says. */
    private void command(String... words) {
        String name = words[0].equals("spark") ? words[0] + "-" + words[1] : words[0];
        boolean document = schemas.containsKey(name);
        List<String> line = new ArrayList<>(List.of(words));
        if (document) {
            line.add("--json");
        }
        Said said = run(line);
        if (said.code != 0) {
            failed.add(line + " ended with " + said.code + ": " + said.words);
        } else if (document) {
            failed.addAll(schemas.get(name).wrong(said.out, line.toString()));
        }
    }

    private Said run(List<String> line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(line.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command said. */
    private record Said(int code, String out, String words) {}

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
