package dev.interestlens.data.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DuckDB's native library, which its driver unpacks (58 MB) into the folder for temporary files and removes when the process ends by itself. Where the
 * system says which files a process has loaded (Linux), its name is removed as soon as it is loaded, so that a killed process leaves nothing.
 */
final class UnpackedLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibrary.class);
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Pattern NAME = Pattern.compile("libduckdb_java\\d+\\.so");

    private UnpackedLibrary() {}

    /** Removes the file that this process has unpacked and loaded; of no other process, and no library that is installed. */
    static void remove() {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try {
            for (Path file : loaded()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("the unpacked library goes when the process ends", e);
        }
    }

    private static List<Path> loaded() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        return Files.readAllLines(LOADED, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .filter(file ->
                        NAME.matcher(file.getFileName().toString()).matches() && temporary.equals(file.getParent()))
                .distinct()
                .toList();
    }
}
