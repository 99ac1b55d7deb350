package dev.interestlens.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of folder that this program makes, such as a run.
 *
 * @param marks files that each such folder has, with a text that is near the beginning of each
 * @param contents matches the path, within the folder, of each file that the program puts there, with {@code /} between names
 * @param closed whether nothing else may be written into such a folder
 */
public record FolderKind(Map<String, String> marks, Pattern contents, boolean closed) {
    private static final int BEGINNING = 1 << 16;

    public FolderKind {
        marks = Map.copyOf(marks);
        Objects.requireNonNull(contents);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a kind without a mark is every folder");
        }
    }

    /** Whether a folder is one of this kind. */
    public boolean is(Path folder) {
        return marks.entrySet().stream().allMatch(mark -> begins(folder.resolve(mark.getKey()), mark.getValue()));
    }

    private static boolean begins(Path file, String text) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            return true; // what cannot be read is left alone
        }
    }

    /** The first file in a folder that the program did not put there; empty where there is none. */
    Optional<Path> foreign(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path) || Files.isSymbolicLink(path))
                    .filter(path -> !TemporaryName.is(path)
                            && !contents.matcher(name(folder, path)).matches())
                    .findFirst();
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
