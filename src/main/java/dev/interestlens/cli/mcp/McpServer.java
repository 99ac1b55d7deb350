package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of tools for one client. An executor does the calls; lists, pings and cancellations are answered at once by the thread that reads. A
 * cancelled call is not answered.
 */
public final class McpServer {
    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

    /** Versions of the protocol that are spoken, the newest first. The one of March 2025 requires batches, which later versions removed. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2024-11-05");

    private final Map<String, Tool> tools;
    private final Welcome welcome;
    private final Locale locale;
    private final Executor worker;
    private final OutputStream out;
    private final Map<JsonNode, AtomicBoolean> pending = new ConcurrentHashMap<>();
    private boolean initialized;
    private boolean gone;

    /**
     * What the client is told about the server.
     *
     * @param instructions how the tools go together
     */
    public record Welcome(String name, String title, String version, String instructions) {}

    /**
     * @param locale of error messages
     * @param worker does the calls
     * @param out gets one message a line; not closed
     */
    public McpServer(List<Tool> tools, Welcome welcome, Locale locale, Executor worker, OutputStream out) {
        this.tools = tools.stream().collect(Collectors.toMap(Tool::name, tool -> tool));
        this.welcome = welcome;
        this.locale = locale;
        this.worker = worker;
        this.out = out;
    }

    /** Answers every message; returns when the input has ended and all answers are written. */
    public void serve(InputStream in) throws IOException {
        MessageLines lines = new MessageLines(in);
        CompletableFuture<Void> calls = CompletableFuture.completedFuture(null);
        for (MessageLines.Line line = lines.next(); line != null; line = lines.next()) {
            calls = CompletableFuture.allOf(calls, read(line));
        }
        calls.join();
    }

    /** Completes at once, except for a call of a tool. */
    private CompletableFuture<Void> read(MessageLines.Line line) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        if (line.tooLong()) {
            send(Rpc.error(null, Rpc.NO_REQUEST, "A message may have " + MessageLines.MAX_BYTES + " bytes at most"));
            return done;
        }
        if (line.isBlank()) {
            return done;
        }
        JsonNode message;
        try {
            message = Json.read(line.bytes(), JsonNode.class);
        } catch (ProblemException e) {
            LOG.debug("no JSON", e);
            send(Rpc.error(
                    null, Rpc.NO_JSON, "The line is no JSON: " + e.problem().what(Locale.ENGLISH)));
            return done;
        }
        JsonNode id = message.path("id");
        JsonNode method = message.path("method");
        if (message.has("result") || message.has("error")) {
            return done; // an answer: nothing was asked
        }
        if (!message.isObject() || !method.isTextual() || message.has("id") && !Rpc.isId(id)) {
            send(Rpc.error(
                    Rpc.isId(id) ? id : null,
                    Rpc.NO_REQUEST,
                    "No request of JSON-RPC 2.0: an object with id and method"));
        } else if (id.isMissingNode()) {
            notice(method.textValue(), message.path("params"));
        } else {
            return request(id, method.textValue(), message.path("params"));
        }
        return done;
    }

    private void notice(String method, JsonNode parameters) {
        if (method.equals("notifications/cancelled")) {
            AtomicBoolean cancelled = pending.get(parameters.path("requestId"));
            if (cancelled != null) {
                cancelled.set(true);
            }
        }
    }

    private CompletableFuture<Void> request(JsonNode id, String method, JsonNode parameters) {
        boolean early = !initialized && !List.of("initialize", "ping").contains(method);
        if (early) {
            send(Rpc.error(id, Rpc.NO_REQUEST, "Not initialized: send initialize first"));
        } else if (method.equals("tools/call")) {
            return call(id, parameters);
        } else {
            switch (method) {
                case "initialize" -> send(Rpc.result(id, initialize(parameters)));
                case "ping" -> send(Rpc.result(id, Rpc.object()));
                case "tools/list" -> send(Rpc.result(id, list()));
                default -> send(Rpc.error(id, Rpc.NO_SUCH_METHOD, "No such method: " + method));
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private ObjectNode initialize(JsonNode parameters) {
        initialized = true;
        String asked = parameters.path("protocolVersion").asText();
        ObjectNode result = Rpc.object().put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.get(0));
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo")
                .put("name", welcome.name())
                .put("title", welcome.title())
                .put("version", welcome.version());
        return result.put("instructions", welcome.instructions());
    }

    private ObjectNode list() {
        ObjectNode result = Rpc.object();
        tools.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(tool -> result.withArray("tools")
                .add(tool.tree()));
        return result;
    }

    private CompletableFuture<Void> call(JsonNode id, JsonNode parameters) {
        String name = parameters.path("name").asText();
        Tool tool = tools.get(name);
        JsonNode given = parameters.path("arguments");
        if (tool == null || !(given.isObject() || given.isMissingNode() || given.isNull())) {
            send(Rpc.error(
                    id,
                    Rpc.WRONG_PARAMETERS,
                    tool == null
                            ? "No such tool: " + name + ". There are: "
                                    + tools.keySet().stream().sorted().collect(Collectors.joining(", "))
                            : "The arguments of a tool are an object"));
            return CompletableFuture.completedFuture(null);
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        if (pending.putIfAbsent(id, cancelled) != null) {
            send(Rpc.error(id, Rpc.NO_REQUEST, "A request with this id is under way"));
            return CompletableFuture.completedFuture(null);
        }
        ObjectNode arguments = given instanceof ObjectNode object ? object : Rpc.object();
        return CompletableFuture.runAsync(() -> answer(id, tool, arguments, cancelled), worker);
    }

    private void answer(JsonNode id, Tool tool, ObjectNode arguments, AtomicBoolean cancelled) {
        ObjectNode answer;
        try {
            answer = cancelled.get() ? Rpc.object() : Rpc.result(id, tool.call(arguments, cancelled::get));
        } catch (ProblemException e) {
            LOG.info("{}", e.problem().key(), e);
            answer = Rpc.result(id, Tool.refused(e.problem().text(locale)));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("our own fault in {}", tool.name(), e);
            answer = Rpc.error(
                    id, Rpc.OUR_FAULT, "A fault of the server: " + e.getClass().getSimpleName());
        }
        pending.remove(id);
        if (!cancelled.get()) {
            send(answer);
        }
    }

    /** Ignores a client that is gone; its input ends too. */
    private synchronized void send(ObjectNode message) {
        if (gone) {
            return;
        }
        try {
            out.write((Json.line(message) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            gone = true;
            LOG.info("the client is gone", e);
        }
    }
}
