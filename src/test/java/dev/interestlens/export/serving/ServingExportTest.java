package dev.interestlens.export.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
class ServingExportTest {
    @TempDir
    Path folder;

    private Path written(String family) {
        Path target = folder.resolve("served");
        try (TrainedModel model = ContractCases.model(ContractCases.all().get(family + " balanced"))) {
            RoundTrip trip = new ServingExport(Disk.real())
                    .write(
                            model,
                            Map.of("run", "r"),
                            ServingExport.Rows.compared(ContractCases.seven()),
                            ServingExport.Options.plain(model, ServingExport.Archives.BOTH),
                            target)
                    .trip();
            assertThat(trip.holds()).isTrue();
            assertThat(trip.rows()).isEqualTo(7);
        }
        return target;
    }

    @Test
    void itHoldsNothingButWhatIsOfItsKind() throws IOException {
        Path target = written("din");
        assertThat(ServingExport.KIND.is(target)).isTrue();
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(9).allSatisfy(file -> assertThat(
                            file.getFileName().toString())
                    .matches(ServingExport.KIND.contents()));
        }
        for (String readme : List.of("README.md", "README.zh.md")) {
            assertThat(target.resolve(readme))
                    .content()
                    .contains("`behaviours`")
                    .doesNotContain("@");
        }
    }

    @Test
    void itSaysWhatPassesAndWhatMayBeKept() {
        JsonNode serving = Json.tree(written("dien").resolve("serving.json"));
        List<String> passed = new ArrayList<>();
        serving.path("passed").forEach(each -> passed.add(each.path("name").asText()));
        assertThat(passed).containsExactly("items", "states", "behaviours", "mask", "evolution_of_states", "of_user");
        assertThat(serving.at("/carried/0/before").asText()).isEqualTo("extractor_before");
        assertThat(serving.at("/cache/append/exact").asBoolean()).isTrue();
        assertThat(serving.at("/cache/drop/exact").asBoolean()).isFalse();
        assertThat(serving.at("/cache/drop/reason").asText()).isEqualTo("states_follow");
        assertThat(serving.at("/checked/appended").asInt()).isEqualTo(6); // one row has no history
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "din", "dien", "bst", "sasrec"})
    void theJavaProgramKeepsUsersAndAppendsABehaviour(String family) throws IOException, InterruptedException {
        Path target = written(family);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        target.resolve("ServeOnnx.java").toString(),
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(output)
                .content()
                .containsSubsequence("user 0 computed: 1000", "user 1 computed: 1000", "user 0 kept: 1000");
        assertThat(Files.readString(output).contains("appended")).isEqualTo(!family.equals("sasrec"));
    }
}
