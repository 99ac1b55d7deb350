package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
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
            names = List.copyOf(names);
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

    record Box(
            String name,
            @JsonUnwrapped Size size,
            @JsonUnwrapped(suffix = "Inside") Inner inner) {
        record Inner(int height) {}

        @JsonIgnore
        public boolean isFlat() {
            return inner.height == 0;
        }
    }

    record Shelf(List<Box> boxes) {}

    @Test
    void aRecordWithFlattenedPartsIsReadAsStrictly() {
        Shelf shelf = new Shelf(List.of(new Box("a", new Size(1, 2, List.of("b")), new Box.Inner(3))));
        String json = Json.line(shelf);

        assertThat(json)
                .isEqualTo(
                        "{\"boxes\":[{\"name\":\"a\",\"width\":1,\"weight\":2.0,\"names\":[\"b\"],\"heightInside\":3}]}");
        assertThat(Json.read(json, Shelf.class)).isEqualTo(shelf);
        JsonNode tree = Json.read(json.replace("weight", "wait"), JsonNode.class);
        assertThatThrownBy(() -> Json.read(Json.pretty(tree), Shelf.class))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().text(Locale.ENGLISH))
                                .contains("boxes[0].wait", ": heightInside, name, names, weight, width"));
        assertThatThrownBy(() -> Json.convert(Json.strict().build(), tree, Shelf.class, "shelf"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().text(Locale.ENGLISH)).contains("shelf.boxes[0].wait"));
    }

    @Test
    void aFieldThatAFlattenedPartNeedsIsNamedAsTheRecordsOwn() {
        Map<String, String> wrong = Map.of(
                "{\"boxes\":[{\"name\":\"a\",\"weight\":1,\"names\":[],\"heightInside\":1}]}",
                        "The field boxes[0].width of this JSON is missing or empty; it should be a whole number.",
                "{\"boxes\":[{\"name\":\"a\",\"width\":1,\"weight\":1,\"heightInside\":1}]}",
                        "The field boxes[0].names of this JSON is missing or empty; it should be a list.",
                "{\"boxes\":[{\"name\":\"a\",\"width\":1,\"weight\":true,\"names\":[],\"heightInside\":1}]}",
                        "The field boxes[0].weight of this JSON is true or false, but should be a number.");
        wrong.forEach((json, words) -> assertThatThrownBy(() -> Json.read(json, Shelf.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what(Locale.ENGLISH)).isEqualTo(words)));
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

    enum Unit {
        KILO,
        NONE
    }

    record Sum(String name, long bytes, Unit unit) {
        Sum {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes");
            }
        }
    }

    @Test
    void aFieldThatARecordNeedsIsNamed() {
        assertThatThrownBy(() -> Json.read("{\"sums\": null, \"size\": {}}", Needing.class))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().what(Locale.ENGLISH))
                                .isEqualTo("The field sums of this JSON is missing or empty; it should be a list."));
    }

    record Needing(Map<String, String> size, List<Sum> sums) {
        Needing {
            size = Map.copyOf(size);
            sums = List.copyOf(sums);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "3", "\"x\"", "true", "null"})
    void whatShouldBeAnObjectIsOne(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), json);

        assertThatThrownBy(() -> Json.object(file, tree -> tree))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().what(Locale.ENGLISH))
                                .startsWith("What is in c.json is ")
                                .endsWith(", but should be an object."));
    }

    record Sums(List<Sum> all) {}

    @Test
    void whatIsRefusedIsNamedByItsFieldAndNeverByAClass() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("{\"all\": [{\"name\": \"a\", \"bytes\": -1}]}", "all[0] in sums.json holds a value"),
                Map.entry(
                        "{\"all\": [{\"name\": \"a\", \"bytes\": null}]}",
                        "all[0].bytes in sums.json is missing or empty; it should be a whole number"),
                Map.entry("{\"all\": [{\"name\": \"a\"}]}", "all[0].bytes in sums.json is missing"),
                Map.entry(
                        "{\"all\": [{\"name\": \"a\", \"bytes\": \"x\"}]}",
                        "all[0].bytes in sums.json is a text, but should be a whole number"),
                Map.entry(
                        "{\"all\": [{\"name\": \"a\", \"bytes\": 99999999999999999999}]}",
                        "all[0].bytes in sums.json is too large or too small a number"),
                Map.entry(
                        "{\"all\": [{\"nam\": \"a\", \"bytes\": 1}]}",
                        "all[0].nam in sums.json is not known; there are: bytes, name, unit"),
                Map.entry(
                        "{\"all\": [{\"name\": \"a\", \"bytes\": 1, \"unit\": \"MEGA\"}]}",
                        "all[0].unit in sums.json has a value that is not possible; it should be one of: KILO, NONE"),
                Map.entry("{\"all\": []} {}", "is followed by further text"),
                Map.entry("{\"all\": 3}", "all in sums.json is a whole number, but should be a list"),
                Map.entry("[]", "What is in sums.json is a list, but should be an object"),
                Map.entry("null", "What is in sums.json is null, but should be an object"),
                Map.entry("", "sums.json is not JSON: it is empty"),
                Map.entry("{\"all\": [", "sums.json is not JSON: it ends in the middle of a value"),
                Map.entry("{\"all\": [], \"all\": []}", "sums.json is not JSON: it has a field twice"),
                Map.entry("[".repeat(2000), "sums.json is not JSON: it is nested too deeply"),
                Map.entry("{\"\u00ff\u00ff\": 1}", "sums.json is not JSON: it holds bytes that are not text in UTF-8"),
                Map.entry("\u0000\u0000\u0000{", "sums.json is not JSON: it "));
        wrong.forEach((text, words) -> assertThatThrownBy(
                        () -> Json.read(text.getBytes(StandardCharsets.ISO_8859_1), Sums.class, Path.of("sums.json")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
                    assertThat(e.problem().text(Locale.ENGLISH))
                            .contains(words)
                            .doesNotContain("dev.interestlens", "`", "oerce", "eserializ", "START_", "`", "{");
                    assertThat(e.problem().what(Locale.CHINESE)).containsPattern("\\p{IsHan}{3}");
                }));
    }
}
