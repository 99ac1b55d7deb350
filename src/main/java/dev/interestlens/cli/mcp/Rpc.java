package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;

/** The messages of JSON-RPC 2.0. */
final class Rpc {
    static final int NO_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NO_SUCH_METHOD = -32601;
    static final int WRONG_PARAMETERS = -32602;
    static final int OUR_FAULT = -32603;

    private Rpc() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode tree(Object value) {
        return Json.read(Json.line(value), ObjectNode.class);
    }

    /** An answer. */
    static ObjectNode result(JsonNode id, ObjectNode result) {
        return message(id).set("result", result);
    }

    /** An error response; its id is null where it could not be read. */
    static ObjectNode error(JsonNode id, int code, String words) {
        ObjectNode message = message(id == null ? JsonNodeFactory.instance.nullNode() : id);
        message.putObject("error").put("code", code).put("message", words);
        return message;
    }

    private static ObjectNode message(JsonNode id) {
        return object().put("jsonrpc", "2.0").set("id", id);
    }

    /** Whether it is a valid id of a request. */
    static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }
}
