package dev.interestlens.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Python that has some modules.
 *
 * @param command what starts it
 */
public record Python(String command) {
    /** The first with all of them: the one of the PATH, or the system's. A test that finds none is left out, and says what it wants. */
    public static Python with(Path folder, String... modules) {
        String imports = "import " + String.join(", ", modules);
        return Stream.of("python3", "/usr/bin/python3")
                .map(Python::new)
                .filter(python -> python.run(folder, folder.resolve("imported"), Map.of(), "-c", imports) == 0)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("A Python with " + imports + ", which .ci/run installs"));
    }

    /** Its exit status; -1 where it could not be started. What it prints stands in a file, and its errors in one with ".err" added. */
    public int run(Path folder, Path out, Map<String, String> environment, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(
                        Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(new File(out + ".err"));
        process.environment().putAll(environment);
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            return -1; // there is no such program
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
