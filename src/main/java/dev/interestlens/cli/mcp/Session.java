package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The lane of versions whose client sends {@code initialize} first and says its version there, for as long as the process lives. */
final class Session implements Lane {
    /** The newest first. The version of March 2025 requires batches, which later ones removed. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2024-11-05");

    private final Toolbox tools;
    private final McpServer.Welcome welcome;
    private boolean initialized;

    Session(Toolbox tools, McpServer.Welcome welcome) {
        this.tools = tools;
        this.welcome = welcome;
    }

    @Override
    public void check(String method, JsonNode parameters) {
        if (!initialized && !List.of("initialize", "ping").contains(method)) {
            throw new Refusal(
                    Rpc.WRONG_PARAMETERS,
                    "Not initialized: send initialize first, or " + Stateless.VERSION + " in _meta of every request");
        }
    }

    @Override
    public ObjectNode result(String method, JsonNode parameters) {
        return switch (method) {
            case "initialize" -> initialize(parameters);
            case "ping" -> Rpc.object();
            case "tools/list" -> tools.list(parameters);
            default -> throw Rpc.noSuchMethod(method);
        };
    }

    private ObjectNode initialize(JsonNode parameters) {
        initialized = true;
        String asked = parameters.path("protocolVersion").asText();
        ObjectNode result = Rpc.object().put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.get(0));
        result.set("capabilities", tools.capabilities());
        result.set("serverInfo", welcome.server());
        return result.put("instructions", welcome.instructions());
    }

    @Override
    public ObjectNode complete(ObjectNode result) {
        return result;
    }

    /** The id of an answer to what has none that could be read: null as JSON-RPC has it, or none, which is all that the newest version allows. */
    JsonNode unknownId() {
        return initialized ? NullNode.getInstance() : MissingNode.getInstance();
    }
}
