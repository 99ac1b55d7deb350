package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Some rows of a file: its first ones, and of a large text without compression also rows from all its parts. What is read is bounded. */
public final class SampledRows {
    private static final int FIRST = 8000;
    private static final int PARTS = 8;
    private static final int BYTES = 1 << 16;

    private SampledRows() {}

    public static List<List<String>> of(TextHead head, PrepareOptions options) {
        if (head.kind() != FileKind.TABLE) {
            return head.rows();
        }
        TextSample sample = TextSample.of(
                head.file(), options.with("encoding", head.charset().name()));
        int header = head.dialect().header() ? 1 : 0;
        List<List<String>> first =
                RowCutter.of(Preamble.of(sample.text()).rest(), head.dialect(), sample.complete(), FIRST + header);
        List<List<String>> rows = new ArrayList<>(first.subList(Math.min(header, first.size()), first.size()));
        if (!sample.complete()) {
            rows.addAll(spread(head));
        }
        return rows;
    }

    // A part may begin within a quoted value: its rows of another width are left out.
    private static List<List<String>> spread(TextHead head) {
        List<List<String>> rows = new ArrayList<>();
        int width = head.columns().size();
        try {
            if (Compression.isPacked(head.file()) || head.charset().name().startsWith("UTF-16")) {
                return rows;
            }
            try (FileChannel file = FileChannel.open(head.file())) {
                for (int part = 1; part <= PARTS; part++) {
                    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
                    file.read(bytes, Math.max(0, file.size() * part / PARTS - BYTES));
                    String text = head.charset().decode(bytes.flip()).toString();
                    String whole = text.substring(text.indexOf('\n') + 1);
                    RowCutter.of(whole, head.dialect(), false, FIRST / PARTS).stream()
                            .filter(row -> row.size() == width)
                            .forEach(rows::add);
                }
            }
        } catch (IOException e) {
            throw Compression.unreadable(head.file(), e);
        }
        return rows;
    }
}
