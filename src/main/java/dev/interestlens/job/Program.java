package dev.interestlens.job;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start a program in a Java virtual machine.
 *
 * @param before what precedes the virtual machine on the command line, such as a program that limits it
 * @param options of the virtual machine, such as {@code -Xmx2g}
 */
public record Program(List<String> before, List<String> options, String mainClass) {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int MIN_HEAP = 512;
    private static final int FIRST_TO_ASK_FOR_NATIVE_ACCESS = 22;
    private static final List<String> INHERITED = List.of(
            "interestlens.home",
            "ai.djl.offline",
            "DJL_CACHE_DIR",
            "java.io.tmpdir",
            "user.home",
            "user.language",
            "user.country");

    public Program(List<String> options, String mainClass) {
        this(List.of(), options, mainClass);
    }

    public Program {
        before = List.copyOf(before);
        options = List.copyOf(options);
    }

    /** This program: the same Java, the same classes and settings. */
    public static Program same(Class<?> main) {
        return new Program(List.of(), main.getName());
    }

    /**
     * The same for a training: its heap holds the tables and almost no other long-lived objects. A young generation of fixed size keeps the resident
     * memory constant for hours; a heap that begins small holds what is needed and no garbage of the start; tables of ten million rows may take most of
     * the machine's memory.
     */
    public Program training() {
        return with("-XX:+UseSerialGC", "-Xms128m", "-Xmn64m", "-XX:MaxRAMPercentage=70");
    }

    public Program with(String... more) {
        return new Program(
                before, Stream.concat(options.stream(), Arrays.stream(more)).toList(), mainClass);
    }

    /** The same with a small heap, and these limits for what it computes. */
    Program within(Limits limits) {
        return new Program(limits.prefix(), options, mainClass)
                .with(
                        "-Xmx512m", "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=64m",
                        "-XX:CompressedClassSpaceSize=64m", "-XX:-CreateCoredumpOnCrash");
    }

    /** The command line of a command that answers requests: at normal priority, with a limit of memory but none of time. */
    List<String> serviceLine(int megabytes, Path errorFile, List<String> arguments) {
        List<String> line = new ArrayList<>();
        found("setsid").ifPresent(line::add);
        line.addAll(Limits.memoryPrefix(megabytes));
        Path java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            line.add(System.getProperty("jpackage.app-path"));
            line.addAll(arguments);
            return line;
        }
        Program inside = new Program(List.of(), options, mainClass)
                .with(
                        "-Xmx" + Math.max(MIN_HEAP, megabytes / 2) + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-XX:-CreateCoredumpOnCrash");
        line.add(java.toString());
        line.addAll(inside.virtualMachine(errorFile));
        line.add(mainClass);
        line.addAll(arguments);
        return line;
    }

    /** The command line, at low priority and in a session of its own (so that Ctrl-C does not reach it) where the system can. */
    List<String> commandLine(Path errorFile, List<String> arguments) {
        List<String> line = new ArrayList<>();
        found("setsid").ifPresent(line::add);
        found("nice").ifPresent(nice -> line.addAll(List.of(nice, "-n", "10")));
        line.addAll(before);
        Path java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
        if (Files.isExecutable(java)) {
            line.add(java.toString());
            line.addAll(virtualMachine(errorFile));
            line.add(mainClass);
        } else {
            line.add(System.getProperty("jpackage.app-path")); // installed with a Java that has no command of its own
        }
        line.addAll(arguments);
        return line;
    }

    private List<String> virtualMachine(Path errorFile) {
        List<String> line = new ArrayList<>();
        line.add("-cp");
        line.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)));
        line.add("-XX:ErrorFile=" + errorFile);
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-Djava.awt.headless=true");
        line.add("-Dfile.encoding=UTF-8");
        if (Runtime.version().feature() >= FIRST_TO_ASK_FOR_NATIVE_ACCESS) {
            line.add("--enable-native-access=ALL-UNNAMED");
        }
        for (String name : INHERITED) {
            String value = System.getProperty(name);
            if (value != null) {
                line.add("-D" + name + "=" + value);
            }
        }
        line.addAll(options);
        return line;
    }

    static Optional<String> found(String command) {
        if (WINDOWS) {
            return Optional.empty();
        }
        String folders = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
