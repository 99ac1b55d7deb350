package dev.interestlens.job;

import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archive of loaded classes of an installed program: with it, Java reads the program's own classes ready for use and the window is there sooner.
 * An archive is valid only for the paths and files it was made from. So the installed program makes it itself, from the list of classes that is
 * installed with it, and makes it again after it was moved. Java ignores an archive that does not fit.
 *
 * @param runtime folder of the Java that came with the program
 * @param app folder of its jars and of the list
 * @param classPath as Java was given it
 */
public record ClassArchive(Path runtime, Path app, String classPath) {
    private static final String LIST = "classes.lst";
    private static final String KEY = "classes.key";

    /**
     * The archive of this program, where it was installed with its own Java and a list of classes; Linux only: elsewhere the archive is locked or
     * signed.
     */
    public static Optional<ClassArchive> ofThis() {
        String launcher = System.getProperty("jpackage.app-path");
        if (launcher == null || !System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Path app = Path.of(launcher).resolveSibling("../lib/app").normalize();
        return Files.exists(app.resolve(LIST))
                ? Optional.of(new ClassArchive(
                        Path.of(System.getProperty("java.home")), app, System.getProperty("java.class.path")))
                : Optional.empty();
    }

    private Path archive() {
        return runtime.resolve("lib/server/classes.jsa");
    }

    /** Whether it should be made and the user has the permission. */
    public boolean isWanted() {
        return Files.isWritable(archive().getParent()) && Files.isWritable(app.resolve(KEY)) && !isCurrent();
    }

    /** Whether it was made of these files in this place. */
    public boolean isCurrent() {
        try {
            return Files.readString(app.resolve(KEY)).equals(key());
        } catch (IOException e) {
            return false; // there is none
        }
    }

    /** What an archive depends on: path, size and time of every jar. */
    private String key() throws IOException {
        StringBuilder jars = new StringBuilder(runtime.toString());
        for (String jar : classPath.split(File.pathSeparator)) {
            Path file = Path.of(jar);
            jars.append('\n')
                    .append(jar)
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return Sha256.of(jars.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes it in a process of its own, at low priority, and puts it in its place in one step: seconds of work.
     *
     * @return completes with whether it was made; where it was not, Java's output is beside the list
     */
    public CompletableFuture<Boolean> make() throws IOException {
        String key = key();
        removeUnfinished();
        Path made = archive()
                .resolveSibling("classes.jsa." + ProcessHandle.current().pid());
        Path words = app.resolve("classes.log");
        Process process = new ProcessBuilder(commandLine(made))
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        process.getOutputStream().close();
        return process.onExit().thenApply(ended -> {
            return FileAccess.get(() -> {
                if (ended.exitValue() != 0 || !Files.exists(made)) {
                    Files.deleteIfExists(made);
                    return false;
                }
                Files.move(made, archive(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(app.resolve(KEY), key);
                Files.delete(words);
                return true;
            });
        });
    }

    /** Removes what a process left that ended before its archive was complete. */
    private void removeUnfinished() throws IOException {
        Pattern unfinished = Pattern.compile("classes\\.jsa\\.(\\d{1,18})");
        try (Stream<Path> files = Files.list(archive().getParent())) {
            for (Path file : files.toList()) {
                Matcher name = unfinished.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.delete(file);
                }
            }
        }
    }

    List<String> commandLine(Path made) {
        List<String> line = new ArrayList<>();
        Program.found("nice").ifPresent(nice -> line.addAll(List.of(nice, "-n", "15")));
        line.addAll(List.of(
                runtime.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + app.resolve(LIST),
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                classPath));
        return line;
    }
}
