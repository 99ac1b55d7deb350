package dev.interestlens.data.source.file;

import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a person chose: the files of a folder, or single files.
 *
 * @param name of the folder, or of the only file without its ending
 * @param files those of a folder as a person counts their names, others as they were given
 */
public record SourceFiles(String name, List<Path> files) {

    private static final int NAMED = 8;

    public static SourceFiles of(List<Path> sources) {
        if (sources.isEmpty()) {
            throw Problem.usage(SourceFiles.class, "noSource").exception();
        }
        List<Path> files = new ArrayList<>();
        for (Path source : sources) {
            FileAccess.requireThere(source);
            if (Files.isDirectory(source)) {
                files.addAll(inside(source));
            } else {
                refuseEmpty(source);
                files.add(source.toAbsolutePath());
            }
        }
        if (files.isEmpty()) {
            throw Problem.badInput(SourceFiles.class, "emptyFolder", sources.get(0))
                    .exception();
        }
        refuseTwice(files);
        Path first = sources.get(0).toAbsolutePath().normalize();
        Path name = first.getFileName();
        boolean folder = Files.isDirectory(first);
        String text = name == null ? "data" : name.toString();
        return new SourceFiles(folder ? text : text.replaceFirst("\\..*$", ""), files);
    }

    private static void refuseTwice(List<Path> files) {
        Set<Path> known = new HashSet<>();
        for (Path file : files) {
            try {
                if (!known.add(file.toRealPath())) {
                    throw Problem.usage(SourceFiles.class, "sourceTwice", file).exception();
                }
            } catch (IOException e) {
                throw Compression.unreadable(file, e);
            }
        }
    }

    private static void refuseEmpty(Path file) {
        try {
            if (Files.size(file) == 0) {
                throw Problem.badInput(SourceFiles.class, "emptyFile", file).exception();
            }
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(Path::toAbsolutePath)
                    .sorted(new NaturalOrder())
                    .toList();
        } catch (IOException e) {
            throw Compression.unreadable(folder, e);
        }
    }

    /** The names of the first files. */
    public String names() {
        return names(files);
    }

    /** The names of the first of some files. */
    public static String names(List<Path> files) {
        return files.stream()
                        .map(file -> file.getFileName().toString())
                        .limit(NAMED)
                        .collect(Collectors.joining(", "))
                + (files.size() > NAMED ? " …" : "");
    }

    /** The file of this name, or this name with {@code .gz} or {@code .zst} behind it. */
    public Optional<Path> named(String wanted) {
        return files.stream()
                .filter(file -> Compression.plainName(file).equals(wanted))
                .findFirst();
    }

    /** The same; where only one file was chosen, also one that lies beside it: it is easily forgotten. */
    public Optional<Path> namedOrBeside(String wanted) {
        return named(wanted).or(() -> Optional.of(files.get(0).resolveSibling(wanted))
                .filter(file -> files.size() == 1 && Files.isRegularFile(file)));
    }
}
