package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.api.Run;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.SettingWords;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.cli.mcp.MeasurementTools;
import dev.interestlens.cli.mcp.Tool;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.Setting;
import dev.interestlens.store.SealedJson;
import dev.interestlens.testing.measurement.KnownItems;
import dev.interestlens.workspace.score.HistoryLengths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What every measurement has without anybody writing it: the words, the command with its options and help, the schema of its document, the tool of
 * assistants and the call of the library. One that stands in no list is held to the same. {@link MeasurementContractThoroughTest} runs them.
 */
class MeasurementContractTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    static Stream<Measurement<?, ?>> all() {
        return Stream.concat(Measurements.all().stream(), Stream.of(new KnownItems()));
    }

    /** The program with the command of one measurement. */
    static CommandLine program(Measurement<?, ?> measurement, Console console) {
        CommandSpec root = CommandSpec.create().name("interest-lens");
        root.resourceBundleBaseName("dev.interestlens.cli.commands");
        CommandLine line = new CommandLine(new MeasurementCommands(console, List.of(measurement)).transform(root));
        return line.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandSpec command(Measurement<?, ?> measurement, Locale language) {
        return program(measurement, new Console(System.out, System.err, language))
                .getSubcommands()
                .get(measurement.id())
                .getCommandSpec();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsWordsAreThereInBothLanguages(Measurement<?, ?> measurement) {
        for (Locale language : LANGUAGES) {
            assertThat(List.of("name", "about", "measure", "command", "example"))
                    .allSatisfy(key ->
                            assertThat(measurement.words(key).in(language)).isNotBlank());
            assertThat(Setting.of(measurement))
                    .allSatisfy(setting -> assertThat(SettingWords.of(measurement, setting, language))
                            .isNotBlank());
        }
        assertThat(measurement.words("example").en()).startsWith("interest-lens " + measurement.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsCommandHasAnOptionForEachSettingAndWhatAllCommandsHave(Measurement<?, ?> measurement) {
        for (Locale language : LANGUAGES) {
            CommandSpec command = command(measurement, language);
            assertThat(command.options().stream().map(OptionSpec::longestName))
                    .contains("--json", "--out", "--overwrite", "--progress", "--help")
                    .contains(measurement.subject() == Subject.DATA ? "--data" : "--run")
                    .containsAll(Setting.of(measurement).stream()
                            .map(setting -> "--" + setting.option())
                            .toList());
            for (Setting setting : Setting.of(measurement)) {
                String help = String.join(
                        " ", command.findOption("--" + setting.option()).description());
                measurement.find("setting." + setting.name()).ifPresent(own -> assertThat(help)
                        .isEqualTo(own.in(language)));
                assertThat(help).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void settingsThatAreNotGivenAreTheUsualOnes(Measurement<?, ?> measurement) {
        assertThat(Setting.read(measurement, Map.of())).isEqualTo(measurement.usual());
        assertThatThrownBy(() -> Setting.read(measurement, Map.of("nonsense", List.of("1"))))
                .hasMessageContaining("nonsense");
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachNumberAmongItsSettingsHasARange(Measurement<?, ?> measurement) {
        assertThat(Setting.of(measurement))
                .filteredOn(setting -> Number.class.isAssignableFrom(setting.type()) || setting.type() == int.class)
                .allMatch(setting -> setting.allowed().isPresent());
    }

    @Test
    void whatIsNotDefinedIsKeptAndReadAgain() {
        HistoryLengths found = new HistoryLengths(
                "test",
                0,
                0,
                1,
                List.of(new HistoryLengths.Row("all", 10, 0, Double.NaN, Double.NaN, Double.NaN, 0)),
                List.of(new HistoryLengths.Distance("all", 8, 0, Double.NaN, Double.NaN)));
        assertThat(SealedJson.read(SealedJson.bytes(found), HistoryLengths.class))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsDocumentHasASchema(Measurement<?, ?> measurement) {
        JsonNode schema = Schemas.of(measurement);
        assertThat(schema.path("title").asText()).isNotBlank();
        JsonNode fields = measurement.subject() == Subject.RUNS
                ? schema.at("/properties/runs/items/properties")
                : schema.path("properties");
        boolean writesItself = Stream.of(measurement.result().getDeclaredMethods())
                        .anyMatch(each -> each.isAnnotationPresent(JsonValue.class))
                || Stream.of(measurement.getClass().getDeclaredMethods())
                        .anyMatch(each -> each.getName().equals("document"));
        assertThat(fields).isNotEmpty();
        assertThat(Stream.of(measurement.result().getRecordComponents()).map(each -> each.getName()))
                .allMatch(name -> writesItself || fields.has(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAssistantHasAToolForIt(Measurement<?, ?> measurement) {
        Tool tool = new MeasurementTools(null).of(measurement);
        assertThat(tool.name()).isEqualTo("measure_" + measurement.id());
        assertThat(tool.arguments())
                .extracting(Tool.Argument::name)
                .startsWith(measurement.subject() == Subject.RUNS_TOGETHER ? "runs" : "run");
        assertThat(tool.arguments())
                .allSatisfy(each -> assertThat(each.description()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWindowHasAnIconForItAndTheLibraryItsName(Measurement<?, ?> measurement) {
        assertThat(measurement.icon()).startsWith("fth-");
        if (Measurements.all().contains(measurement)) {
            assertThat(Run.measurements()).contains(measurement.id());
        }
    }
}
