package dev.interestlens.data.source.load;

import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files as they were before they were read. One that is read several times must not change meanwhile: its sum would be that of other rows. Of a copy that
 * was made while the sum was computed this does not matter.
 */
record Unchanged(Map<Path, Unchanged.Stamp> before) {
    record Stamp(FileTime time, long size) {
        static Stamp of(Path file) {
            return FileAccess.get(() -> new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
        }
    }

    static Unchanged of(Collection<Path> files) {
        Map<Path, Stamp> stamps = new LinkedHashMap<>();
        files.forEach(file -> stamps.put(file, Stamp.of(file)));
        return new Unchanged(stamps);
    }

    /** @throws dev.interestlens.store.ProblemException where one is not as it was */
    void require(Collection<TextTable> tables) {
        for (TextTable table : tables) {
            Path file = table.head().file();
            boolean here = table.readable().equals(file) && before.containsKey(file);
            if (here && !before.get(file).equals(Stamp.of(file))) {
                throw Problem.badInput(Unchanged.class, "changed", file)
                        .with("bytes", table.source().bytes())
                        .exception("now", Stamp.of(file).size());
            }
        }
    }
}
