package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interestlens.Launcher;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.workspace.SampleRun;
import dev.interestlens.workspace.Workspace;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema.CacheScope;
import io.modelcontextprotocol.modern.McpSchema.Tool;
import io.modelcontextprotocol.modern.client.transport.StdioMcpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, asked by the official clients, and by lines that no client would send. */
@Tag("thorough")
class ServeCommandTest {
    private static final ObjectMapper MAPPER = new JsonMapper();

    /** On a machine that does much else. */
    private static final Duration BUSY = Duration.ofMinutes(10);

    private static final List<String> TOOLS = Stream.concat(
                    Stream.of("explain", "figures", "list_runs", "recommend"),
                    Measurements.all().stream().map(each -> "measure_" + each.id()))
            .sorted()
            .toList();

    @TempDir
    static Path folder;

    private static String run;

    @BeforeAll
    static void bring() {
        run = SampleRun.bring(Disk.real(), new Workspace(folder).create(Disk.real()))
                .path()
                .getFileName()
                .toString();
    }

    private static List<String> line() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dinterestlens.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "serve",
                "--stdio");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Test
    void theOfficialClientListsExplainsRecommendsAndMeasures() {
        ServerParameters server = ServerParameters.builder(java()).args(line()).build();
        try (McpSyncClient client = McpClient.sync(
                        new StdioClientTransport(server, new JacksonMcpJsonMapper(new JsonMapper())))
                .requestTimeout(BUSY)
                .initializationTimeout(BUSY)
                .build()) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("interest-lens");
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactlyElementsOf(TOOLS);
            assertThat(ask(client, "list_runs", Map.of()).at("/runs/0/run").asText())
                    .isEqualTo(run);
            JsonNode list =
                    ask(client, "recommend", Map.of("run", run, "user", "u0000", "at", "test", "top", 3, "why", true));
            assertThat(list.path("recommendations")).hasSize(3);
            assertThat(list.at("/trueItem/item").isTextual()).isTrue();
            String best = list.at("/recommendations/0/item").asText();
            JsonNode why = ask(client, "explain", Map.of("run", run, "user", "u0000", "at", "test", "item", best));
            assertThat(why.path("logit").asDouble())
                    .isCloseTo(list.at("/recommendations/0/logit").asDouble(), within(1e-4));
            assertThat(why.path("history")).hasSameSizeAs(list.path("history"));
            assertThat(why.has("matrices")).isFalse();
            JsonNode figures = ask(client, "figures", Map.of("run", run, "users", 20));
            assertThat(figures.at("/evaluation/ranking/users").asInt()).isEqualTo(20);
            assertThat(figures.at("/fidelity/tau").isNumber()).isTrue();
            assertThat(refusal(client, "explain", Map.of("run", "../" + run, "sample", 0)))
                    .contains("no run of this name", run);
            assertThat(refusal(client, "recommend", Map.of("run", run, "user", "nobody")))
                    .contains("nobody");
            assertThat(refusal(client, "explain", Map.of("run", run, "item", best)))
                    .contains("whose history");
        }
    }

    @Test
    void theOfficialClientWithoutSessionsDiscoversListsAndExplains() {
        JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(new JsonMapper());
        ServerParameters server = ServerParameters.builder(java()).args(line()).build();
        try (StdioMcpClientTransport transport =
                StdioMcpClientTransport.builder(server).jsonMapper(mapper).start()) {
            var client = io.modelcontextprotocol.modern.client.McpClient.sync(transport)
                    .jsonMapper(mapper)
                    .roundTimeout(BUSY)
                    .callTimeout(BUSY)
                    .build();
            var found = client.discover();
            assertThat(found.supportedVersions()).containsExactly("2026-07-28");
            assertThat(found.capabilities().tools()).isNotNull();
            assertThat(found.capabilities().resources()).isNull();
            var tools = client.listTools().list();
            assertThat(tools.tools()).extracting(Tool::name).containsExactlyElementsOf(TOOLS);
            assertThat(List.of(found, tools)).allSatisfy(each -> {
                assertThat(each.ttlMs()).isPositive();
                assertThat(each.cacheScope()).isEqualTo(CacheScope.PUBLIC);
            });
            var why = client.tool("explain")
                    .arguments(Map.of("run", run, "sample", 3))
                    .call();
            assertThat(why.resultType()).isEqualTo("complete");
            assertThat(why.meta()).containsKey("io.modelcontextprotocol/serverInfo");
            assertThat(MAPPER.<JsonNode>valueToTree(why.structuredContent())
                            .path("score")
                            .isNumber())
                    .isTrue();
            var refused = client.tool("explain")
                    .arguments(Map.of("run", "../" + run, "sample", 3))
                    .call();
            assertThat(refused.isError()).isTrue();
            assertThat(code(() -> client.tool("nothing").call())).isEqualTo(-32602);
            assertThat(code(() -> client.prompts().list())).isEqualTo(-32601);
        }
    }

    private static int code(ThrowingCallable ask) {
        return catchThrowableOfType(McpException.class, ask).error().code();
    }

    private static JsonNode ask(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).as(result.content().toString()).isFalse();
        return MAPPER.valueToTree(result.structuredContent());
    }

    private static String refusal(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).isTrue();
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }

    @Test
    void nothingButMessagesComesOutAndTheEndOfInputEndsIt() throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.txt"), """
            no json
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"explain","arguments":{"run":"%s","sample":3}}}
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"explain","arguments":{"run":"%s","sample":100000000}}}\
            """.formatted(run, run));
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(line());
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        List<JsonNode> answers = Files.readAllLines(out).stream()
                .map(each -> Json.read(each, JsonNode.class))
                .toList();
        assertThat(answers)
                .hasSize(4)
                .allMatch(each -> each.path("jsonrpc").asText().equals("2.0"));
        assertThat(answers.get(2).at("/result/structuredContent/score").isNumber())
                .isTrue();
        assertThat(answers.get(3).at("/result/isError").asBoolean()).isTrue();
    }
}
