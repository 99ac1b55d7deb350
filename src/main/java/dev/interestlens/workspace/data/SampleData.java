package dev.interestlens.workspace.data;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The synthetic shop that is part of the program. */
public final class SampleData {
    private static final List<String> FILES = List.of("events.csv", "items.csv", "causes.csv", "params.json");

    private SampleData() {}

    /** Unpacks it into a folder, where it does not exist yet; returns the folder. */
    public static Path unpack(Disk disk, Path folder) {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                continue;
            }
            try (InputStream in = SampleData.class.getResourceAsStream("/sample-data/" + name)) {
                if (in == null) {
                    throw Problem.internal(SampleData.class, "sampleMissing").exception();
                }
                AtomicFile.write(disk, file, in::transferTo);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }
}
