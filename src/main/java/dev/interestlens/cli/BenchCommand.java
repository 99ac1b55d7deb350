package dev.interestlens.cli;

import dev.interestlens.cli.console.Allowed;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.Needs;
import dev.interestlens.cli.console.OptionValues;
import dev.interestlens.job.Program;
import dev.interestlens.train.bench.Benchmark;
import dev.interestlens.train.bench.Benchmark.Measured;
import dev.interestlens.train.bench.BenchmarkSettings;
import dev.interestlens.train.bench.KernelBenchmark;
import dev.interestlens.train.bench.MatrixRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the speed of this machine: every combination of the given values, several rounds in turn, reporting the median. */
@Command(name = "bench", mixinStandardHelpOptions = true, resourceBundle = "dev.interestlens.cli.commands")
final class BenchCommand implements Runnable {
    /** The families that are measured. */
    static final class Families implements Supplier<List<String>>, Iterable<String> {
        @Override
        public List<String> get() {
            return Benchmark.families();
        }

        @Override
        public Iterator<String> iterator() {
            return get().iterator();
        }
    }

    private final Console console;

    @Option(names = "--model", split = ",", completionCandidates = Families.class)
    @Needs(not = {"--frames", "--startup", "--kernels"})
    @Allowed(known = Families.class)
    private List<String> models = Benchmark.families();

    @Option(names = "--vocab", split = ",", defaultValue = "10000")
    @Needs(not = {"--frames", "--startup"})
    @Allowed(min = 10, max = 100_000_000)
    private List<Integer> vocabularies;

    @Option(names = "--length", split = ",", defaultValue = "50")
    @Needs(not = {"--frames", "--startup"})
    @Allowed(min = 1, max = 10_000)
    private List<Integer> lengths;

    @Option(names = "--batch", split = ",", defaultValue = "256")
    @Needs(not = {"--frames", "--startup"})
    @Allowed(min = 2, max = 65_536)
    private List<Integer> batches;

    @Option(names = "--density", split = ",", defaultValue = "0.33")
    @Needs(not = {"--frames", "--startup", "--kernels"})
    @Allowed(min = 0.01, max = 1)
    private List<Double> densities;

    @Option(names = "--threads", split = ",", defaultValue = "1")
    @Needs(not = {"--frames", "--startup", "--kernels"})
    @Allowed(min = 1, max = 1024)
    private List<Integer> threads;

    @Option(names = "--optimizer", split = ",", defaultValue = "lazy")
    @Needs(not = {"--frames", "--startup", "--kernels"})
    @Allowed(values = {"lazy", "exact"})
    private List<String> optimizers;

    @Option(names = "--steps", defaultValue = "20")
    @Needs(not = {"--frames", "--startup"})
    @Allowed(min = 1, max = 1_000_000)
    private int steps;

    @Option(names = "--warmup", defaultValue = "3")
    @Needs(not = {"--frames", "--startup", "--kernels"})
    @Allowed(min = 0, max = 1_000_000)
    private int warmup;

    @Option(names = "--rounds", defaultValue = "3")
    @Needs(not = {"--frames", "--kernels"})
    @Allowed(min = 1, max = 1000)
    private int rounds;

    @Option(names = "--predict")
    @Needs(not = {"--frames", "--startup", "--kernels"})
    private boolean predict;

    @Option(names = "--frames")
    @Needs(not = {"--startup", "--kernels"})
    private boolean frames;

    @Option(names = "--seconds", defaultValue = "30")
    @Needs("--frames")
    @Allowed(min = 1, max = 86_400)
    private int seconds;

    @Option(names = "--startup")
    @Needs(not = "--kernels")
    private boolean startup;

    @Option(names = "--kernels")
    private boolean kernels;

