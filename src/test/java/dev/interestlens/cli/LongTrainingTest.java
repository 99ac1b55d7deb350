package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.Launcher;
import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.Program;
import dev.interestlens.job.Wish;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resident memory of a trainer that runs for long, as the system counts it: {@code mvn verify -Pfull}, or {@code -Dsoak.minutes=30}. */
@Tag("thorough")
class LongTrainingTest {
    private static final int MINUTES = Integer.getInteger("interestlens.soak.minutes", 0);
    private static final double MAX_MEGABYTES_A_MINUTE = 1;
    private static final int SAMPLES_A_MINUTE = 6;

    @TempDir
    Path folder;

    @Test
    void residentMemoryStaysFlat() throws Exception {
        Assumptions.assumeTrue(MINUTES > 0, "only where it is asked for");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only where the system tells");
        Path data = TinyShop.prepare(folder);
        Path run = folder.resolve("run");
        List<String> arguments = new ArrayList<>(List.of("train", "--data", data.toString(), "--model", "dien"));
        arguments.addAll(List.of("--preset", "quick", "--run", run.toString()));
        for (String setting : List.of("training.epochs=10000", "training.patience=0", "training.threads=1")) {
            arguments.addAll(List.of("--set", setting));
        }
        ChildProcess child = ChildProcess.start(Program.same(Launcher.class).training(), run, arguments, true);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < MINUTES * SAMPLES_A_MINUTE; i++) {
            TimeUnit.SECONDS.sleep(60 / SAMPLES_A_MINUTE);
            assertThat(child.isAlive()).as(child.folder().lastOutput(2000)).isTrue();
            if (i >= MINUTES * SAMPLES_A_MINUTE / 3) {
                points.add(new double[] {(double) i / SAMPLES_A_MINUTE, residentMegabytes(child.pid())});
            }
        }
        child.wish(Wish.STOP);
        child.end().get(60, TimeUnit.SECONDS);
        double slope = slope(points);
        System.out.printf("resident memory: %.2f MB a minute over %d minutes%n", slope, MINUTES);
        assertThat(slope).as("MB a minute").isLessThan(MAX_MEGABYTES_A_MINUTE);
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Of the straight line with the least squares. */
    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double above = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        return above / points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    }
}
