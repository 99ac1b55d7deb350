package dev.interestlens.cli;

import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.store.Texts;
import dev.interestlens.workspace.measurement.Measurement;
import dev.interestlens.workspace.measurement.Measurement.Subject;
import dev.interestlens.workspace.measurement.Setting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        boolean many = measurement.subject() == Subject.RUNS;
        command.addOption(kept(subject(), many, Path.class).required(true).build());
        command.addOption(
                kept("out", false, Path.class).descriptionKey("measurement.out").build());
        for (Setting setting : Setting.of(measurement)) {
            OptionSpec.Builder option = kept(setting.name(), setting.isMany(), setting.type())
                    .userObject(setting.component())
                    .completionCandidates(
                            setting.allowed().map(OptionValues::texts).orElse(null));
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
            measurement.find("setting." + name).ifPresent(own -> words.put(name, own.in(language)));
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
        return measurement.subject() == Subject.RUNS ? get(subject()) : List.of(this.<Path>get(subject()));
    }

    Optional<Path> out() {
        return Optional.ofNullable(get("out"));
    }

    S settings() {
        return OptionValues.named("--set", () -> Setting.settings(measurement, setting -> given.get(setting.name())));
    }
}
