package dev.interestlens.workspace.data;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.WholeFile;
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
            byte[] bytes = bytes(name);
            AtomicFile.write(disk, file, out -> out.write(bytes));
        }
        return folder;
    }

    /** A file of the sample. */
    public static byte[] bytes(String name) {
        if (SampleData.class.getResource("/sample-data/" + name) == null) {
            throw Problem.internal(SampleData.class, "sampleMissing").exception();
        }
        return WholeFile.resource(SampleData.class, "/sample-data/" + name);
    }
}
