package dev.interestlens.data;

import dev.interestlens.store.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a vocabulary: texts one after another, and where each of them starts. */
public final class TextWriter implements AutoCloseable {

    private final ColumnWriter text;
    private final ColumnWriter starts;

    public TextWriter(Disk disk, Path folder, String vocabulary) throws IOException {
        text = new ColumnWriter(disk, folder, Layout.text(vocabulary));
        starts = new ColumnWriter(disk, folder, Layout.starts(vocabulary));
        starts.putLong(0);
    }

    /** Adds the next text; null counts as empty. */
    public void add(String value) throws IOException {
        if (value != null) {
            text.put(value.getBytes(StandardCharsets.UTF_8));
        }
        starts.putLong(text.bytes());
    }

    public List<ColumnSum> finish() throws IOException {
        return List.of(text.finish(), starts.finish());
    }

    @Override
    public void close() throws IOException {
        try {
            text.close();
        } finally {
            starts.close();
        }
    }
}
