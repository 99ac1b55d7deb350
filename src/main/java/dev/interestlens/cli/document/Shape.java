package dev.interestlens.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the shape of a document and makes its JSON Schema. A shape is written as a type of TypeScript is, a field a line:
 *
 * <pre>
 * // The document's title; a second such line describes it
 * type figure = {           // a type that is referred to by its name
 *   mean, median: number | null
 * }
 * {
 *   run: string             // a field's description
 *   part: "test" | "valid"
 *   tags?: string[]         // can be missing
 *   look: {*: figure}       // an object with names of any kind
 *   share: number &amp; {"minimum": 0, "maximum": 1}
 * }
 * </pre>
 *
 * <p>Behind {@code &} stand keywords of JSON Schema as they are. Where a document has one of several shapes, {@code or} stands between them. A name that
 * is no type of the file is that of another document, whose shape is meant.
 */
final class Shape {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "null", "object", "array");
    private static final Pattern SPACE = Pattern.compile("(\\s|//.*)*");
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[\\w.]+|\\[]|\\S");
    private static final Pattern DESCRIPTION = Pattern.compile("[^\n]*?// *(.*)");

    private final JsonMapper json = new JsonMapper();
    private final ObjectNode definitions = json.createObjectNode();
    private final UnaryOperator<String> documents;
    private final String text;
    private int at;

    /** @param documents gives the text of another document's shape by its name */
    Shape(String text, UnaryOperator<String> documents) {
        this.text = text;
        this.documents = documents;
    }

    /** The schema of the document. */
    JsonNode schema() {
        ObjectNode schema = json.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        List<String> head =
                text.lines().takeWhile(line -> line.startsWith("// ")).toList();
        schema.put("title", head.get(0).substring(3));
        head.stream().skip(1).forEach(line -> schema.put("description", line.substring(3)));
        schema.setAll(shape());
        return definitions.isEmpty() ? schema : schema.set("$defs", definitions);
    }

    private ObjectNode shape() {
        while (took("type")) {
            String name = next();
            expect("=");
            definitions.set(name, type());
        }
        List<ObjectNode> shapes = several("or");
        return shapes.size() == 1 ? shapes.get(0) : json.createObjectNode().set("oneOf", array(shapes));
    }

    private List<ObjectNode> several(String between) {
        List<ObjectNode> shapes = new ArrayList<>();
        do {
            shapes.add(between.equals("or") ? type() : suffixed());
        } while (took(between));
        return shapes;
    }

    private ObjectNode type() {
        List<ObjectNode> either = several("|");
        if (either.size() == 1) {
            return either.get(0);
        }
        if (either.get(0).has("enum")) {
            ArrayNode values = json.createArrayNode();
            either.forEach(
                    each -> values.add(each.has("enum") ? each.get("enum").get(0) : json.nullNode()));
            return json.createObjectNode().set("enum", values);
        }
        if (either.stream().allMatch(each -> each.size() == 1 && each.has("type"))) {
            return json.createObjectNode()
                    .set(
                            "type",
                            array(either.stream().map(each -> each.get("type")).toList()));
        }
        return json.createObjectNode().set("anyOf", array(either));
    }

    private ArrayNode array(List<? extends JsonNode> nodes) {
        return json.createArrayNode().addAll(nodes);
    }

    private ObjectNode suffixed() {
        ObjectNode type = single();
        while (true) {
            if (took("[]")) {
                type = json.createObjectNode().put("type", "array").set("items", type);
            } else if (took("&")) {
                type.setAll(keywords());
            } else {
                return type;
            }
        }
    }

    private ObjectNode single() {
        String token = next();
        ObjectNode type = json.createObjectNode();
        if (token.equals("(")) {
            type = type();
            expect(")");
        } else if (token.equals("{")) {
            return took("*") ? named(type.put("type", "object")) : fields(type.put("type", "object"));
        } else if (token.startsWith("\"")) {
            type.putArray("enum").add(token.substring(1, token.length() - 1));
        } else if (TYPES.contains(token)) {
            type.put("type", token);
        } else if (definitions.has(token)) {
            type.put("$ref", "#/$defs/" + token);
        } else if (!token.equals("any")) {
            Shape other = new Shape(documents.apply(token), documents);
            type = other.shape();
            definitions.setAll(other.definitions);
        }
        return type;
    }

    private ObjectNode named(ObjectNode type) {
        expect(":");
        type.set("additionalProperties", type());
        expect("}");
        return type;
    }

    private ObjectNode fields(ObjectNode type) {
        ArrayNode required = json.createArrayNode();
        ObjectNode properties = json.createObjectNode();
        while (!took("}")) {
            List<String> names = new ArrayList<>();
            do {
                names.add(next());
                if (!took("?")) {
                    required.add(names.get(names.size() - 1));
                }
            } while (took(","));
            expect(":");
            Matcher description = DESCRIPTION.matcher(text).region(at, text.length());
            ObjectNode field = description.lookingAt() ? type().put("description", description.group(1)) : type();
            names.forEach(name -> properties.set(name, field));
        }
        if (!required.isEmpty()) {
            type.set("required", required);
        }
        return type.set("properties", properties);
    }

    private ObjectNode keywords() {
        try (MappingIterator<ObjectNode> values =
                json.readerFor(ObjectNode.class).readValues(text.substring(at))) {
            ObjectNode keywords = values.next();
            at += (int) values.getCurrentLocation().getCharOffset();
            return keywords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean took(String token) {
        int before = at;
        if (next().equals(token)) {
            return true;
        }
        at = before;
        return false;
    }

    private void expect(String token) {
        if (!took(token)) {
            throw new IllegalStateException("no " + token + " at " + text.substring(at));
        }
    }

    /** The next word or sign; empty at the end. */
    private String next() {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        at = space.lookingAt() ? space.end() : at;
        Matcher token = TOKEN.matcher(text).region(at, text.length());
        if (!token.lookingAt()) {
            return "";
        }
        at = token.end();
        return token.group();
    }
}
