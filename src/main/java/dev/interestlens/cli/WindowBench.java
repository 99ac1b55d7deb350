package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.job.Program;
import dev.interestlens.job.WindowFigures.Phase;
import dev.interestlens.job.WindowProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the real window, in a temporary workspace. */
final class WindowBench {
    private final Console console;
    private final Program program;

    WindowBench(Console console, Program program) {
        this.console = console;
        this.program = program;
    }

    /** Starts the window several times; the first start depends on the state of the system's file cache. */
    void startup(int rounds, boolean json) {
        List<Long> all = new ArrayList<>();
        within(home -> {
            for (int i = 0; i < rounds; i++) {
                all.add(new WindowProbe(program, home).run(0).millisecondsToFirstFrame());
            }
        });
        Map<String, Object> figures = document(all);
        if (json) {
            console.json(figures);
        } else {
            figures.forEach((name, value) -> console.row("%-18s %s", name, value));
        }
    }

    /** The document about some starts. */
    static Map<String, Object> document(List<Long> all) {
        List<Long> warm = all.subList(Math.min(1, all.size() - 1), all.size()).stream()
                .sorted()
                .toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("firstFrameMs", all);
        figures.put("firstMs", all.get(0));
        figures.put("medianOfOthersMs", warm.get(warm.size() / 2));
        return figures;
    }

    /** The document about a walk through the window. */
    static Map<String, Object> document(WindowProbe.Seen seen) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("firstFrameMs", seen.millisecondsToFirstFrame());
        figures.put("phases", seen.figures().phases());
        return figures;
    }

    /** Goes through the screens for some seconds while a training runs. */
    void frames(int seconds, boolean json) {
        within(home -> {
            WindowProbe.Seen seen = new WindowProbe(program, home).run(seconds);
            if (json) {
                console.json(document(seen));
            } else {
                print(seen.figures().phases());
            }
        });
    }

    private void print(List<Phase> phases) {
        console.row(
                "%-12s %8s %8s %8s %8s %8s %8s %8s",
                "phase", "frames", "p50 ms", "p95", "p99", "max", "> 50 ms", "work p99");
        for (Phase each : phases) {
            console.row(
                    "%-12s %8d %8.1f %8.1f %8.1f %8.1f %8d %8.1f",
                    each.name(),
                    each.frames(),
                    each.p50(),
                    each.p95(),
                    each.p99(),
                    each.max(),
                    each.late(),
                    each.work99());
        }
    }

    private interface Measuring {
        void in(Path home);
    }

    private static void within(Measuring measuring) {
        try {
            Path home = Files.createTempDirectory("interest-lens-window");
            measuring.in(home);
            try (Stream<Path> all = Files.walk(home)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
