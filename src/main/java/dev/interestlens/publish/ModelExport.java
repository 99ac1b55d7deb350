package dev.interestlens.publish;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.SubProgress;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.export.bundle.BundleWriter;
import dev.interestlens.export.bundle.BundleWriter.Content;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.export.serving.ServingExport.Archives;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.measurement.fidelity.Fidelity;
import dev.interestlens.measurement.quality.RealRows;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Disk;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.OutputPath;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes the model of an open run in one of the formats, each checked on real rows after it is written. */
public final class ModelExport {
    private static final int GOLDEN_ROWS = 32;
    /** The longest synthetic history, since every row is padded to the longest. */
    private static final int MAX_REPEATED = 1024;
    /** The share of the work that measuring fidelity takes. */
    private static final double MEASURED = 0.8;

    /** Formats of models. */
    public enum Format {
        /** All other formats with a model card, vocabularies, golden rows and programs, as a folder or a zip. */
        BUNDLE("zip"),
        ONNX("onnx"),
        TORCHSCRIPT("pt"),
        SAFETENSORS("safetensors");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** The usual ending of such a file's name, without its dot. */
        public String ending() {
            return ending;
        }
    }

    /**
     * Further options of an export.
     *
     * @param attention whether the attention is a further output, where the format has a graph; in a bundle it always is
     * @param fidelity a file that the fidelity command wrote, for the model card; null for the one in the run's folder
     * @param measure whether fidelity is measured first and saved in the run's folder, where that was not done with these weights
     */
    public record Extras(boolean attention, Path fidelity, boolean measure) {
        public static final Extras NONE = new Extras(false, null, false);
    }

    /**
     * How an ONNX file computes.
     *
     * @param precision of its numbers
     * @param history the most behaviours of a user that it is to read, the most recent; 0 for as many as the model
     */
    public record Numbers(Precision precision, int history) {
        public static final Numbers PLAIN = new Numbers(Precision.FLOAT, 0);

        /** @throws dev.interestlens.store.ProblemException of kind USAGE where the model reads no history of such a length */
        public int historyOf(OpenRun run) {
            int longest = run.trained().input().historyLength();
            run.requireReads(history);
            return history == 0 ? longest : history;
        }
    }

    /**
     * The result of an export.
     *
     * @param event {@code done}
     * @param rows that were compared
     * @param deviation the largest difference of a score
     * @param fidelity whether a model card contains measured fidelity
     * @param history the most behaviours for the file
     * @param precision cost of reduced precision; null for 32-bit floats
     */
    public record Done(
            String event,
            String file,
            int rows,
            double deviation,
            boolean fidelity,
            int history,
            PrecisionCost precision) {}

    private ModelExport() {}

    /**
     * Writes the file and reads it back.
     *
     * @param progress receives progress, and can cancel between the steps
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled; no unfinished files are left
     */
    public static Done write(OpenRun run, Format format, OutputPath target, Extras extras, Progress progress) {
        run.trained(); // a model without weights is refused before minutes of work
        Map<String, String> metadata = run.metadata();
        if (extras.fidelity() != null) {
            Fidelity.named(extras.fidelity(), run);
        }
        RawBatch rows = RealRows.compared(run);
        boolean attention = extras.attention();
        Disk disk = Disk.real();
        if (format != Format.BUNDLE) {
            new StagedProgress(progress).begin(EnumNames.lower(format), 0, 1);
        }
        RoundTrip trip = target.make(disk, work -> switch (format) {
            case SAFETENSORS -> new SafetensorsExport(disk).write(run.trained(), metadata, rows, work.made());
            case ONNX -> new OnnxExport(disk).write(run.trained(), metadata, attention, rows, work.made());
            case TORCHSCRIPT -> new TorchExport(disk).write(run.trained(), metadata, attention, rows, work.made());
            case BUNDLE -> bundle(run, work.made(), metadata, extras, progress);
        });
        boolean told = format == Format.BUNDLE
                && (extras.fidelity() != null || Fidelity.kept(run).isPresent());
        return new Done(
                "done",
                target.path().toString(),
                trip.rows(),
                trip.largestScore(),
                told,
                run.trained().input().historyLength(),
                null);
    }

