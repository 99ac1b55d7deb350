package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Layout;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The data set of a log is today what it was when these sums were written down: ids of rows and items rest on it. */
@Tag("thorough")
class SameBytesTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aLogGivesTheBytesThatItAlwaysGave() {
        Map<String, String> sums = sums();
        return LogSamples.all().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.name(), () -> assertThat(sum(sample)).isEqualTo(sums.get(sample.name()))));
    }

    private String sum(LogSamples.Sample sample) throws IOException {
        Path source = folder.resolve(sample.name());
        Path out = folder.resolve(sample.name() + "-out");
        Sources.prepare(sample.write(source), sample.options(), out, Progress.none())
                .close();
        return Sha256.of(Files.readAllBytes(out.resolve(Layout.SUMS)));
    }

    private static Map<String, String> sums() {
        try (InputStream in = SameBytesTest.class.getResourceAsStream("same-bytes.txt")) {
            Map<String, String> sums = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> sums.put(line.split(" ")[0], line.split(" ")[1]));
            return sums;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
