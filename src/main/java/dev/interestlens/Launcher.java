package dev.interestlens;

import dev.interestlens.cli.CommandLineProgram;

/** Starts the program. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.onConsole().run(arguments));
    }
}
