package dev.interestlens.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static JsonNode schema(String text) {
        ObjectNode schema = (ObjectNode) new Shape("// Title\n" + text, name -> "// Other\n{ of: string }\n").schema();
        schema.remove("$schema");
        schema.remove("title");
        return schema;
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'), JsonNode.class);
    }

    @Test
    void aFieldIsRequiredUnlessItCanBeMissing() {
        assertThat(schema("{\n  a, b?: number | null  // Half: a // b\n}\n"))
                .isEqualTo(json("{'type': 'object', 'required': ['a'], 'properties': {"
                        + "'a': {'type': ['number', 'null'], 'description': 'Half: a // b'},"
                        + "'b': {'type': ['number', 'null'], 'description': 'Half: a // b'}}}"));
    }

    @Test
    void listsMapsValuesAndKeywordsNest() {
        assertThat(schema("({*: string[] & {\"minItems\": 2}} | \"x y\")[]"))
                .isEqualTo(json("{'type': 'array', 'items': {'anyOf': [{'type': 'object', 'additionalProperties':"
                        + "{'type': 'array', 'items': {'type': 'string'}, 'minItems': 2}}, {'enum': ['x y']}]}}"));
        assertThat(schema("\"a\" | null")).isEqualTo(json("{'enum': ['a', null]}"));
    }

    @Test
    void namesAreTypesOfTheFileOrOtherDocuments() {
        assertThat(schema("type text = string\ntext or other"))
                .isEqualTo(json("{'oneOf': [{'$ref': '#/$defs/text'}, {'type': 'object', 'required': ['of'],"
                        + "'properties': {'of': {'type': 'string'}}}], '$defs': {'text': {'type': 'string'}}}"));
    }

    @Test
    void whatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> schema("{\n  a: (string\n}\n")).hasMessageContaining("no )");
    }
}
