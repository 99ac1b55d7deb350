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

    /** Of the Model Context Protocol. */
    static final int WRONG_VERSION = -32022;

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

    /** An error response. */
    static ObjectNode error(JsonNode id, int code, String words) {
        ObjectNode message = message(id);
        message.putObject("error").put("code", code).put("message", words);
        return message;
    }

    /** @param id none where it is missing */
    private static ObjectNode message(JsonNode id) {
        ObjectNode message = object().put("jsonrpc", "2.0");
        return id.isMissingNode() ? message : message.set("id", id);
    }

    static Refusal noSuchMethod(String method) {
        return new Refusal(NO_SUCH_METHOD, "No such method: " + method);
    }

    /**
     * Requires an object, or that there is none.
     *
     * @throws Refusal where it is something else
     */
    static void requireObject(JsonNode value, String what) {
        if (!(value.isObject() || value.isMissingNode() || value.isNull())) {
            throw new Refusal(WRONG_PARAMETERS, what + " are an object");
        }
    }

    /** Whether it is a valid id of a request. */
    static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }
}
