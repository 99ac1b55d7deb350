package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is answered by an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode data;

    Refusal(int code, String words) {
        this(code, words, null);
    }

    /** @param data what a program needs to do better; null for nothing */
    Refusal(int code, String words, ObjectNode data) {
        super(words);
        this.code = code;
        this.data = data;
    }

    /** The error response. */
    ObjectNode answer(JsonNode id) {
        ObjectNode message = Rpc.error(id, code, getMessage());
        if (data != null) {
            message.withObject("error").set("data", data);
        }
        return message;
    }
}
