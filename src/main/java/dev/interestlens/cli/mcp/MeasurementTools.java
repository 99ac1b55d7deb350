package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.SettingWords;
import dev.interestlens.cli.mcp.Tool.Argument;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.measurement.Findings;
import dev.interestlens.workspace.measurement.Measurement;
import dev.interestlens.workspace.measurement.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A tool for each measurement: what is kept of a run, or a measurement that keeps nothing. */
public record MeasurementTools(ServedRuns runs) {
    private static final String RUN = "run";

    /** The tool of one. */
    public Tool of(Measurement<?, ?> measurement) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.text(RUN, true, "Name of the run, as list_runs gives it."));
        settings(measurement).map(each -> argument(measurement, each)).forEach(arguments::add);
        return new Tool(
                "measure_" + measurement.id(),
                measurement.words("name").en(),
                measurement.words("command").en()
                        + " Without settings it gives what was kept of the run, if that was measured before.",
                arguments,
                (given, cancelled) -> answer(measurement, given, cancelled));
    }

    /** All but files: an assistant reads runs. */
    private static Stream<Setting> settings(Measurement<?, ?> measurement) {
        return Setting.of(measurement).stream().filter(each -> each.type() != Path.class);
    }

    private static Argument argument(Measurement<?, ?> measurement, Setting setting) {
        String name = setting.name();
        String words = SettingWords.of(measurement, setting, Locale.ENGLISH);
        Class<?> type = setting.type();
        if (setting.isMany()) {
            return Argument.texts(name, words);
        } else if (type == boolean.class) {
            return Argument.flag(name, words);
        } else if (type.isEnum()) {
            return Argument.word(
                    name,
                    words,
                    Stream.of(type.getEnumConstants())
                            .map(each -> EnumNames.lower((Enum<?>) each))
                            .toList());
        } else if (type == String.class) {
            return Argument.text(name, false, words);
        }
        Optional<Allowed> range = setting.allowed();
        return Argument.number(
                name,
                words,
                range.map(each -> (int) each.min()).orElse(Integer.MIN_VALUE),
                range.map(each -> (int) each.max()).orElse(Integer.MAX_VALUE));
    }

    private <S extends Record, R> ObjectNode answer(
            Measurement<S, R> measurement, Arguments given, BooleanSupplier cancelled) {
        String name = given.text(RUN).orElseThrow();
        Map<String, List<String>> settings = new HashMap<>();
        settings(measurement)
                .map(Setting::name)
                .filter(given::has)
                .forEach(each -> settings.put(each, values(given, each)));
        Findings<R> found = Findings.of(measurement, name, runs.of(name).open(), settings, new Cancelled(cancelled));
        return (ObjectNode) found.document();
    }

    private static List<String> values(Arguments given, String name) {
        return given.given().path(name).isArray()
                ? given.texts(name)
                : List.of(given.given().path(name).asText().toLowerCase(Locale.ROOT));
    }
}
