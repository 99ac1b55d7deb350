package dev.interestlens.cli;

import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.cli.console.Overwrite;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Setting;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the command of a measurement: what is measured, its settings, and the file that is written. */
final class MeasurementOptions<S extends Record> {
    private final Measurement<S, ?> measurement;
    private final Map<String, Object> given = new HashMap<>();

    MeasurementOptions(Measurement<S, ?> measurement) {
        this.measurement = measurement;
    }

    /** Adds them to a command. */
    void addTo(CommandSpec command) {
        boolean many = measurement.subject().isMany();
        command.addOption(kept(subject(), many, Path.class).required(true).build());
        measurement
                .further()
                .ifPresent(option ->
                        command.addOption(kept(option, true, Path.class).build()));
        command.addOption(
                kept("out", false, Path.class).descriptionKey("measurement.out").build());
        for (Setting setting : Setting.of(measurement)) {
            OptionSpec.Builder option = kept(setting.option(), setting.isMany(), setting.type())
                    .userObject(setting.component())
                    .completionCandidates(
                            setting.allowed().map(OptionValues::texts).orElse(null));
            if (setting.isNamed()) {
                option.type(Map.class).auxiliaryTypes(String.class, setting.type());
            }
            setting.allowed()
                    .filter(any -> setting.type() == String.class)
                    .ifPresent(allowed -> option.converters(typed -> OptionValues.spelled(allowed, typed)));
            if (setting.isCommaSeparated()) {
                option.splitRegex(",");
            }
            command.addOption(option.build());
        }
    }

    /** Explains options with the measurement's own words, where it has some: they win over those that several commands share. */
    void explain(CommandSpec command, Locale language) {
        Map<String, String> words = new HashMap<>();
        for (OptionSpec option : command.options()) {
            String name = option.longestName().replaceFirst("^-+", "");
            String key = Setting.of(measurement).stream()
                    .filter(setting -> setting.option().equals(name))
                    .map(Setting::name)
                    .findFirst()
                    .orElse(name);
            measurement.find("setting." + key).ifPresent(own -> words.put(name, own.in(language)));
        }
        command.resourceBundle(Texts.bundle(words));
    }

    private String subject() {
        return measurement.subject() == Subject.DATA ? "data" : "run";
    }

    /** An option whose value is kept by its name; null where it is not given. */
    private OptionSpec.Builder kept(String name, boolean many, Class<?> type) {
        OptionSpec.Builder option = OptionSpec.builder("--" + name);
        if (many) {
            option.type(List.class).auxiliaryTypes(type);
        } else {
            option.type(type);
            option.arity(type == boolean.class ? "0" : "1");
        }
        Value value = new Value(given, name);
        return option.getter(value).setter(value);
    }

    /** The value of one option, in the map of all. */
    private record Value(Map<String, Object> given, String name) implements IGetter, ISetter {
        @Override
        @SuppressWarnings("unchecked") // picocli asks for the type of the option
        public <T> T get() {
            return (T) given.get(name);
        }

        @Override
        @SuppressWarnings("unchecked") // it was put here as that
        public <T> T set(T value) {
            return (T) given.put(name, value);
        }
    }

    @SuppressWarnings("unchecked") // the caller says which type it is
    private <T> T get(String name) {
        return (T) given.get(name);
    }

    /** What is measured. */
    List<Path> subjects() {
        List<Path> named = measurement.subject().isMany() ? get(subject()) : List.of(this.<Path>get(subject()));
        Optional<List<Path>> further = measurement.further().map(this::get);
        if (measurement.further().isPresent() && named.size() > 2) {
            throw Problem.usage(MeasurementOptions.class, "twoRuns")
                    .with("measurement", measurement.id())
                    .with("further", "--" + measurement.further().get())
                    .exception();
        }
        return Stream.concat(named.stream(), further.stream().flatMap(List::stream))
                .toList();
    }

    Optional<Path> out() {
        return Optional.ofNullable(get("out"));
    }

    /** What is read: what is measured, and the files that settings name. */
    private Path[] inputs() {
        Stream<Object> files = Setting.of(measurement).stream()
                .filter(setting ->
                        setting.type() == Path.class && setting.written().isEmpty())
                .map(setting -> given.get(setting.option()))
                .flatMap(
                        value -> value instanceof Map<?, ?> named ? named.values().stream() : Stream.ofNullable(value));
        return Stream.concat(subjects().stream(), files.map(Path.class::cast)).toArray(Path[]::new);
    }

    /** The file that is written; null where none is wanted. It is checked before any work. */
    OutputPath out(Overwrite overwrite) {
        Optional<Path> own = out().map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(file -> subjects().stream()
                        .anyMatch(each -> measurement.ownFile(each).equals(Optional.of(file))));
        return own.isPresent()
                ? OutputPath.file(own.get(), overwrite.existing())
                : overwrite.file(MeasurementReport.TAKEN, out().orElse(null), inputs());
    }

    /** @param out the file that is written besides, or null */
    S settings(Overwrite overwrite, OutputPath out) {
        Map<String, Object> values = new HashMap<>(given);
        List<OutputPath> others = new ArrayList<>(Stream.ofNullable(out).toList());
        for (Setting setting : Setting.of(measurement)) {
            setting.written().filter(any -> given.get(setting.option()) != null).ifPresent(written -> {
                OutputPath target = target(overwrite, get(setting.option()), written);
                others.forEach(target::apartFrom);
                others.add(target);
                values.put(setting.option(), target);
            });
        }
        return OptionValues.named("--set", () -> Setting.settings(measurement, each -> values.get(each.option())));
    }

    private OutputPath target(Overwrite overwrite, Path path, Setting.Written written) {
        return written.endings().length == 0
                ? overwrite.folder(path, measurement.writes(), inputs())
                : overwrite.file(List.of(written.endings()), path, inputs());
    }
}
