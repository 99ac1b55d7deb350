package dev.interestlens;

import dev.interestlens.cli.CommandLineProgram;

/** Starts the program: the window without an argument (or {@code open}), else a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        boolean window = arguments.length == 0 || arguments.length == 1 && arguments[0].equals("open");
        if (!window) {
            System.exit(CommandLineProgram.onConsole().run(arguments));
        } else if (App.canShow()) {
            App.open();
        } else {
            System.exit(CommandLineProgram.onConsole().withoutDisplay());
        }
    }
}
