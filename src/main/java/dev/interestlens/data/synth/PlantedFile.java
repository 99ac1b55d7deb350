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

/** A table of a planted log, written atomically as CSV. No value needs quotes. */
final class PlantedFile {
    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private long rows;

    private PlantedFile(Writer out) {
        this.out = out;
    }

    /** Writes the rows of a table. */
    interface Rows {
        void writeTo(PlantedFile file) throws IOException;
    }

    /** Writes a file of the folder; returns the number of its rows below the header. */
    static long write(Path folder, String name, String header, Rows rows) {
        long[] count = new long[1];
        AtomicFile.write(Disk.real(), folder.resolve(name), out -> {
            PlantedFile file = new PlantedFile(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            file.out.write(header + "\n");
            rows.writeTo(file);
            file.out.flush();
            count[0] = file.rows;
        });
        return count[0];
    }

    void row(Object... values) throws IOException {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : ",").append(values[i]);
        }
        out.append(line.append('\n'));
        rows++;
    }

    /** Positions in a cell. */
    static String places(int... positions) {
        return Arrays.stream(positions).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
