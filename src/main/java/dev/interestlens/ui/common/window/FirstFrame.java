package dev.interestlens.ui.common.window;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/** Measures the time from the start of the process to the first frame of the window. */
public final class FirstFrame {
    private FirstFrame() {}

    /**
     * Waits for the frame and writes a line {@code wall 0.912 cpu 1.304}, in seconds, into the file.
     *
     * @param then called afterwards
     */
    public static void note(Path file, Runnable then) {
        after(
                2,
                () -> { // the frame of the previous pulse has been drawn
                    write(file);
                    then.run();
                });
    }

    /** Runs something after so many pulses. */
    public static void after(int count, Runnable then) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == count) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void write(Path file) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        Duration wall = process.startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        Duration cpu = process.totalCpuDuration().orElse(Duration.ZERO);
        byte[] line = String.format(Locale.ROOT, "wall %.3f cpu %.3f%n", wall.toMillis() / 1e3, cpu.toMillis() / 1e3)
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(Disk.real(), file, out -> out.write(line));
    }
}
