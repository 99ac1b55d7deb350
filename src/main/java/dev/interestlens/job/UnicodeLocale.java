package dev.interestlens.job;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Runs the program again where the locale (POSIX, as in many containers) has no letters beyond ASCII. Java then cannot name files with other letters,
 * and has lost such letters of its arguments; a running Java cannot change that. The second process has the locale C.UTF-8 and reads the arguments as
 * the first one got them, from {@code /proc}.
 */
public final class UnicodeLocale {
    private static final String ARGUMENTS = "INTEREST_LENS_ARGUMENTS";
    private static final String LOCALE = "C.UTF-8";
    private static final int KILLED = 137;

    private UnicodeLocale() {}

    /** Whether this process can name any file. */
    public static boolean isHere() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                .newEncoder()
                .canEncode('汉');
    }

    /** The arguments of the first process; the given ones where this is the first. */
    public static String[] arguments(String[] given) {
        String from = System.getenv(ARGUMENTS);
        if (from == null || !from.matches("\\d+ \\d+")) {
            return given;
        }
        int space = from.indexOf(' ');
        long parent = Long.parseLong(from.substring(0, space));
        List<String> line = commandLine(parent);
        int count = Integer.parseInt(from.substring(space + 1));
        if (line.size() < count) {
            return given;
        }
        Parent.whenGone(ProcessHandle.of(parent), () -> Runtime.getRuntime().halt(KILLED));
        return line.subList(line.size() - count, line.size()).toArray(String[]::new);
    }

    /**
     * Runs the program again if that is needed for its arguments and possible, and waits for it. Returns its exit code; empty where it was not run.
     */
    public static OptionalInt runAgain(String[] arguments) {
        boolean needed = !isHere()
                && System.getenv(ARGUMENTS) == null
                && Arrays.stream(arguments).anyMatch(text -> text.chars().anyMatch(letter -> letter > 127));
        List<String> line = needed ? commandLine(ProcessHandle.current().pid()) : List.of();
        if (line.size() <= arguments.length) {
            return OptionalInt.empty();
        }
        List<String> again = new ArrayList<>(line.subList(0, line.size() - arguments.length));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (Files.isExecutable(java)) {
            again.set(0, java.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(again)
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        builder.environment().put("LC_ALL", LOCALE);
        builder.environment().put(ARGUMENTS, ProcessHandle.current().pid() + " " + arguments.length);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "second process"));
            return OptionalInt.of(process.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty(); // the command then says which locale it needs
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(130);
        }
    }

    /** Ends the second process as the first one was ended, so that it can save its state. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The arguments with which a process was started; empty where the system does not tell. */
    private static List<String> commandLine(long process) {
        Path file = Path.of("/proc", Long.toString(process), "cmdline");
        try {
            String words = Files.isReadable(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            return words.isEmpty()
                    ? List.of()
                    : List.of(words.substring(0, words.length() - 1).split("\0", -1));
        } catch (IOException e) {
            return List.of(); // not in UTF-8 either
        }
    }
}
