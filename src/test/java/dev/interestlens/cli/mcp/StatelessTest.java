package dev.interestlens.cli.mcp;

import static dev.interestlens.cli.mcp.SmallServer.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.store.Json;
import dev.interestlens.testing.HeldSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests of revision 2026-07-28 are answered as its schema and its words say, whatever else the client sends; those of a session as before. */
class StatelessTest {
    private static final String VERSION = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private static final String CAPABILITIES = "\"io.modelcontextprotocol/clientCapabilities\":{}";
    private static final String META = "\"_meta\":{" + VERSION + "," + CAPABILITIES + "}";
    private static final String HELLO =
            line("\"hello\"", "initialize", "\"protocolVersion\":\"2026-07-28\",\"capabilities\":{}");

    /** The revision's own, of the types that were asked for. */
    private static final Map<String, HeldSchema> SCHEMAS = new HashMap<>();

    private final SmallServer server = new SmallServer();

    private static String line(Object id, String method, String parameters) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters
                + "}}\n";
    }

    private static String stateless(String line) {
        return line.replace("\"params\":{", "\"params\":{" + META + (line.contains("\"params\":{}") ? "" : ","));
    }

    private JsonNode answer(String line) throws IOException {
        List<JsonNode> answers = server.answers(line);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static List<String> wrongFor(String type, JsonNode message) {
        return SCHEMAS.computeIfAbsent(type, StatelessTest::schema).wrong(Json.line(message), type);
    }

    private static HeldSchema schema(String type) {
        try (InputStream in = StatelessTest.class.getResourceAsStream("revision-2026-07-28.json")) {
            return new HeldSchema(
                    Json.line(Json.read(in.readAllBytes(), ObjectNode.class).put("$ref", "#/$defs/" + type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode isA(String type, JsonNode message) {
        assertThat(wrongFor(type, message)).isEmpty();
        return message;
    }

    private static void isError(int code, JsonNode message) {
        assertThat(isA("JSONRPCErrorResponse", message).at("/error/code").asInt())
                .as(message.toString())
                .isEqualTo(code);
    }

    @Test
    void aServerTellsOfItselfWithoutBeingInitialized() throws IOException {
        String ask = stateless(line("\"a\"", "server/discover", ""));
        isA("DiscoverRequest", Json.read(ask, JsonNode.class));
        JsonNode answer = isA("DiscoverResultResponse", answer(ask));
        JsonNode result = answer.path("result");
        assertThat(answer.path("id").asText()).isEqualTo("a");
        assertThat(result.path("supportedVersions").toString()).isEqualTo("[\"2026-07-28\"]");
        assertThat(result.path("capabilities").toString())
                .as("tools that stay as they are, and nothing else")
                .isEqualTo("{\"tools\":{}}");
        assertThat(result.path("instructions").asText()).isEqualTo("Ask.");
        assertThat(result.has("serverInfo")).as("stands in _meta").isFalse();
    }

    @Test
    void everyResultIsCompleteAndNamesTheServer() throws IOException {
        String asked = stateless(line(1, "server/discover", ""))
                + stateless(line(2, "tools/list", ""))
                + stateless(call(3, "echo", "{\"word\":\"a\"}"))
                + stateless(call(4, "echo", "{}"))
                + stateless(call(5, "refuse", "{}"));
        List<JsonNode> answers = server.answers(asked);
        assertThat(answers).hasSize(5).allSatisfy(each -> {
            assertThat(each.at("/result/resultType").asText()).isEqualTo("complete");
            assertThat(each.at("/result/_meta/io.modelcontextprotocol~1serverInfo")
                            .toString())
                    .isEqualTo("{\"name\":\"test\",\"title\":\"Test\",\"version\":\"1\"}");
        });
    }

    @Test
    void whatStaysTheSameMayBeKeptByAnybodyAndTheResultOfACallByNobody() throws IOException {
        String asked = stateless(line(1, "server/discover", ""))
                + stateless(line(2, "tools/list", ""))
                + stateless(call(3, "echo", "{\"word\":\"a\"}"));
        List<JsonNode> answers = server.answers(asked);
        assertThat(answers.subList(0, 2)).allSatisfy(each -> {
            assertThat(each.at("/result/ttlMs").asLong()).isEqualTo(3_600_000);
            assertThat(each.at("/result/cacheScope").asText()).isEqualTo("public");
        });
        assertThat(answers.get(2).path("result").has("ttlMs")).isFalse();
        assertThat(answers.get(2).path("result").has("cacheScope")).isFalse();
    }

    @Test
    void toolsAreThoseOfASessionInTheSameOrder() throws IOException {
        String ask = stateless(line(1, "tools/list", ""));
        isA("ListToolsRequest", Json.read(ask, JsonNode.class));
        List<JsonNode> answers = server.answers(ask + HELLO + line(2, "tools/list", ""));
        JsonNode list = isA("ListToolsResultResponse", answers.get(0)).at("/result/tools");
        assertThat(list.findValuesAsText("name")).containsExactly("echo", "fall", "refuse", "wait");
        assertThat(list).isEqualTo(answers.get(2).at("/result/tools"));
        isError(-32602, answer(stateless(line(3, "tools/list", "\"cursor\":\"\""))));
    }

    @Test
    void aToolIsCalledWithoutASession() throws IOException {
        String ask = stateless(call(7, "echo", "{\"word\":\"买\",\"times\":2}"));
        isA("CallToolRequest", Json.read(ask, JsonNode.class));
        JsonNode result = isA("CallToolResultResponse", answer(ask)).path("result");
        assertThat(result.at("/structuredContent/said").asText()).isEqualTo("买买");
        assertThat(result.path("isError").asBoolean()).isFalse();
        JsonNode wrong = isA("CallToolResultResponse", answer(stateless(call(8, "echo", "{\"word\":5}"))));
        assertThat(wrong.at("/result/isError").asBoolean()).isTrue();
        isError(-32602, answer(stateless(call(9, "nothing", "{}"))));
        isError(-32602, answer(stateless(call(10, "echo", "[]"))));
        isError(-32603, answer(stateless(call(11, "fall", "{}"))));
    }

    @Test
    void anotherVersionIsRefusedWithThoseThatAreServed() throws IOException {
        for (String version : List.of("1900-01-01", "2027-01-01", "2025-11-25", "")) {
            String ask = stateless(line(1, "no/method", "")).replace("2026-07-28", version);
            for (String each : List.of(ask, ask.replace("," + CAPABILITIES, ""))) {
                JsonNode answer = isA("UnsupportedProtocolVersionError", answer(each));
                isError(-32022, answer);
                assertThat(answer.at("/error/data/requested").asText()).isEqualTo(version);
                assertThat(answer.at("/error/data/supported").toString()).isEqualTo("[\"2026-07-28\"]");
            }
        }
    }

    @Test
    void aRequestThatDoesNotSayAllItHasToIsRefused() throws IOException {
        String client = "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"c\",\"version\":\"1\"}";
        for (String meta : List.of(
                "",
                "\"_meta\":{}",
                "\"_meta\":{" + VERSION + "}",
                "\"_meta\":{" + VERSION + "," + client + "}",
                "\"_meta\":{" + CAPABILITIES + "}",
                "\"_meta\":{" + client + "}",
                "\"_meta\":{" + VERSION + "," + CAPABILITIES.replace("{}", "null") + "}",
                "\"_meta\":{" + VERSION + "," + CAPABILITIES.replace("{}", "[]") + "}",
                "\"_meta\":{" + VERSION.replace("\"2026-07-28\"", "20260728") + "," + CAPABILITIES + "}",
                "\"_meta\":{" + VERSION.replace("\"2026-07-28\"", "null") + "," + CAPABILITIES + "}")) {
            String discover = line(1, "server/discover", meta);
            assertThat(wrongFor("DiscoverRequest", Json.read(discover, JsonNode.class)))
                    .isNotEmpty();
            for (String each : List.of(discover, line(1, "tools/list", meta), line(1, "no/method", meta))) {
                isError(-32602, answer(each));
                if (meta.contains("modelcontextprotocol")) {
                    isError(-32602, server.answers(HELLO + each).get(1)); // and not taken for one of the session
                }
            }
        }
    }

    @Test
    void aRequestMaySayMore() throws IOException {
        String more = META.replace(
                "}}",
                "\"sampling\":{},\"x\":{}},\"io.modelcontextprotocol/clientInfo\":{\"name\":\"c\",\"version\":\"1\"},"
                        + "\"io.modelcontextprotocol/logLevel\":\"debug\",\"progressToken\":1,\"traceparent\":\"00-0-0-01\"}");
        assertThat(server.answers(
                        call(1, "echo", "{\"word\":\"a\"}").replace("\"params\":{", "\"params\":{" + more + ",")))
                .as("the answer, and no notification")
                .singleElement()
                .satisfies(each -> isA("CallToolResultResponse", each));
    }

    @Test
    void methodsThatTheRevisionOrTheServerDoesNotHaveAreNotFound() throws IOException {
        for (String method : List.of(
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "subscriptions/listen",
                "resources/list",
                "prompts/list",
                "no/method")) {
            isError(-32601, answer(stateless(line(1, method, ""))));
        }
    }

    @Test
    void aSessionHasNothingOfTheRevisionAndIsNeitherBegunNorEndedByIt() throws IOException {
        String list = line(1, "tools/list", "");
        String progress = line(1, "tools/list", "\"_meta\":{\"progressToken\":1}");
        List<JsonNode> answers = server.answers(stateless(list)
                + list
                + HELLO
                + list
                + stateless(list)
                + progress
                + line(2, "server/discover", "")
                + line(3, "ping", ""));
        isError(-32602, answers.get(1));
        assertThat(answers.get(2).at("/result/protocolVersion").asText())
                .as("the newest that has sessions")
                .isEqualTo("2025-11-25");
        assertThat(answers.get(4)).isEqualTo(answers.get(0));
        assertThat(answers.get(5)).isEqualTo(answers.get(3));
        isError(-32601, answers.get(6));
        assertThat(answers.get(7).path("result")).isEmpty();
        assertThat(List.of(answers.get(2), answers.get(3), answers.get(7)))
                .allSatisfy(each -> assertThat(each.path("result").fieldNames())
                        .toIterable()
                        .doesNotContain("resultType", "_meta", "ttlMs", "cacheScope"));
    }

    @Test
    void anAnswerToWhatCannotBeReadHasNoId() throws IOException {
        for (String bad : List.of("nonsense", "[]", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}")) {
            JsonNode answer = isA("JSONRPCErrorResponse", answer(bad));
            assertThat(answer.has("id")).isFalse();
        }
    }

    @Test
    void aCancelledCallIsNotAnsweredAndOthersAreMeanwhile() throws Exception {
        String wait = stateless(call(1, "wait", "{}"));
        List<JsonNode> answers = server.answersOfCancelled(wait, wait + stateless(line(2, "tools/list", "")));
        assertThat(answers).hasSize(2);
        isError(-32600, answers.get(0));
        isA("ListToolsResultResponse", answers.get(1));
    }

    @Test
    void callsOfBothLanesAtOnceAreEachAnsweredInTheirs() throws IOException {
        StringBuilder input = new StringBuilder(HELLO);
        IntStream.range(0, 200).forEach(id -> {
            String one = call(id, "echo", "{\"word\":\"w\"}");
            input.append(id % 2 == 0 ? one : stateless(one));
        });
        List<JsonNode> answers = server.answers(input.toString());
        assertThat(answers).hasSize(201);
        assertThat(answers.subList(1, 201))
                .allSatisfy(each -> assertThat(each.path("result").has("resultType"))
                        .isEqualTo(each.path("id").asInt() % 2 == 1));
    }
}
