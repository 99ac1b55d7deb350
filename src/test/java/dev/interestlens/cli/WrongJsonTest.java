package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON that a person wrote and a command reads: refused with file, field, what is there and what may be there. */
@Tag("thorough")
class WrongJsonTest {
    /** Words of the parser and names of constants, which mean nothing to a person. */
    private static final List<String> FOREIGN =
            List.of("oerc", "eserial", "Cannot", "token", "START_", "java", "Config.", "instance of", "\tat ", "{");

    @TempDir
    Path folder;

    static Stream<String> commands() {
        return Stream.of(
                "train --data D --run R --config F",
                "question 1 --from F",
                "open G --data D --run R --mapping F",
                "open G --data D --run R --vocabulary item=F",
                "doctor --model G --data D --mapping F");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anythingButTheExpectedValueIsRefused(String command) throws IOException {
        for (String json : List.of("3", "\"x\"", "true", "null", "{", "[1,", "", "{\"a\":1,\"a\":2}", "{} 3", "'a'")) {
            assertRefused(command, json, "wrong.json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]                             | is a list, but should be an object",
                "{'model': [1]}                  | setting model is a list, but should be an object",
                "{'model': {'id': 'bst'}}        | --model asks for din",
                "{'model': {'unit': 5}}          | model.unit is a whole number, but should be an object",
                "{'model': {'unit': {'hidden': ['a']}}} | model.unit.hidden[0] is a text, but should be a whole number",
                "{'data': 3}                     | setting data is a whole number, but should be an object",
                "{'data': {'protocol': {'history': null}}} | data.protocol.history is missing or empty",
                "{'training': null}              | setting training is missing or empty; it should be an object",
                "{'training': {'epochs': 'x'}}   | training.epochs is a text, but should be a whole number",
                "{'training': {'epochs': 1.5}}   | training.epochs is a number with a fraction, but should be a whole",
                "{'training': {'epochs': [1]}}   | training.epochs is a list, but should be a whole number",
                "{'training': {'epochs': 99999999999}} | training.epochs is too large",
                "{'training': {'metric': 'foo'}} | training.metric has a value that is not possible; it should be one"
                        + " of: auc",
                "{'training': {'metric': 3}}     | training.metric is a whole number, but should be one of: auc"
            })
    void aWrongSettingIsNamedWithWhatIsThereAndWhatMayBe(String json, String words) throws IOException {
        String said = assertRefused("train --data D --model din --run R --config F", json.replace('\'', '"'), words);
        assertThat(said).contains("wrong.json");
    }

    @Test
    void whatNeverEndsIsNotReadToTheEnd() {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless));

        assertThat(said(Locale.ENGLISH, "question 1 --from F", endless)).contains("zero", "never ends");
    }

    @Test
    void aFieldOfASavedAnswerIsNamed() throws IOException {
        assertRefused("question 1 --from F", "[1]", "wrong.json is a list, but should be an object");
        assertRefused(
                "question 1 --from F",
                "{\"question\": \"x\", \"program\": \"p\", \"settings\": {}, \"cpuSeconds\": 1, \"result\": {}}",
                "question in wrong.json is a text, but should be a whole number");
    }

    private String assertRefused(String command, String json, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), json);
        String english = said(Locale.ENGLISH, command, file);
        assertThat(english).as(json).contains(words).doesNotContain(FOREIGN);
        assertThat(said(Locale.CHINESE, command, file))
                .as(json)
                .containsPattern("\\p{IsHan}{4}")
                .doesNotContain(FOREIGN);
        assertThat(folder.resolve("run")).doesNotExist();
        return english;
    }

    private String said(Locale locale, String command, Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] line = command.replace(" F", " " + file)
                .replace("=F", "=" + file)
                .replace(" D", " " + folder.resolve("none"))
                .replace(" R", " " + folder.resolve("run"))
                .replace(" G", " " + folder.resolve("none.onnx"))
                .split(" ");
        int code = new CommandLineProgram(stream, stream, locale).run(line);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(3);
        return said;
    }
}
