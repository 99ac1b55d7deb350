package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Adds the command of each measurement to those of the program, before the one that asks questions with them. */
final class MeasurementCommands implements IModelTransformer {
    private static final String NEXT = "question";

    /** Exit codes of one that judges. */
    private static final int ANSWERS = 3;

    private final Console console;
    private final List<Measurement<?, ?>> all;

    MeasurementCommands(Console console, List<Measurement<?, ?>> all) {
        this.console = console;
        this.all = all;
    }

    /** Of all measurements. */
    static MeasurementCommands of(Console console) {
        return new MeasurementCommands(console, Measurements.all());
    }

    @Override
    public CommandSpec transform(CommandSpec program) {
        Map<String, CommandLine> behind = new LinkedHashMap<>(program.subcommands());
        behind.keySet()
                .removeAll(behind.keySet().stream()
                        .takeWhile(name -> !name.equals(NEXT))
                        .toList());
        behind.keySet().forEach(program::removeSubcommand);
        all.forEach(each -> add(program, each));
        behind.forEach(program::addSubcommand);
        return program;
    }

    private Map<String, String> codes(Measurement<?, ?> measurement, Locale language) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int code = 0; code < ANSWERS; code++) {
            codes.put(String.valueOf(code), measurement.words("code." + code).in(language));
        }
        codes.put("64, 70", console.text("answers.wrong"));
        codes.put("3, 4, 130", console.text("answers.others"));
        return codes;
    }

    private <S extends Record, R> void add(CommandSpec program, Measurement<S, R> measurement) {
        MeasurementOptions<S> options = new MeasurementOptions<>(measurement);
        MeasurementCommand<S, R> made = new MeasurementCommand<>(measurement, options);
        made.on(console);
        CommandLine line = new CommandLine(made, new Parts(console));
        CommandSpec command = line.getCommandSpec().name(measurement.id());
        Locale language = console.locale();
        command.usageMessage().description(measurement.words("command").in(language));
        command.usageMessage().footer(measurement.words("example").in(language));
        options.addTo(command);
        if (measurement.isJudging()) {
            command.usageMessage().exitCodeListHeading(console.text("answers.heading"));
            command.usageMessage().exitCodeList(codes(measurement, language));
        }
        program.addSubcommand(measurement.id(), line);
        options.explain(command, language); // at last: a command takes the words of the program that it is added to
    }
}
