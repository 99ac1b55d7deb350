package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
}
