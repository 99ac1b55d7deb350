package dev.interestlens.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native library that unpacks itself (DuckDB 58 MB, ONNX Runtime 24 MB) into the folder for temporary files, and is removed when the process ends by
 * itself. Where the system says which files a process has loaded (Linux), its name is removed as soon as it is loaded, so that a killed process
 * leaves nothing.
 */
public final class UnpackedLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibrary.class);
    private static final Path LOADED = Path.of("/proc/self/maps");

    private UnpackedLibrary() {}

    /**
     * Removes what this process has unpacked and loaded, with the folder that was made for it; of no other process, and no library that is installed.
     *
     * @param name of the file within the folder for temporary files, as in {@code libduckdb_java\d+\.so}
     */
    public static void remove(Pattern name) {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            for (Path file : loaded(temporary, name)) {
                Files.deleteIfExists(file);
                if (!file.getParent().equals(temporary)) {
                    removeEmpty(file.getParent());
                }
            }
        } catch (IOException e) {
            LOG.debug("the unpacked library goes when the process ends", e);
        }
    }

    private static List<Path> loaded(Path temporary, Pattern name) throws IOException {
        return Files.readAllLines(LOADED, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .filter(file -> file.startsWith(temporary)
                        && name.matcher(temporary.relativize(file).toString()).matches())
                .distinct()
                .toList();
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("another library lies in {} still", folder);
        }
    }
}
