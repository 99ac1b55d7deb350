package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * A server of four tools: one says a word, one refuses, one has a fault, one waits until it is cancelled.
 *
 * @param begun reached when the waiting one has begun
 */
record SmallServer(CountDownLatch begun) {
    SmallServer() {
        this(new CountDownLatch(1));
    }

    McpServer on(Executor worker, OutputStream out) {
        return new McpServer(tools(), new McpServer.Welcome("test", "Test", "1", "Ask."), Locale.ENGLISH, worker, out);
    }

    private List<Tool> tools() {
        return List.of(
                new Tool(
                        "echo",
                        "Echo",
                        "Gives back a word.",
                        List.of(
                                Tool.Argument.text("word", true, "Any."),
                                Tool.Argument.number("times", "How often.", 1, 3),
                                Tool.Argument.texts("more", "More."),
                                Tool.Argument.flag("loud", "Loud.")),
                        (given, cancelled) -> JsonNodeFactory.instance
                                .objectNode()
                                .put("said", given.text("word").orElseThrow().repeat(given.number("times", 1)))
                                .put("more", given.texts("more").size())
                                .put("loud", given.flag("loud"))),
                new Tool("refuse", "Refuse", "Cannot do it.", List.of(), (given, cancelled) -> {
                    throw Problem.usage(LensTools.class, "itemOrSample").exception();
                }),
                new Tool("fall", "Fall", "Has a fault.", List.of(), (given, cancelled) -> {
                    throw new IllegalStateException("secret");
                }),
                new Tool("wait", "Wait", "Until cancelled.", List.of(), (given, cancelled) -> {
                    begun.countDown();
                    return until(cancelled);
                }));
    }

    private static ObjectNode until(BooleanSupplier cancelled) {
        while (!cancelled.getAsBoolean()) {
            Thread.onSpinWait();
        }
        return JsonNodeFactory.instance.objectNode();
    }

    List<JsonNode> answers(String input) throws IOException {
        return answers(input.getBytes(StandardCharsets.UTF_8));
    }

    List<JsonNode> answers(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExecutorService worker = Executors.newFixedThreadPool(4);
        try {
            on(worker, out).serve(new ByteArrayInputStream(input));
        } finally {
            worker.shutdown();
        }
        return lines(out);
    }

    /**
     * What is answered where the waiting call 1 is cancelled.
     *
     * @param first what is sent until it has begun
     * @param meanwhile what is sent then, before it is cancelled
     */
    List<JsonNode> answersOfCancelled(String first, String meanwhile) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExecutorService worker = Executors.newFixedThreadPool(2);
        PipedOutputStream client = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(client);
        try {
            var served = worker.submit(() -> {
                on(worker, out).serve(in);
                return true;
            });
            write(client, first);
            begun.await();
            write(client, meanwhile);
            write(
                    client,
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}\n");
            client.close();
            served.get();
        } finally {
            worker.shutdownNow();
        }
        return lines(out);
    }

    private static List<JsonNode> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** A line that calls a tool. */
    static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}\n";
    }
}
