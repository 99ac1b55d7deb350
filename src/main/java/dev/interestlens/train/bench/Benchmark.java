package dev.interestlens.train.bench;

import ai.djl.Device;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.BenchmarkShape;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.train.Optimizer;
import dev.interestlens.train.TrainStep;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Measures training or inference on synthetic samples: the whole cost of a step, from the raw batch to the updated parameters, including the loader's
 * planning. Processor time of the calling thread where the engine has one thread, wall time otherwise.
 */
public final class Benchmark implements AutoCloseable {
    /**
     * The result of one measurement.
     *
     * @param positions mean total length of the histories of a batch
     */
    public record Measured(double msPerStep, double samplesPerSecond, double positions) {}

    private final BenchmarkSettings settings;
    private final BenchmarkBatches batches;
    private final Tensors tensors;
    private final CtrModel model;
    private final TrainStep step;
    private int next;

    public Benchmark(BenchmarkSettings settings) {
        this.settings = settings;
        BenchmarkShape shape = shape(settings);
        batches = new BenchmarkBatches(settings, shape);
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(settings.model()).preset(Preset.REFERENCE));
        for (String size : shape.settings()) {
            config = ConfigJson.set(config, size);
        }
        config = ConfigJson.set(config, "training.tables=" + (settings.lazy() ? "lazy" : "exact"));
        tensors = new Tensors(Device.cpu());
        model = ModelCatalog.create(
                config.model(),
                new ModelInput(batches.schema(), settings.samples().length()));
        model.create(tensors, 1, true);
        step = new TrainStep(model, new Optimizer(model.parameters(), config.training()), 0);
    }

    /** The benchmark of a family. */
    static BenchmarkShape shape(BenchmarkSettings settings) {
        return ModelCatalog.family(settings.model()).benchmark().orElseThrow();
    }

    /** Multiplications and additions of the matrix products of one step; a training step needs about three times a forward pass. */
    public static double operations(BenchmarkSettings settings, double positions) {
        double forward =
                shape(settings).work().operations(positions, settings.samples().batch());
        return settings.predict() ? forward : 3 * forward;
    }

    /** The families that are measured. */
    public static List<String> families() {
        return ModelCatalog.families().stream()
                .filter(family -> family.benchmark().isPresent())
                .map(family -> family.id())
                .toList();
    }

    /** Runs the steps, after some warm-up steps. */
    public Measured measure() {
        Ops.threads(settings.threads());
        for (int i = 0; i < settings.warmup(); i++) {
            one();
        }
        long before = clock();
        long positions = 0;
        for (int i = 0; i < settings.steps(); i++) {
            positions += one();
        }
        double ms = (clock() - before) / 1e6 / settings.steps();
        return new Measured(ms, settings.samples().batch() * 1000.0 / ms, (double) positions / settings.steps());
    }

    private int one() {
        var raw = batches.batch(next++);
        if (settings.predict()) {
            model.logits(raw);
        } else {
            step.run(model.trainingPlan(raw), next, 1e-3);
        }
        return raw.length();
    }

    private long clock() {
        return settings.threads() == 1
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    @Override
    public void close() {
        model.close();
        tensors.close();
    }
}
