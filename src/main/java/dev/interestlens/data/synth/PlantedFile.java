package dev.interestlens.data.synth;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A text file of a planted log, written atomically. */
interface PlantedFile {
    void writeTo(Writer out) throws IOException;

    /** Positions in a cell. */
    static String places(int... positions) {
        return Arrays.stream(positions).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    static void write(Disk disk, Path file, PlantedFile text) {
        AtomicFile.write(disk, file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        });
    }
}
