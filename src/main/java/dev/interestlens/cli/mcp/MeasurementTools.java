package dev.interestlens.cli.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.cli.console.SettingWords;
import dev.interestlens.cli.mcp.Tool.Argument;
import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Setting;
import dev.interestlens.model.config.Allowed;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.run.RunFolder;
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
    private static final String RUNS = "runs";
    private static final String RUNS_WORDS =
            "Names of the runs, as list_runs gives them: of two, the first is the one that is used"
                    + " now; the others are held against it.";

    /** The tool of one. */
    public Tool of(Measurement<?, ?> measurement) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(
                isTogether(measurement)
                        ? Argument.texts(RUNS, RUNS_WORDS)
                        : Argument.text(RUN, true, "Name of the run, as list_runs gives it."));
        settings(measurement).map(each -> argument(measurement, each)).forEach(arguments::add);
        return new Tool(
                "measure_" + measurement.id(),
                measurement.words("name").en(),
                measurement.words("command").en()
                        + " Without settings it gives what was kept of the run, if that was measured before.",
                arguments,
                (given, cancelled) -> answer(measurement, given, cancelled));
    }

    private static boolean isTogether(Measurement<?, ?> measurement) {
        return measurement.subject() == Subject.RUNS_TOGETHER;
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
        Map<String, List<String>> settings = new HashMap<>();
        settings(measurement)
                .map(Setting::name)
                .filter(given::has)
                .forEach(each -> settings.put(each, values(given, each)));
        Progress progress = new Cancelled(cancelled);
        if (isTogether(measurement)) {
            List<RunFolder> together = given.texts(RUNS).stream()
                    .map(name -> runs.of(name).open().folder())
                    .toList();
            return (ObjectNode)
                    Findings.of(measurement, together, settings, progress).document();
        }
        String name = given.text(RUN).orElseThrow();
        return (ObjectNode) Findings.of(measurement, name, runs.of(name).open(), settings, progress)
                .document();
    }

    private static List<String> values(Arguments given, String name) {
        return given.given().path(name).isArray()
                ? given.texts(name)
                : List.of(given.given().path(name).asText().toLowerCase(Locale.ROOT));
    }
}
