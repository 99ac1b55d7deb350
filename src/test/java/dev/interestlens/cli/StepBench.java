package dev.interestlens.cli;

import dev.interestlens.cli.console.Console;
import dev.interestlens.train.bench.Benchmark;
import dev.interestlens.train.bench.BenchmarkSettings;
import dev.interestlens.train.bench.KernelBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times training steps for every combination of the given values, or the parts of a step; {@code .ci/bench} runs it. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class StepBench implements Runnable {
    @Option(names = "--model", split = ",", description = "families; those that have a benchmark unless set")
    private List<String> models = Benchmark.families();

    @Option(names = "--vocab", split = ",", defaultValue = "10000", description = "items")
    private List<Integer> vocabularies;

    @Option(names = "--length", split = ",", defaultValue = "50", description = "longest history")
    private List<Integer> lengths;

    @Option(names = "--batch", split = ",", defaultValue = "256", description = "samples a step")
    private List<Integer> batches;

    @Option(names = "--density", split = ",", defaultValue = "0.33", description = "1: every history is full")
    private List<Double> densities;

    @Option(names = "--threads", split = ",", defaultValue = "1", description = "threads of the engine")
    private List<Integer> threads;

    @Option(names = "--optimizer", split = ",", defaultValue = "lazy", description = "lazy, exact")
    private List<String> optimizers;

    @Option(names = "--steps", defaultValue = "20", description = "steps a round")
    private int steps;

    @Option(names = "--warmup", defaultValue = "3", description = "steps before each round")
    private int warmup;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds in turn, of which the median is told")
    private int rounds;

    @Option(names = "--predict", description = "inference instead of training")
    private boolean predict;

    @Option(names = "--kernels", description = "the parts of a step, plain and fast, with the first of each value")
    private boolean kernels;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    private final Console console = new Console(System.out, System.err, Locale.ENGLISH);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StepBench()).execute(arguments));
    }

    @Override
    public void run() {
        if (kernels) {
            measureKernels();
        } else {
            new Speed(console).measure(combinations(), rounds, json);
        }
    }

    private void measureKernels() {
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
                            var samples = new BenchmarkSettings.Samples(vocabulary, length, batch, density);
                            for (int t : threads) {
                                for (String optimizer : optimizers) {
                                    boolean lazy = optimizer.equals("lazy");
                                    all.add(new BenchmarkSettings(model, samples, t, steps, warmup, lazy, predict));
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
