package dev.interestlens.cli.mcp;

import static dev.interestlens.cli.mcp.SmallServer.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every line is answered as the protocol says, and nothing else comes out. */
class McpServerTest {
    private static final String HELLO =
            "{\"jsonrpc\":\"2.0\",\"id\":\"hello\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\"}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";

    private final SmallServer server = new SmallServer();

    @Test
    void aClientIsWelcomedInAVersionThatBothSpeak() throws IOException {
        JsonNode welcome = server.answers(HELLO).get(0);
        assertThat(welcome.path("id").asText()).isEqualTo("hello");
        assertThat(welcome.at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
        assertThat(welcome.at("/result/capabilities/tools").isObject()).isTrue();
        assertThat(welcome.at("/result/serverInfo/name").asText()).isEqualTo("test");
        assertThat(server.answers(HELLO.replace("2025-06-18", "1999-01-01"))
                        .get(0)
                        .at("/result/protocolVersion")
                        .asText())
                .as("of an unknown version the newest that is spoken")
                .isEqualTo("2025-11-25");
    }

    @Test
    void toolsAreListedWithTheirArgumentsAndAsReadOnly() throws IOException {
        JsonNode list = server.answers(HELLO + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}")
                .get(1);
        JsonNode echo = list.at("/result/tools/0");
        assertThat(echo.path("name").asText()).isEqualTo("echo");
        assertThat(echo.at("/inputSchema/required/0").asText()).isEqualTo("word");
        assertThat(echo.at("/inputSchema/properties/times/maximum").asInt()).isEqualTo(3);
        assertThat(echo.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    }

    @Test
    void anAnswerIsAnObjectAndTheSameAsText() throws IOException {
        JsonNode result = server.answers(
                        HELLO + call(7, "echo", "{\"word\":\"买\\n\",\"times\":2,\"more\":[\"a\"],\"loud\":true}"))
                .get(1)
                .path("result");
        assertThat(result.at("/structuredContent/said").asText()).isEqualTo("买\n买\n");
        assertThat(Json.read(result.at("/content/0/text").asText(), JsonNode.class))
                .isEqualTo(result.path("structuredContent"));
        assertThat(result.path("isError").asBoolean()).isFalse();
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws IOException {
        String wrong = call(1, "echo", "{}")
                + call(2, "echo", "{\"word\":5}")
                + call(3, "echo", "{\"word\":\"a\",\"times\":9}")
                + call(4, "echo", "{\"word\":\"a\",\"other\":1}")
                + call(5, "echo", "{\"word\":\"a\",\"more\":[1]}")
                + call(6, "refuse", "{}")
                + call(7, "echo", "{\"word\":\"a\",\"loud\":\"yes\"}");
        List<JsonNode> answers = server.answers(HELLO + wrong);
        assertThat(answers).hasSize(8);
        assertThat(answers.subList(1, 8))
                .allMatch(each -> each.at("/result/isError").asBoolean());
        assertThat(answers.toString())
                .contains(
                        "word is missing", "must be a text", "from 1 to 3", "other", "list of texts", "true or false");
        JsonNode fault = server.answers(HELLO + call(9, "fall", "{}")).get(1);
        assertThat(fault.at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(fault.toString()).doesNotContain("secret");
    }

    @Test
    void aLineThatIsNoRequestIsRefusedAndTheNextOneIsServed() throws IOException {
        String bad = "nonsense\n\n[]\n{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}\n{\"id\":3}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"none\"}\n" + call(5, "nothing", "{}")
                + call(6, "echo", "[]")
                + "{\"jsonrpc\":\"1.0\",\"id\":9,\"method\":\"ping\"}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":10,\"method\":\"tools/list\",\"params\":[1]}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":11,\"method\":\"tools/list\",\"params\":{\"cursor\":\"\"}}\n"
                + "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n{\"jsonrpc\":\"2.0\",\"method\":\"unheard\"}\n";
        List<JsonNode> answers = server.answers(HELLO + bad + "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}");
        assertThat(answers.stream().skip(1).map(each -> each.at("/error/code").asInt()))
                .containsExactly(-32700, -32600, -32600, -32600, -32601, -32602, -32602, -32600, -32602, -32602, 0);
        assertThat(answers.get(1).path("id").isNull()).isTrue();
        assertThat(answers.get(4).path("id").asInt()).isEqualTo(3);
    }

    @Test
    void aRequestBeforeTheWelcomeIsRefused() throws IOException {
        JsonNode early = server.answers("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n")
                .get(0);
        assertThat(early.at("/error/message").asText()).contains("initialize");
    }

    @Test
    void aMessageThatIsTooLongIsRefusedWithoutBeingHeld() throws IOException {
        byte[] start = HELLO.getBytes(StandardCharsets.UTF_8);
        byte[] ping = "\n{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
        byte[] input = new byte[start.length + MessageLines.MAX_BYTES + 10 + ping.length];
        Arrays.fill(input, (byte) 'x');
        System.arraycopy(start, 0, input, 0, start.length);
        System.arraycopy(ping, 0, input, input.length - ping.length, ping.length);
        List<JsonNode> answers = server.answers(input);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(answers.get(2).has("result")).isTrue();
    }

    @Test
    void manyCallsAtOnceAreAllAnsweredOnceEachOnALine() throws IOException {
        StringBuilder input = new StringBuilder(HELLO);
        IntStream.range(0, 500).forEach(id -> input.append(call(id, "echo", "{\"word\":\"w" + id + "\"}")));
        List<JsonNode> answers = server.answers(input.toString()); // whose end comes at once: no answer may be lost
        assertThat(answers).hasSize(501);
        assertThat(answers.stream().skip(1).map(each -> each.at("/result/structuredContent/said")
                        .asText()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 500).mapToObj(id -> "w" + id).toList());
    }

    @Test
    void aPingIsAnsweredWhileACallIsAtWorkAndACancelledCallIsNot() throws Exception {
        List<JsonNode> answers = server.answersOfCancelled(
                HELLO + call(1, "wait", "{}"),
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n" + call(1, "wait", "{}"));
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).path("id").asInt()).isEqualTo(2);
        assertThat(answers.get(2).at("/error/message").asText()).contains("under way");
    }
}
