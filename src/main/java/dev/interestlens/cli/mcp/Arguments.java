package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments of a call, with the names and types that the tool declares. */
public record Arguments(ObjectNode given) {
    /**
     * Checks each of them. Null counts as not given.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE naming the first that is wrong
     */
    static Arguments of(Tool tool, ObjectNode given) {
        given.fieldNames().forEachRemaining(name -> {
            if (tool.arguments().stream().noneMatch(each -> each.name().equals(name))) {
                throw Problem.usage(Arguments.class, "unknownArgument")
                        .value(name)
                        .with("tool", tool.name())
                        .exception(
                                "known",
                                tool.arguments().stream()
                                        .map(Tool.Argument::name)
                                        .collect(Collectors.joining(", ")));
            }
        });
        for (Tool.Argument argument : tool.arguments()) {
            JsonNode value = given.path(argument.name());
            if (value.isNull() || value.isMissingNode()) {
                require(!argument.required(), argument, "missingArgument", "");
            } else {
                require(isOf(argument, value), argument, "wrongArgument." + argument.type(), value.toString());
            }
        }
        return new Arguments(given);
    }

    private static void require(boolean holds, Tool.Argument argument, String key, String value) {
        if (!holds) {
            Problem.Builder problem = Problem.usage(Arguments.class, key)
                    .with("argument", argument.name())
                    .with("values", argument.values().isEmpty() ? "" : ": " + String.join(", ", argument.values()))
                    .with("min", argument.min())
                    .with("max", argument.max());
            throw (value.isEmpty() ? problem : problem.value(value)).exception();
        }
    }

    private static boolean isOf(Tool.Argument argument, JsonNode value) {
        return switch (argument.type()) {
            case TEXT ->
                value.isTextual()
                        && (argument.values().isEmpty() || argument.values().contains(value.textValue()));
            case WHOLE_NUMBER ->
                value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= argument.min()
                        && value.intValue() <= argument.max();
            case YES_OR_NO -> value.isBoolean();
            case TEXTS -> value.isArray() && texts(value).size() == value.size();
        };
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Whether it was given. */
    public boolean has(String name) {
        return given.hasNonNull(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.path(name).textValue());
    }

    public int number(String name, int otherwise) {
        return given.path(name).asInt(otherwise);
    }

    public boolean flag(String name) {
        return given.path(name).asBoolean();
    }

    /** Empty where it is not given. */
    public List<String> texts(String name) {
        return texts(given.path(name));
    }
}
