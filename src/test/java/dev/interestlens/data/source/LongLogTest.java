package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.Sources;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of more rows than the database reads at a time: each event still knows its place, with every rule that asks for one of several texts. */
class LongLogTest {
    private static final int ROWS = 400_000;
    private static final long FIRST = 1_600_000_000;
    private static final int STEP = 7_919;

    @TempDir
    private Path folder;

    @Test
    void everyEventKnowsItsPlaceInTheInput() throws IOException {
        Path log = folder.resolve("log.csv");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            out.write("user,item,category,label,event,time\n");
            for (int row = 0; row < ROWS; row++) {
                out.write("u" + row % 9_973 + ",i" + row % 211 + (row % 5 == 0 ? ",null," : ",c,")
                        + (row % 3 == 0 ? "no" : "yes") + ",k" + row % 6 + "," + time(row) + "\n");
            }
        }
        PrepareOptions options = PrepareOptions.defaults().with("eventTypes", "k0,k1,k2,k3,k4,k5");
        try (PreparedDataset data = Sources.prepare(List.of(log), options, folder.resolve("out"), Progress.none())) {
            assertThat(data.events()).isGreaterThan(ROWS / 2);
            for (long event = 0; event < data.events(); event++) {
                if (data.eventTime(event) != time(data.eventOrder(event))) {
                    assertThat(data.eventTime(event)).as("event " + event).isEqualTo(time(data.eventOrder(event)));
                }
            }
        }
    }

    /** Another one for each row, in no order. */
    private static long time(int row) {
        return FIRST + (long) row * STEP % ROWS;
    }
}
