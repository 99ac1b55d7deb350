package dev.interestlens.workspace.score;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.workspace.RunCommand;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line for preparing a log, scoring pairs, or recommending items on Apache Spark. This program does not contain Spark: {@code
 * spark-submit} of the cluster runs the jar that the profile {@code spark} builds, with the required jars of this program.
 */
public record SparkSubmit(String master, Path program) {
    private static final String MAIN = "dev.interestlens.spark.Main";
    private static final List<String> ALWAYS = List.of("duckdb_jdbc-", "picocli-");
    private static final List<String> ONNX = List.of("onnxruntime-");

    /** PyTorch, which ranks catalogues, with what its binding to Java needs. */
    private static final List<String> ENGINE = List.of("api-", "pytorch-", "gson-", "jna-", "commons-compress-");

    /**
     * With the jars of the running program.
     *
     * @param master of the cluster; empty for the one that spark-submit is set up for
     */
    public static SparkSubmit of(String master) {
        return new SparkSubmit(master.strip(), running());
    }

    private static Path running() {
        try {
            return Path.of(SparkSubmit.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The libraries beside the program's jar, or on its class path. */
    private static List<Path> libraries(Path program) {
        Stream<Path> named = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of);
        File[] beside = program.resolveSibling("lib").toFile().listFiles();
        Stream<Path> inFolder = beside == null ? Stream.of() : Stream.of(beside).map(File::toPath);
        return Stream.concat(inFolder, named).filter(Files::exists).toList();
    }

    /** The jars of this program that a command needs, its own first. */
    private List<Path> jars(String command) {
        List<Path> libraries = libraries(program);
        List<Path> jars = new ArrayList<>(List.of(program));
        Stream.concat(ALWAYS.stream(), (command.equals("recommend") ? ENGINE : ONNX).stream())
                .flatMap(name -> libraries.stream()
                        .filter(path -> path.getFileName().toString().startsWith(name)))
                .distinct()
                .forEach(jars::add);
        return jars;
    }

    /** The line for a command of the jar and its arguments. */
    public String line(List<String> arguments) {
        return words(arguments).stream().map(RunCommand::quoted).collect(Collectors.joining(" "));
    }

    /** The same as the separate words of the shell command. */
    public List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("spark-submit", "--class", MAIN));
        if (!master.isEmpty()) {
            words.addAll(List.of("--master", master));
        }
        words.addAll(List.of("--conf", "spark.executor.memoryOverhead=1g", "--jars"));
        words.add(jars(arguments.get(0)).stream().map(Path::toString).collect(Collectors.joining(",")));
        words.add(program.resolveSibling("interest-lens-spark.jar").toString());
        words.addAll(arguments);
        return words;
    }

    /** The arguments of a preparation. */
    public static List<String> prepare(List<String> sources, PrepareOptions options, String out) {
        List<String> arguments = new ArrayList<>(List.of("prepare"));
        sources.forEach(source -> arguments.add(location(source)));
        arguments.addAll(List.of("--out", location(out)));
        arguments.addAll(map(options.mapping().written()));
        options.settings().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        return arguments;
    }

    /** The arguments that give columns to roles. */
    public static List<String> map(Map<String, String> columns) {
        return columns.isEmpty()
                ? List.of()
                : List.of(
                        "--map",
                        columns.entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(",")));
    }

    /** A location that is valid in any directory: local paths become absolute. */
    public static String location(String path) {
        return path.contains("://")
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }
}
