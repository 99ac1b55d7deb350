package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Something that an assistant may call; it only reads.
 *
 * @param name by which it is called
 * @param title for people
 * @param description for the assistant: what it gives and when to ask it
 * @param arguments what it takes
 */
public record Tool(String name, String title, String description, List<Argument> arguments, Work work) {
    /** What a tool does. */
    public interface Work {
        /**
         * @param given arguments that are of the declared names and types
         * @param cancelled whether the answer is no longer wanted
         * @return one JSON object
         * @throws dev.interestlens.store.ProblemException where it cannot be done; its text is then the answer
         */
        ObjectNode of(Arguments given, BooleanSupplier cancelled);
    }

    /** Types of arguments. */
    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        YES_OR_NO,
        TEXTS
    }

    /**
     * One argument.
     *
     * @param values the only texts that are allowed; empty for any
     * @param min of a number
     * @param max of a number
     */
    public record Argument(
            String name, Type type, boolean required, String description, List<String> values, int min, int max) {
        public Argument {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            values = List.copyOf(values);
        }

        /** Any text. */
        public static Argument text(String name, boolean required, String description) {
            return new Argument(name, Type.TEXT, required, description, List.of(), 0, 0);
        }

        /** One of some words; the first where none is given. */
        public static Argument word(String name, String description, List<String> values) {
            return new Argument(name, Type.TEXT, false, description, values, 0, 0);
        }

        /** A whole number within limits. */
        public static Argument number(String name, String description, int min, int max) {
            return new Argument(name, Type.WHOLE_NUMBER, false, description, List.of(), min, max);
        }

        /** Yes or no; no where it is not given. */
        public static Argument flag(String name, String description) {
            return new Argument(name, Type.YES_OR_NO, false, description, List.of(), 0, 0);
        }

        /** A list of texts. */
        public static Argument texts(String name, String description) {
            return new Argument(name, Type.TEXTS, false, description, List.of(), 0, 0);
        }

        private ObjectNode schema() {
            ObjectNode node = Rpc.object().put("description", description);
            switch (type) {
                case TEXT -> node.put("type", "string");
                case WHOLE_NUMBER ->
                    node.put("type", "integer").put("minimum", min).put("maximum", max);
                case YES_OR_NO -> node.put("type", "boolean");
                case TEXTS -> node.put("type", "array").putObject("items").put("type", "string");
            }
            values.forEach(node.withArray("enum")::add);
            if (values.isEmpty()) {
                node.remove("enum");
            }
            return node;
        }
    }

    public Tool {
        Objects.requireNonNull(name);
        Objects.requireNonNull(work);
        arguments = List.copyOf(arguments);
    }

    /** As in the answer to {@code tools/list}. */
    ObjectNode tree() {
        ObjectNode tree = Rpc.object().put("name", name).put("title", title).put("description", description);
        ObjectNode schema = tree.putObject("inputSchema").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        arguments.forEach(each -> properties.set(each.name(), each.schema()));
        arguments.stream().filter(Argument::required).forEach(each -> schema.withArray("required")
                .add(each.name()));
        schema.put("additionalProperties", false);
        tree.set(
                "annotations",
                Rpc.tree(Map.of(
                        "readOnlyHint", true,
                        "destructiveHint", false,
                        "idempotentHint", true,
                        "openWorldHint", false)));
        return tree;
    }

    /** The answer to a call: the object itself, and the same as text for clients that read no objects. */
    ObjectNode call(ObjectNode given, BooleanSupplier cancelled) {
        ObjectNode answer = work.of(Arguments.of(this, given), cancelled);
        ObjectNode result = text(Json.line(answer));
        result.set("structuredContent", answer);
        return result.put("isError", false);
    }

    /** Why a call could not be done, in words. */
    static ObjectNode refused(String words) {
        return text(words).put("isError", true);
    }

    private static ObjectNode text(String words) {
        ObjectNode result = Rpc.object();
        result.putArray("content").addObject().put("type", "text").put("text", words);
        return result;
    }
}
