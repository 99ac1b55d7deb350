package dev.interestlens;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.job.UnicodeLocale;
import dev.interestlens.nn.Offline;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Starts the program: the window without an argument or with a bundle to look at; else a command. */
public final class Launcher {
    private static final String LOG_SETTINGS = "logback.configurationFile";

    private Launcher() {}

    public static void main(String[] given) {
        OptionalInt code = UnicodeLocale.runAgain(given);
        if (code.isPresent()) {
            System.exit(code.getAsInt());
        }
        String[] arguments = UnicodeLocale.arguments(given);
        boolean window = isForWindow(arguments);
        if (window) {
            logTo(Workspace.ofUser().logs());
        }
        Offline.enforce();
        if (!window) {
            System.exit(CommandLineProgram.onConsole().run(arguments));
        } else if (!canShow()) {
            System.exit(CommandLineProgram.onConsole().withoutDisplay());
        } else if (isUnix() && !CommandLineProgram.tries(App::startToolkit)) {
            System.exit(CommandLineProgram.onConsole().withoutToolkit());
        } else {
            App.open(arguments);
        }
    }

    /** Whether there is no command: nothing at all, or a bundle to look at. */
    static boolean isForWindow(String... arguments) {
        return arguments.length == 0
                || arguments.length == 1 && arguments[0].endsWith(".ilens") && Files.exists(Path.of(arguments[0]));
    }

    /**
     * Sends the log to a file; called before any class has a logger, which fixes where it goes. Commands log to their console instead, which is a
     * file where the window started them.
     */
    private static void logTo(Path folder) {
        System.setProperty("interestlens.logs", folder.toString());
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "logback-window.xml");
        }
    }

    /** Whether a window can be shown here. */
    private static boolean canShow() {
        return !isUnix()
                || System.getProperty("glass.platform") != null
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** Whether windows need libraries of the system; on other systems they come with Java. */
    private static boolean isUnix() {
        String system = System.getProperty("os.name");
        return !system.startsWith("Windows") && !system.startsWith("Mac");
    }
}
