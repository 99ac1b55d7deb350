package dev.interestlens.cli.console;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that writes where a person says, and prints what it did as JSON where that is asked for. */
public abstract class WritingCommand extends ConsoleCommand {
    @Option(names = "--json")
    protected boolean json;

    @Mixin
    protected Overwrite overwrite;
}
