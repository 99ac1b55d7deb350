package dev.interestlens.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.Layout;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.spark.source.Cluster;
import dev.interestlens.spark.source.ClusterEngine;
import dev.interestlens.spark.source.LogPart;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster reads a log in the encoding that its beginning suggests, or in the one that a person names, and says so. */
class ClusterEncodingTest {
    @TempDir
    private Path folder;

    /** A file of ASCII, with an umlaut of windows-1252 in a row that no guess looks at: behind a megabyte, and before no eighth of the file. */
    private Path log() throws IOException {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int row = 0; row < 80_000; row++) {
            text.append("u")
                    .append(row % 50)
                    .append(",item")
                    .append(row % 70)
                    .append(",160000")
                    .append(1000 + row % 9000);
            text.append('\n');
            if (row == 52_800) {
                text.append("u1,h\u00f6ren,1600002000\n");
            }
        }
        return Files.write(folder.resolve("log.csv"), text.toString().getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void aClusterThatCannotTryOtherEncodingsSaysWhatToName() throws IOException {
        Path log = log();
        Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("here"), Progress.none())
                .close(); // one machine guesses from there on

        Problem problem = refused(log, PrepareOptions.defaults());
        assertThat(problem.key()).isEqualTo("encodingOnCluster");
        assertThat(problem.place()).startsWith("log.csv:52803");
        assertThat(problem.fix(Locale.ENGLISH)).contains("--encoding windows-1252");

        assertThat(refused(log, PrepareOptions.defaults().with("encoding", "UTF-8"))
                        .key())
                .isEqualTo("encoding");
    }

    private Problem refused(Path log, PrepareOptions options) {
        OutputPath target = OutputPath.folder(folder.resolve("there"), Layout.KIND, OutputPath.Existing.REFUSED);
        return assertThrows(
                        ProblemException.class,
                        () -> ClusterEngine.prepare(List.of(log), options, target, Progress.none(), cluster(log)))
                .problem();
    }

    /** Scans parts on this machine; an import comes no further here. */
    private Cluster cluster(Path log) {
        InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
            case "partBytes" -> 100_000L;
            case "location" -> log.toString();
            case "size" -> Files.size(log);
            case "map" -> mapped(log, (List<?>) arguments[0], (Cluster.Task<?>) arguments[1]);
            case "close", "breakOff" -> null;
            default -> throw new AssertionError(method.getName());
        };
        return (Cluster) Proxy.newProxyInstance(Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, calls);
    }

    private List<Object> mapped(Path log, List<?> parts, Cluster.Task<?> task) throws IOException {
        List<Object> results = new ArrayList<>();
        for (Object part : parts) {
            results.add(task.run((LogPart) part, new Local(log, (LogPart) part)));
        }
        return results;
    }

    /** The bytes of a part, from its first record to its last. */
    private final class Local implements Cluster.Files {
        private final Path log;
        private final LogPart part;

        Local(Path log, LogPart part) {
            this.log = log;
            this.part = part;
        }

        @Override
        public Path local() throws IOException {
            if (part.kind() == LogPart.Kind.WHOLE) {
                return log;
            }
            byte[] all = Files.readAllBytes(log);
            int from = next(all, (int) part.from());
            int to = next(all, (int) part.to());
            Path place = Files.createDirectories(folder.resolve("part" + part.number()))
                    .resolve("log.csv");
            return Files.write(place, java.util.Arrays.copyOfRange(all, from, to));
        }

        /** The first record that begins at a byte or behind it. */
        private static int next(byte[] all, int from) {
            int at = from;
            while (at > 0 && at < all.length && all[at - 1] != '\n') {
                at++;
            }
            return Math.min(at, all.length);
        }

        @Override
        public InputStream whole() throws IOException {
            return Files.newInputStream(log);
        }

        @Override
        public Path work() {
            try {
                return Files.createDirectories(folder.resolve("work"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String publish(Path file) {
            throw new AssertionError(file.toString());
        }
    }
}
