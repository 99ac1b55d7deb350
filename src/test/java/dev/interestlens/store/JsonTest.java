package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @TempDir
    Path folder;

    record Size(int width, double weight, List<String> names) {
        Size {
            if (width < 0) {
                throw Problem.usage(JsonTest.class, "negative").exception();
            }
        }
    }

    @Test
    void aValueComesBackAsItWas() {
        Size size = new Size(3, Double.NaN, List.of("a", "汉"));
        Path file = folder.resolve("size.json");

        Json.write(Disk.real(), file, size);

        assertThat(Json.read(file, Size.class)).isEqualTo(size);
    }

    @Test
    void writtenForPeopleAndTheSameEverywhere() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(1, 2));
        value.put("a", Map.of());

        assertThat(Json.pretty(value)).isEqualTo("{\n  \"a\" : { },\n  \"b\" : [\n    1,\n    2\n  ]\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"width\":1,\"weight\":2,\"names\":[]} 3",
                "{\"width\":1,\"width\":1,\"weight\":2,\"names\":[]}",
                "{\"width\":1,\"weight\":2,\"names\":[],\"height\":3}",
                "{\"width\":null,\"weight\":2,\"names\":[]}",
                "{\"weight\":2,\"names\":[]}",
                "{\"width\":1.5,\"weight\":2,\"names\":[]}",
                "{\"width\":\"1\",\"weight\":2,\"names\":[]}",
                "{\"width\":1,\"weight\":2,\"names\":[],}",
                "{\"width\":99999999999,\"weight\":2,\"names\":[]}"
            })
    void whatIsNotExactlyRightIsRefused(String json) {
        assertThatThrownBy(() -> Json.read(json, Size.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT));
    }

    @Test
    void anErrorNamesFileLineAndColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("size.json"), "{\n  \"width\": 1,\n  \"weight\": x\n}\n");

        assertThatThrownBy(() -> Json.read(file, Size.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().place()).startsWith("size.json:3:1"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Json.tree(folder.resolve("none.json")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().text(Locale.CHINESE)).contains("none.json", "找不到文件"));
    }

    @Test
    void aProblemInsideOfARecordComesOutAsItIs() {
        assertThatThrownBy(() -> Json.read("{\"width\":-1,\"weight\":2,\"names\":[]}", Size.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("negative"));
    }

    record Sum(String name, long bytes) {
        Sum {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes");
            }
        }
    }

    record Sums(List<Sum> all) {}

    @Test
    void whatIsRefusedIsNamedByItsFieldAndNeverByAClass() {
        Map<String, String> wrong = Map.of(
                "{\"all\": [{\"name\": \"a\", \"bytes\": -1}]}",
                        "all[0] in sums.json holds a value that is not possible",
                "{\"all\": [{\"name\": \"a\", \"bytes\": null}]}", "all[0].bytes in sums.json is missing",
                "{\"all\": [{\"name\": \"a\", \"bytes\": \"x\"}]}", "all[0].bytes in sums.json holds another kind",
                "{\"all\": [{\"nam\": \"a\", \"bytes\": 1}]}", "all[0].nam in sums.json is not known",
                "{\"all\": []} {}", "is followed by further text",
                "{\"all\": 3}", "all in sums.json holds another kind",
                "", "sums.json is not the JSON",
                "\u0000\u0000\u0000{", "sums.json is not the JSON");
        wrong.forEach((text, words) -> assertThatThrownBy(
                        () -> Json.read(text.getBytes(StandardCharsets.ISO_8859_1), Sums.class, Path.of("sums.json")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
                    assertThat(e.getMessage()).contains(words).doesNotContain("dev.interestlens", "`");
                }));
    }
}
