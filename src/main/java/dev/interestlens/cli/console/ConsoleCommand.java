package dev.interestlens.cli.console;

import picocli.CommandLine.Command;

/** A command that prints to a console, which it is given before it runs. */
@Command(mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
public abstract class ConsoleCommand {
    protected Console console;

    /** Gives it the console. */
    public final void on(Console its) {
        console = its;
    }
}
