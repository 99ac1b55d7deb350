package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tools of a server, in the order of their names. */
record Toolbox(SortedMap<String, Tool> byName) {
    static Toolbox of(Collection<Tool> tools) {
        return new Toolbox(new TreeMap<>(tools.stream().collect(Collectors.toMap(Tool::name, each -> each))));
    }

    /** @throws Refusal where there is none of this name */
    Tool named(String name) {
        Tool tool = byName.get(name);
        if (tool == null) {
            throw new Refusal(
                    Rpc.WRONG_PARAMETERS,
                    "No such tool: " + name + ". There are: " + String.join(", ", byName.keySet()));
        }
        return tool;
    }

    /**
     * The answer to {@code tools/list}.
     *
     * @throws Refusal where another page is asked for than the only one
     */
    ObjectNode list(JsonNode parameters) {
        if (parameters.hasNonNull("cursor")) {
            throw new Refusal(Rpc.WRONG_PARAMETERS, "No such cursor: the list of tools is a single page");
        }
        ObjectNode list = Rpc.object();
        byName.values().stream().map(Tool::tree).forEach(list.putArray("tools")::add);
        return list;
    }

    /** What the server can do: it has tools, and says nothing of changes to them. */
    ObjectNode capabilities() {
        ObjectNode capabilities = Rpc.object();
        capabilities.putObject("tools");
        return capabilities;
    }
}