    @Option(names = "--json")
    private boolean json;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        WindowBench window = new WindowBench(console, new Program(List.of(), "dev.interestlens.Launcher"));
        if (startup) {
            window.startup(rounds, json);
        }
        if (frames) {
            window.frames(seconds, json);
        }
        if (kernels) {
            measureKernels();
        }
        if (!startup && !frames && !kernels) {
            measureSteps();
        }
    }

    private void measureSteps() {
        List<BenchmarkSettings> all = combinations();
        List<Benchmark> prepared = new ArrayList<>();
        double[][] ms = new double[all.size()][rounds];
        double[] positions = new double[all.size()];
        Map<Integer, Double> peak = new LinkedHashMap<>();
        try {
            for (BenchmarkSettings settings : all) {
                prepared.add(new Benchmark(settings));
                peak.computeIfAbsent(settings.threads(), MatrixRate::measure);
            }
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < prepared.size(); i++) {
                    Measured measured = prepared.get(i).measure();
                    ms[i][round] = measured.msPerStep();
                    positions[i] = measured.positions();
                }
            }
        } finally {
            prepared.forEach(Benchmark::close);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(row(
                    all.get(i), median(ms[i]), positions[i], peak.get(all.get(i).threads())));
        }
        show(rows);
    }

    private void measureKernels() {
        OptionValues.one("--batch", batches, "--kernels");
        OptionValues.one("--length", lengths, "--kernels");
        OptionValues.one("--vocab", vocabularies, "--kernels");
        try (KernelBenchmark benchmark = new KernelBenchmark(batches.get(0), lengths.get(0), vocabularies.get(0))) {
            List<KernelBenchmark.Measured> all = benchmark.measure(steps);
            if (json) {
                console.json(all);
                return;
            }
            console.row("%-16s %10s %10s %7s", "kernel", "plain ms", "fast ms", "times");
            for (KernelBenchmark.Measured part : all) {
                console.row(
                        "%-16s %10.3f %10.3f %7.1f",
                        part.name(), part.plainMs(), part.fastMs(), part.plainMs() / part.fastMs());
            }
        }
    }

    private List<BenchmarkSettings> combinations() {
        List<BenchmarkSettings> all = new ArrayList<>();
        for (String model : models) {
            for (int vocabulary : vocabularies) {
                for (int length : lengths) {
                    for (int batch : batches) {
                        for (double density : densities) {
                            for (int t : threads) {
                                for (String optimizer : optimizers) {
                                    all.add(new BenchmarkSettings(
                                            model,
                                            vocabulary,
                                            length,
                                            batch,
                                            density,
                                            t,
                                            steps,
                                            warmup,
                                            optimizer.equals("lazy"),
                                            predict));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Map<String, Object> row(BenchmarkSettings s, double ms, double positions, double peak) {
        double flops = Benchmark.operations(s, positions);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("model", s.model());
        row.put("vocab", s.vocabulary());
        row.put("length", s.length());
        row.put("batch", s.batch());
        row.put("density", s.density());
        row.put("threads", s.threads());
        row.put("steps", s.steps());
        row.put("optimizer", s.lazy() ? "lazy" : "exact");
        row.put("predict", s.predict());
        row.put("msPerStep", Math.round(ms * 1000) / 1000.0);
        row.put("samplesPerSecond", Math.round(s.batch() * 10_000 / ms) / 10.0);
        row.put("gigaflop", Math.round(flops / 1e7) / 100.0);
        row.put("shareOfPeak", Math.round(flops / (ms / 1000) / peak * 1000) / 1000.0);
        return row;
    }

    private void show(List<Map<String, Object>> rows) {
        if (json) {
            console.json(rows);
            return;
        }
        console.row(
                "%-5s %8s %6s %6s %8s %8s %9s %10s %12s %8s %6s",
                "model",
                "vocab",
                "length",
                "batch",
                "density",
                "threads",
                "optimizer",
                "ms/step",
                "samples/s",
                "GFLOP",
                "peak");
        for (Map<String, Object> r : rows) {
            console.row(
                    "%-5s %8s %6s %6s %8s %8s %9s %10s %12s %8s %6s",
                    r.get("model"),
                    r.get("vocab"),
                    r.get("length"),
                    r.get("batch"),
                    r.get("density"),
                    r.get("threads"),
                    r.get("optimizer"),
                    r.get("msPerStep"),
                    r.get("samplesPerSecond"),
                    r.get("gigaflop"),
                    r.get("shareOfPeak"));
        }
    }
}
