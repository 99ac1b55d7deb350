package dev.interestlens.workspace;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.export.bundle.BundleWriter;
import dev.interestlens.export.bundle.BundleWriter.Content;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.store.Disk;
import dev.interestlens.train.ConfigJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the model of an open run in one of the formats, each checked on real rows after it is written. */
public final class ModelExport {
    private static final int ROWS = 256;
    private static final int GOLDEN_ROWS = 32;

    /** What a model can be written as. */
    public enum Format {
        /** All of the others with a model card, vocabularies, golden rows and programs, as a folder or a zip. */
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
     * What more is asked of an export.
     *
     * @param attention whether the attention is a further output, where the format holds a graph; of a bundle it always is
     * @param fidelity a file that the fidelity command wrote, for the model card; or null
     */
    public record Extras(boolean attention, Path fidelity) {
        public static final Extras NONE = new Extras(false, null);
    }

    private ModelExport() {}

    /** Writes the file and reads it back. */
    public static RoundTrip write(OpenRun run, Format format, Path target, Extras extras) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("config", ConfigJson.tree(run.description().config()).toString());
        metadata.put("dataset", run.data().info().fingerprint());
        metadata.put("run", run.description().name());
        RawBatch rows = rows(run, ROWS);
        boolean attention = extras.attention();
        Disk disk = Disk.real();
        return switch (format) {
            case SAFETENSORS -> new SafetensorsExport(disk).write(run.model(), metadata, rows, target);
            case ONNX -> new OnnxExport(disk).write(run.model(), metadata, attention, rows, target);
            case TORCHSCRIPT -> new TorchExport(disk).write(run.model(), metadata, attention, rows, target);
            case BUNDLE -> {
                RunFacts facts = RunReports.facts(run, extras.fidelity());
                RawBatch golden = rows(run, GOLDEN_ROWS);
                yield new BundleWriter(disk)
                        .write(new Content(run.model(), run.data(), metadata, facts, rows, golden), target);
            }
        };
    }

    /** The first rows of the test part, or of the training part where there is no test. */
    private static RawBatch rows(OpenRun run, int most) {
        Part part = run.samples().size(Part.TEST) > 0 ? Part.TEST : Part.TRAIN;
        int count = Math.min(most, run.samples().size(part));
        return run.samples().batch(part, IntStream.range(0, count).toArray());
    }
}
