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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of tools for one client, which may send requests of either {@link Lane}. An executor does the calls; lists, pings and cancellations are
 * answered at once by the thread that reads. A cancelled call is not answered.
 */
public final class McpServer {
    private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

    private final Toolbox tools;
    private final Session session;
    private final Stateless stateless;
    private final Locale locale;
    private final Executor worker;
    private final OutputStream out;
    private final Map<JsonNode, AtomicBoolean> pending = new ConcurrentHashMap<>();
    private boolean gone;

    /**
     * What the client is told about the server.
     *
     * @param instructions how the tools go together
     */
    public record Welcome(String name, String title, String version, String instructions) {
        ObjectNode server() {
            return Rpc.object().put("name", name).put("title", title).put("version", version);
        }
    }

    /**
     * @param locale of error messages
     * @param worker does the calls
     * @param out gets one message a line; not closed
     */
    public McpServer(List<Tool> tools, Welcome welcome, Locale locale, Executor worker, OutputStream out) {
        this.tools = Toolbox.of(tools);
        this.session = new Session(this.tools, welcome);
        this.stateless = new Stateless(this.tools, welcome);
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
            send(Rpc.error(
                    session.unknownId(),
                    Rpc.NO_REQUEST,
                    "A message may have " + MessageLines.MAX_BYTES + " bytes at most"));
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
                    session.unknownId(),
                    Rpc.NO_JSON,
                    "The line is no JSON: " + e.problem().what(Locale.ENGLISH)));
            return done;
        }
        JsonNode id = message.path("id");
        JsonNode method = message.path("method");
        if (message.has("result") || message.has("error")) {
            return done; // an answer: nothing was asked
        }
        boolean second = message.path("jsonrpc").asText().equals("2.0");
        if (!second || !method.isTextual() || message.has("id") && !Rpc.isId(id)) {
            send(Rpc.error(
                    Rpc.isId(id) ? id : session.unknownId(),
                    Rpc.NO_REQUEST,
                    "No request of JSON-RPC 2.0: an object with jsonrpc, id and method"));
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
        Lane lane = Stateless.asked(parameters) ? stateless : session;
        try {
            Rpc.requireObject(parameters, "The parameters of a request");
            lane.check(method, parameters);
            if (method.equals("tools/call")) {
                return call(lane, id, parameters);
            }
            send(Rpc.result(id, lane.complete(lane.result(method, parameters))));
        } catch (Refusal e) {
            LOG.debug("refused", e);
            send(e.answer(id));
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> call(Lane lane, JsonNode id, JsonNode parameters) {
        Tool tool = tools.named(parameters.path("name").asText());
        JsonNode given = parameters.path("arguments");
        Rpc.requireObject(given, "The arguments of a tool");
        AtomicBoolean cancelled = new AtomicBoolean();
        if (pending.putIfAbsent(id, cancelled) != null) {
            throw new Refusal(Rpc.NO_REQUEST, "A request with this id is under way");
        }
        ObjectNode arguments = given instanceof ObjectNode object ? object : Rpc.object();
        return CompletableFuture.runAsync(() -> answer(lane, id, tool, arguments, cancelled), worker);
    }

    private void answer(Lane lane, JsonNode id, Tool tool, ObjectNode arguments, AtomicBoolean cancelled) {
        ObjectNode answer;
        try {
            answer = cancelled.get()
                    ? Rpc.object()
                    : Rpc.result(id, lane.complete(tool.call(arguments, cancelled::get)));
        } catch (ProblemException e) {
            LOG.info("{}", e.problem().key(), e);
            answer = Rpc.result(id, lane.complete(Tool.refused(e.problem().text(locale))));
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
