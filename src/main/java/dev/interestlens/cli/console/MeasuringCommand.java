package dev.interestlens.cli.console;

import picocli.CommandLine.Mixin;

/** A command that works for a while and tells how far it is. */
public abstract class MeasuringCommand extends WritingCommand {
    @Mixin
    protected ProgressLines progress;
}
