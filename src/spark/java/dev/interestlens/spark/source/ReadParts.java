package dev.interestlens.spark.source;

import dev.interestlens.data.source.load.Audit;
import dev.interestlens.data.source.load.EventEngine.Out;
import dev.interestlens.data.source.load.EventEngine.Reject;
import dev.interestlens.data.source.load.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results of tasks for the parts of a log, presented as if one machine had read the whole log.
 *
 * @param records of each part, including those that are not rows
 * @param firsts number of the first row of each part; behind them the number of all rows
 */
record ReadParts(LogParts log, long[] records, List<LogReader.Read> reads, long[] firsts) {
    /** From the scans and the results of reading each part. */
    static ReadParts of(LogParts log, List<LogReader.Scanned> scans, List<LogReader.Read> reads) {
        long[] firsts = new long[reads.size() + 1];
        for (int n = 0; n < reads.size(); n++) {
            firsts[n + 1] = firsts[n] + reads.get(n).rows();
        }
        long[] records =
                scans.stream().mapToLong(scan -> scan.summary().records()).toArray();
        return new ReadParts(log, records, List.copyOf(reads), firsts);
    }

    /** Number of all rows. */
    long rows() {
        return firsts[reads.size()];
    }

    /** The files with the rows. */
    List<Cluster.RawFile> files() {
        List<Cluster.RawFile> files = new ArrayList<>();
        for (int n = 0; n < reads.size(); n++) {
            files.add(new Cluster.RawFile(n, reads.get(n).name(), firsts[n]));
        }
        return files;
    }

    /** Whether some row, which may be left out later, has a time that is not a whole second. */
    boolean mayHaveFractions() {
        return reads.stream().anyMatch(read -> read.fractions() > 0);
    }

    /** Number of rows up to the end of a file. */
    long end(int file) {
        long end = 0;
        for (LogPart part : log.parts()) {
            end = part.file() <= file ? firsts[part.number() + 1] : end;
        }
        return end;
    }

    /** Records of a file that are not rows; tasks number the records within their part, here they are numbered within the file. */
    List<Reject> rejects(int file) {
        List<Reject> all = new ArrayList<>();
        long before = 0;
        for (LogPart part : log.ofFile(file)) {
            for (Reject reject : reads.get(part.number()).rejects()) {
                all.add(new Reject(before + reject.record(), reject.type(), reject.text()));
            }
            before += records[part.number()];
        }
        return all;
    }

    /** The rows that are left out, by reason. */
    List<Out> out(LogLines.Span span) {
        Map<String, Out> all = new TreeMap<>();
        for (int n = 0; n < reads.size(); n++) {
            if (firsts[n] < span.first() || firsts[n + 1] > span.end() || firsts[n] == firsts[n + 1]) {
                continue;
            }
            long first = firsts[n];
            reads.get(n).out().forEach((reason, out) -> {
                List<Long> rows = out.first().stream().map(row -> first + row).toList();
                all.merge(reason, new Out(reason, out.count(), rows), ReadParts::sum);
            });
        }
        return List.copyOf(all.values());
    }

    private static Out sum(Out one, Out next) {
        List<Long> first = new ArrayList<>(one.first());
        next.first().stream().limit(Audit.FIRST - first.size()).forEach(first::add);
        return new Out(one.reason(), one.count() + next.count(), first);
    }
}
