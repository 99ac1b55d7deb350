package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lane of revision 2026-07-28, which has no sessions: each request says in {@code _meta} which version it is in and what its client can do, and
 * is served by that alone. No tool needs anything of the client, and nothing that a client could subscribe to ever changes, as the capabilities say.
 */
record Stateless(Toolbox tools, McpServer.Welcome welcome) implements Lane {
    static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String CLIENT = "io.modelcontextprotocol/clientInfo";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    private static final String SERVER = "io.modelcontextprotocol/serverInfo";

    /** Those that a request of this lane may name. */
    private static final List<String> VERSIONS = List.of("2026-07-28");

    /** How long a client may keep an answer that is the same until another program is installed. */
    private static final Duration FRESH = Duration.ofHours(1);

    /** Whether a request is one of this lane: it says one of the things that only such requests say, be it wrongly. */
    static boolean asked(JsonNode parameters) {
        JsonNode meta = parameters.path("_meta");
        return Stream.of(VERSION, CLIENT, CAPABILITIES).anyMatch(meta::has);
    }

    @Override
    public void check(String method, JsonNode parameters) {
        JsonNode meta = parameters.path("_meta");
        JsonNode version = meta.path(VERSION);
        require(version.isTextual(), "_meta must have " + VERSION + ", a text");
        if (!VERSIONS.contains(version.textValue())) {
            ObjectNode data = Rpc.object();
            VERSIONS.forEach(data.putArray("supported")::add);
            throw new Refusal(
                    Rpc.WRONG_VERSION, "Unsupported protocol version", data.put("requested", version.textValue()));
        }
        require(meta.path(CAPABILITIES).isObject(), "_meta must have " + CAPABILITIES + ", an object");
    }

    @Override
    public ObjectNode result(String method, JsonNode parameters) {
        return switch (method) {
            case "server/discover" -> fresh(discovered());
            case "tools/list" -> fresh(tools.list(parameters));
            default -> throw Rpc.noSuchMethod(method);
        };
    }

    private ObjectNode discovered() {
        ObjectNode result = Rpc.object();
        VERSIONS.forEach(result.putArray("supportedVersions")::add);
        result.set("capabilities", tools.capabilities());
        return result.put("instructions", welcome.instructions());
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new Refusal(Rpc.WRONG_PARAMETERS, words);
        }
    }

    /** With hints for caches: the answer is the same for everybody. */
    private static ObjectNode fresh(ObjectNode result) {
        return result.put("ttlMs", FRESH.toMillis()).put("cacheScope", "public");
    }

    @Override
    public ObjectNode complete(ObjectNode result) {
        result.put("resultType", "complete").withObject("_meta").set(SERVER, welcome.server());
        return result;
    }
}
