package dev.interestlens;

import dev.interestlens.cli.CommandLineProgram;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the program: the window without an argument, with {@code open} or with a bundle to look at; else a command. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        boolean bundle =
                arguments.length == 1 && arguments[0].endsWith(".ilens") && Files.exists(Path.of(arguments[0]));
        boolean window = arguments.length == 0 || bundle || arguments.length == 1 && arguments[0].equals("open");
        if (!window) {
            System.exit(CommandLineProgram.onConsole().run(arguments));
        } else if (App.canShow()) {
            App.open(bundle ? arguments : new String[0]);
        } else {
            System.exit(CommandLineProgram.onConsole().withoutDisplay());
        }
    }
}
