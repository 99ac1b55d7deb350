package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.train.bench.Benchmark;
import dev.interestlens.train.bench.Benchmark.Measured;
import dev.interestlens.train.bench.BenchmarkSettings;
import dev.interestlens.train.bench.MatrixRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The speed of this machine: each of some settings, several rounds in turn, of which the median is reported. */
record Speed(Console console) {
    private static final String ROW = "%-5s %8s %6s %6s %8s %8s %9s %10s %12s %8s %6s";

    /** Training steps of each family, on histories of 50 behaviours at most. */
    static List<BenchmarkSettings> usual() {
        BenchmarkSettings.Samples samples = new BenchmarkSettings.Samples(10_000, 50, 256, 0.33);
        return Benchmark.families().stream()
                .map(family -> new BenchmarkSettings(family, samples, 1, 20, 3, true, false))
                .toList();
    }

    void measure(List<BenchmarkSettings> all, int rounds, boolean json) {
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
        show(rows, json);
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
        row.put("vocab", s.samples().vocabulary());
        row.put("length", s.samples().length());
        row.put("batch", s.samples().batch());
        row.put("density", s.samples().density());
        row.put("threads", s.threads());
        row.put("steps", s.steps());
        row.put("optimizer", s.lazy() ? "lazy" : "exact");
        row.put("predict", s.predict());
        row.put("msPerStep", Math.round(ms * 1000) / 1000.0);
        row.put("samplesPerSecond", Math.round(s.samples().batch() * 10_000 / ms) / 10.0);
        row.put("gigaflop", Math.round(flops / 1e7) / 100.0);
        row.put("shareOfPeak", Math.round(flops / (ms / 1000) / peak * 1000) / 1000.0);
        return row;
    }

    private void show(List<Map<String, Object>> rows, boolean json) {
        if (json) {
            console.json(rows);
            return;
        }
        console.row(
                ROW,
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
        for (Map<String, Object> row : rows) {
            Map<String, Object> shown = new LinkedHashMap<>(row);
            shown.keySet().removeAll(List.of("steps", "predict"));
            console.row(ROW, shown.values().toArray());
        }
    }
}