    /** Writes the model as one ONNX file with a precision, checking it in 32-bit floats first, and measures the cost of a reduced one. */
    public static Done onnx(OpenRun run, OutputPath target, Extras extras, Numbers numbers, Progress progress) {
        if (extras.fidelity() != null) {
            Fidelity.named(extras.fidelity(), run);
        }
        new StagedProgress(progress).begin("onnx", 0, 1);
        ServingExport.Rows rows = RealRows.of(run).mostRecent(numbers.historyOf(run));
        Disk disk = Disk.real();
        OnnxExport export = new OnnxExport(disk);
        ServingExport.Result result = target.make(disk, work -> {
            RoundTrip trip = export.write(
                    run.trained(), metadata(run, numbers), extras.attention(), rows.compared(), work.made());
            return new ServingExport.Result(
                    trip,
                    numbers.precision() == Precision.FLOAT
                            ? Optional.empty()
                            : Optional.of(export.reduce(
                                    run.trained(), numbers.precision(), rows.calibration(), rows.test(), work.made())));
        });
        return done(run, target, numbers, result);
    }

    /** Writes the model as a folder to serve from, and reads it back. */
    public static Done serving(OpenRun run, OutputPath target, Numbers numbers, Progress progress) {
        new StagedProgress(progress).begin("serving", 0, 1);
        ServingExport.Options options =
                new ServingExport.Options(Archives.BOTH, numbers.precision(), numbers.historyOf(run));
        ServingExport.Result result = target.make(Disk.real(), work -> new ServingExport(Disk.real())
                .write(run.trained(), metadata(run, numbers), RealRows.of(run), options, work.made()));
        return done(run, target, numbers, result);
    }

    private static Done done(OpenRun run, OutputPath target, Numbers numbers, ServingExport.Result result) {
        return new Done(
                "done",
                target.path().toString(),
                result.trip().rows(),
                result.trip().largestScore(),
                false,
                numbers.historyOf(run),
                result.cost().orElse(null));
    }

    private static Map<String, String> metadata(OpenRun run, Numbers numbers) {
        Map<String, String> metadata = run.metadata();
        metadata.put("precision", numbers.precision().word());
        metadata.put("history", String.valueOf(numbers.historyOf(run)));
        return metadata;
    }

    private static RoundTrip bundle(
            OpenRun run, Path target, Map<String, String> metadata, Extras extras, Progress progress) {
        BundleWriter writer = new BundleWriter(Disk.real());
        if (extras.measure() && Fidelity.kept(run).isEmpty()) {
            Fidelity.keep(run, new SubProgress(progress, 0, MEASURED));
        }
        double begun = extras.measure() ? MEASURED : 0;
        double half = (1 + begun) / 2;
        StagedProgress steps = new StagedProgress(progress);
        steps.begin("measure", begun, half);
        RunFacts facts = RunReports.facts(run, null, extras.fidelity(), steps);
        Content content = new Content(run.trained(), run.data(), metadata, facts, RealRows.compared(run), golden(run));
        return writer.write(content, target, (step, share) -> {
            double at = half + share * (1 - half);
            steps.begin(step, at, at);
        });
    }

    /**
     * Rows with histories of all lengths, the shortest last. An empty and a full history are always included, made from the shortest and the longest
     * where the data have none, since errors of a copy are most likely there.
     */
    static RawBatch golden(OpenRun run) {
        Part part = RealRows.part(run);
        int full = run.trained().input().historyLength();
        SampleSet samples = run.samples();
        long[] byLength = IntStream.range(0, samples.size(part)) // the longest first, then the row
                .mapToLong(row -> (full - Math.min(full, historyOf(samples, part, row))) << Integer.SIZE | row)
                .sorted()
                .toArray();
        int count = Math.min(GOLDEN_ROWS, byLength.length);
        int[] rows = ArrayFill.ints(
                count, i -> (int) byLength[(int) ((long) i * (byLength.length - 1) / Math.max(1, count - 1))]);
        RawBatch batch = samples.batch(part, rows);
        int[] lengths = IntStream.range(0, count).map(batch::length).toArray();
        if (count > 1) {
            lengths[count - 1] = 0;
            lengths[0] = Math.max(Math.min(full, MAX_REPEATED), lengths[0]);
        }
        return batch.withLengths(lengths);
    }

    private static long historyOf(SampleSet samples, Part part, int row) {
        Sample sample = samples.sample(part, row);
        return samples.endHistoryEvent(sample) - samples.firstHistoryEvent(sample);
    }
}
