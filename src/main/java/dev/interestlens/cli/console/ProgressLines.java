package dev.interestlens.cli.console;

import dev.interestlens.model.config.Allowed;
import picocli.CommandLine.Option;

/** The option of commands that tell a program how far they are and what they found. */
public final class ProgressLines {
    @Option(names = "--progress")
    @Allowed(values = "json")
    private String progress;

    /** Whether each event is a JSON line on standard output. */
    public boolean wanted() {
        return progress != null;
    }

    /** Progress as it was asked for: such lines, or words for people. */
    public PrintedProgress printed(Console console, Interrupt interrupt) {
        return new PrintedProgress(console, wanted(), interrupt);
    }
}
