package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.ConsoleCommand;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and gives them the console. */
public record Parts(Console console) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == MeasurementCommands.class) {
            return type.cast(MeasurementCommands.of(console));
        }
        K made = CommandLine.defaultFactory().create(type);
        if (made instanceof ConsoleCommand command) {
            command.on(console);
        }
        return made;
    }
}
