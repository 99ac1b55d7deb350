package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sum of a source is that of the rows that were read, also where something is still writing to it. */
class GrowingLogTest {
    private static final String ROWS =
            "user,item,time\na,x,1600000000\nb,y,1600000300\na,y,1600000600\nb,x,1600000900\n";

    @TempDir
    private Path folder;

    /** Another program appends a row when the scan, which computes the sum, is over. */
    private record Writing(Path log) implements Progress {
        @Override
        public void at(String stage, double fraction) {
            if (stage.equals("read")) {
                try {
                    Files.writeString(log, "a,z,1600001200\n", StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void aLogThatGrowsWhileItIsReadIsRefused() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), ROWS);
        Path out = folder.resolve("data");
        Problem problem = assertThrows(
                        ProblemException.class,
                        () -> Sources.prepare(List.of(log), PrepareOptions.defaults(), out, new Writing(log)))
                .problem();
        assertThat(problem.key()).isEqualTo("changed");
        assertThat(problem.place()).isEqualTo("log.csv");
        assertThat(out).doesNotExist();
    }

    @Test
    void ofACopyTheSumIsThatOfItsRows() throws IOException {
        byte[] bytes = ("\ufeff" + ROWS).getBytes(StandardCharsets.UTF_16LE);
        Path log = Files.write(folder.resolve("log.csv"), bytes);
        try (PreparedDataset data =
                Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("data"), new Writing(log))) {
            assertThat(data.events()).isEqualTo(4);
            assertThat(data.info().origin().sources().get(0).sha256()).isEqualTo(Sha256.of(bytes));
            assertThat(Files.size(log)).isGreaterThan(bytes.length);
        }
    }
}
