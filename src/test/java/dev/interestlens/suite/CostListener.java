package dev.interestlens.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes the CPU time of every test class, child processes included, as a line of a CSV file: class, seconds of its quick cases, seconds of its
 * thorough ones, number of each. The system property {@code interestlens.costs} names the file; without it, and where no {@code /proc} is,
 * nothing is noted. A fork runs one class after the other, so what a process has used between the first and the last event is the class's.
 */
public final class CostListener implements TestExecutionListener {
    private static final TestTag THOROUGH = TestTag.create("thorough");
    private static final TestTag CONTRACT = TestTag.create("contract");
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;

    private final Path file = Optional.ofNullable(System.getProperty("interestlens.costs"))
            .filter(name -> Files.isReadable(STAT))
            .map(Path::of)
            .orElse(null);
    private String current;
    private boolean wholly;
    private double since;
    private final double[] seconds = new double[2];
    private final int[] cases = new int[2];

    @Override
    public void executionStarted(TestIdentifier test) {
        if (file == null) {
            return;
        }
        if (current == null && test.getSource().orElse(null) instanceof ClassSource source) {
            current = source.getClassName();
            since = cpuSeconds();
            wholly = thorough(test);
            for (int part = 0; part < 2; part++) {
                seconds[part] = 0;
                cases[part] = 0;
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (file == null || current == null) {
            return;
        }
        int part = wholly || thorough(test) ? 1 : 0; // cases that are made by a case have no tags
        boolean classEnds = test.getSource().orElse(null) instanceof ClassSource source
                && source.getClassName().equals(current);
        if (test.isTest() || classEnds) {
            double now = cpuSeconds();
            seconds[part] += now - since;
            since = now;
            cases[part] += test.isTest() ? 1 : 0;
        }
        if (classEnds) {
            write(String.format(
                    Locale.ROOT, "%s,%.1f,%.1f,%d,%d%n", current, seconds[0], seconds[1], cases[0], cases[1]));
            current = null;
        }
    }

    /** A contract is in both halves: with some of its cases in the quick one, with all in the other. */
    private static boolean thorough(TestIdentifier test) {
        boolean all = !Objects.equals(System.getProperty("interestlens.contract.cases"), "some");
        return test.getTags().contains(THOROUGH) || all && test.getTags().contains(CONTRACT);
    }

    private void write(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this process and of its children that have ended, user and system, in all threads. */
    private static double cpuSeconds() {
        try {
            String stat = Files.readString(STAT);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = 11; i < 15; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
