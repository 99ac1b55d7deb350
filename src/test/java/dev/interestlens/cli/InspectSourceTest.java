package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.store.Json;
import dev.interestlens.testing.HeldSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import would make of a source that nothing was said about. */
@Tag("thorough")
class InspectSourceTest {
    private static final List<String> COLUMNS = List.of(
            "Lfd. Nr.", "Lesernummer", "Mediennummer", "Titel", "Sachgruppe", "borrowed_at", "Rückgabe", "branch");

    @TempDir
    private Path folder;

    private Path loans;

    private record Outcome(int code, String out, String err) {
        JsonNode json() {
            return Json.read(out, JsonNode.class);
        }
    }

    private static Outcome call(Locale locale, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        locale)
                .run(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder(String.join(";", COLUMNS)).append('\n');
        for (int r = 0; r < 400; r++) {
            int item = r * 7 % 31;
            text.append(String.format(
                    Locale.ROOT,
                    "%d;L-%d;%d;书%c;%s;%s;%s;%s%n",
                    r + 1,
                    10_500 + r / 3 % 23,
                    3000 + item,
                    '一' + item,
                    item % 3 == 0 ? "Comic" : "Roman",
                    r == 7 ? "" : String.format(Locale.ROOT, "%02d.%02d.2022 14:09", 1 + r % 28, 1 + r / 40),
                    "01.12.2022",
                    List.of("Mitte", "Nord", "Süd").get(r * 5 % 11 % 3)));
        }
        loans = Files.writeString(folder.resolve("loans.csv"), text);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }

    private static void holdsSchema(Outcome printed) {
        assertThat(new HeldSchema(Schemas.of("inspect").orElseThrow()).wrong(printed.out(), "inspect"))
                .isEmpty();
    }

    private JsonNode file(String words, String charset, String name) throws IOException {
        StringBuilder text = new StringBuilder("user,item,time\n");
        String[] items = words.split(" ");
        for (int row = 0; row < 60; row++) {
            text.append('u')
                    .append(row % 9)
                    .append(',')
                    .append(items[row % items.length])
                    .append(',');
            text.append(1_600_000_000L + 3600L * row).append('\n');
        }
        Path log = Files.write(folder.resolve(name), text.toString().getBytes(Charset.forName(charset)));
        Outcome inspected = call(Locale.ENGLISH, "inspect", log, "--json");
        holdsSchema(inspected);
        return inspected.json();
    }

    @Test
    void theEncodingOfAFileIsToldWithWordsOrAsked() throws IOException {
        JsonNode sure = file("無線滑鼠 機械鍵盤 保溫杯 登山鞋 平板電腦 充電器 洗髮精 連身裙", "Big5", "sure.csv");
        JsonNode read = sure.path("files").get(0);
        assertThat(read.path("encoding").asText()).isEqualTo("Big5");
        assertThat(read.path("sure").asBoolean()).isTrue();
        assertThat(read.path("sample").asText()).startsWith("無線滑鼠, 機械鍵盤");
        assertThat(sure.path("questions")).isEmpty();

        JsonNode open = file("\u017duba \u0159ek cup", "windows-1250", "open.csv");
        assertThat(open.path("files").get(0).path("sure").asBoolean()).isFalse();
        JsonNode question = open.path("questions").get(0);
        assertThat(question.path("role").asText()).isEqualTo("encoding");
        assertThat(texts(question.path("readings"), "sample")).contains("\u017duba, \u0159ek");
        assertThat(open.path("problem").asText()).contains("--set encoding=windows-1250");
    }

    @Test
    void everyColumnAndRowOfAFileIsAccountedFor() {
        Outcome inspected = call(Locale.ENGLISH, "inspect", loans, "--json");
        JsonNode json = inspected.json();

        holdsSchema(inspected);
        assertThat(texts(json.path("columns"), "name"))
                .containsExactly("Lesernummer", "Mediennummer", "Titel", "Sachgruppe", "borrowed_at", "branch");
        assertThat(texts(json.path("columns"), "role"))
                .containsExactly("user", "item", "title", "category", "time", "context.branch");
        assertThat(texts(json.path("leftOut"), "column")).containsExactly("Lfd. Nr.", "Rückgabe");
        assertThat(texts(json.path("leftOut"), "why")).noneMatch(String::isBlank);
        assertThat(json.path("rows").path("read").asInt()).isEqualTo(400);
        assertThat(json.path("rows").path("leftOut").get(0).path("count").asInt())
                .isEqualTo(1);
        assertThat(json.path("questions")).isEmpty();
    }

    @Test
    void thePreparedDataSetSaysTheSame() {
        Path data = folder.resolve("data");
        assertThat(call(Locale.ENGLISH, "prepare", loans, "--out", data).code()).isZero();
        Outcome inspected = call(Locale.CHINESE, "inspect", data, "--json");
        JsonNode json = inspected.json();

        holdsSchema(inspected);
        assertThat(texts(json.path("columns"), "role"))
                .containsExactlyInAnyOrder("user", "item", "title", "category", "time", "context.branch");
        assertThat(texts(json.path("leftOut"), "column")).containsExactlyInAnyOrder("Lfd. Nr.", "Rückgabe");
        assertThat(texts(json.path("leftOut"), "why")).allMatch(why -> why.matches(".*\\p{IsHan}.*"));
        assertThat(json.path("rows").path("read").asInt()).isEqualTo(400);
    }

    @Test
    void aColumnWithACommaInItsNameCanBeGivenARole() throws IOException {
        Files.writeString(loans, Files.readString(loans).replace("branch", "branch, room"));
        Path data = folder.resolve("data");
        String map = "user=Lesernummer,item=Mediennummer,time=borrowed_at,context.where=branch, room";

        assertThat(call(Locale.ENGLISH, "prepare", loans, "--out", data, "--map", map)
                        .code())
                .isZero();
        assertThat(texts(call(Locale.ENGLISH, "inspect", data, "--json").json().path("columns"), "role"))
                .contains("context.where");
    }

    @Test
    void whatIsInDoubtIsAskedAndAnsweredByASetting() throws IOException {
        Files.writeString(
                loans,
                Files.readString(loans)
                        .replace("Lesernummer", "x")
                        .replace("Mediennummer", "y")
                        .replace("Titel", "z"));

        Outcome asked = call(Locale.ENGLISH, "inspect", loans, "--json");
        Outcome refused = call(Locale.ENGLISH, "prepare", loans, "--out", folder.resolve("data"));
        Outcome answered = call(Locale.ENGLISH, "inspect", loans, "--set", "user=x", "--set", "item=y", "--json");

        holdsSchema(asked);
        assertThat(texts(asked.json().path("questions"), "role")).contains("user");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("is in doubt", "--set user=");
        assertThat(texts(answered.json().path("columns"), "role"))
                .contains("user", "item", "title", "category", "time", "context.branch");
    }

    @Test
    void thePageReadsTheSameInBothLanguages() {
        assertThat(call(Locale.ENGLISH, "inspect", loans).out())
                .contains("Lesernummer", "Column left out: Lfd. Nr.", "The log has 400 rows");
        assertThat(call(Locale.CHINESE, "inspect", loans).out()).contains("Lesernummer", "省略的列：Lfd. Nr.", "日志有 400 行");
    }
}
