package dev.interestlens.spark.source;

import dev.interestlens.data.DatasetInfo.SourceFile;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.ScanSummary;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.layout.TableInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The parts that the files of a log are read in, one by each task.
 *
 * @param parts of all files, each in the order of its file
 * @param wholes one for each file that is read in several parts: a task reads it completely to compute its checksum
 */
record LogParts(List<LogPart> parts, List<LogPart> wholes) {
    /** Approximate size of a row of a Parquet file, so that parts of rows are about as large as parts of bytes. */
    private static final int BYTES_A_ROW = 16;

    /** @param rows counts the rows of a Parquet file */
    static LogParts of(List<TableInput> inputs, Cluster cluster, ToLongFunction<Path> rows) throws IOException {
        List<LogPart> parts = new ArrayList<>();
        List<LogPart> wholes = new ArrayList<>();
        for (int file = 0; file < inputs.size(); file++) {
            TextHead head = inputs.get(file).head();
            String location = cluster.location(head.file());
            long size = cluster.size(head.file());
            boolean parquet = head.kind() == FileKind.PARQUET;
            if (!parquet && !divisible(head)) {
                parts.add(new LogPart(parts.size(), file, location, LogPart.Kind.WHOLE, 0, size));
                continue;
            }
            long end = parquet ? rows.applyAsLong(head.file()) : size;
            long step = parquet ? cluster.partBytes() / BYTES_A_ROW : cluster.partBytes();
            LogPart.Kind kind = parquet ? LogPart.Kind.ROWS : LogPart.Kind.BYTES;
            for (long from = 0; from == 0 || from < end; from += step) {
                parts.add(new LogPart(parts.size(), file, location, kind, from, Math.min(end, from + step)));
            }
            wholes.add(new LogPart(wholes.size(), file, location, LogPart.Kind.WHOLE, 0, size));
        }
        return new LogParts(parts, wholes);
    }

    /** Whether every line feed of the file ends a record, and a record means the same without the others. */
    private static boolean divisible(TextHead head) throws IOException {
        return TextTable.plain(head)
                && (head.dialect().quote().equals(Dialect.NO_QUOTE)
                        || head.dialect().unseen())
                && head.kind() != FileKind.MIND_LINES;
    }

    /** The parts of one file. */
    List<LogPart> ofFile(int file) {
        return parts.stream().filter(part -> part.file() == file).toList();
    }

    /**
     * A file, combined from the results of its parts.
     *
     * @param scans of all parts
     * @param sums of {@link #wholes}
     * @param size of the file in bytes
     * @throws dev.interestlens.store.ProblemException where a part cannot be read, with the line number in the whole file
     */
    TextTable table(TextHead head, int file, List<LogReader.Scanned> scans, List<String> sums, long size) {
        List<ScanSummary> summaries = new ArrayList<>();
        String sum = "";
        for (LogPart part : ofFile(file)) {
            LogReader.Scanned scan = scans.get(part.number());
            if (scan.problem() != null) {
                long before = summaries.stream().mapToLong(ScanSummary::lines).sum();
                throw scan.problem().furtherDown(before).of(head.file()).exception();
            }
            summaries.add(scan.summary());
            sum = scan.sha256();
        }
        for (LogPart whole : wholes) {
            sum = whole.file() == file ? sums.get(whole.number()) : sum;
        }
        SourceFile source = new SourceFile(head.file().getFileName().toString(), size, sum);
        return new TextTable(head, head.file(), ScanSummary.of(summaries), source);
    }
}
