package dev.interestlens.data.source.load;

import dev.interestlens.data.Layout;
import dev.interestlens.store.FileAccess;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of rejected rows: file, line, reason, text. Created with the first row; at most {@link #MAX} rows. */
final class RejectedRows implements AutoCloseable {

    static final int MAX = 100_000;

    private final Path folder;
    private BufferedWriter out;
    private int rows;

    RejectedRows(Path folder) {
        this.folder = folder;
    }

    void add(String file, long line, String reason, String text) {
        if (rows == MAX) {
            return;
        }
        FileAccess.run(() -> {
            if (out == null) {
                out = Files.newBufferedWriter(folder.resolve(Layout.REJECTED), StandardCharsets.UTF_8);
                out.write("file,line,reason,text\n");
            }
            out.write(quoted(file) + "," + line + "," + reason + "," + quoted(text == null ? "" : text) + "\n");
        });
        rows++;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        if (out != null) {
            FileAccess.run(out::close);
        }
    }
}
