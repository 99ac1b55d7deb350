package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the requests of some versions of the protocol are served. The tools are the same in every lane, and so is the way in which they are called. */
interface Lane {
    /**
     * Whether a request says what one of this lane has to say.
     *
     * @throws Refusal where it does not
     */
    void check(String method, JsonNode parameters);

    /**
     * The result of a request that needs no tool.
     *
     * @throws Refusal where there is no such method in this lane
     */
    ObjectNode result(String method, JsonNode parameters);

    /** A result with the fields that every result of this lane has. */
    ObjectNode complete(ObjectNode result);
}
