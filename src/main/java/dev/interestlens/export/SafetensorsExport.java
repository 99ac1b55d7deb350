package dev.interestlens.export;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights and running statistics as a safetensors file, under the names of the reference PyTorch code. The header's metadata hold what is needed to
 * use them: model, schema, history length, and whatever the caller adds (configuration, fingerprint, metrics).
 */
public record SafetensorsExport(Disk disk) {
    /**
     * Writes the file, reads it back into a second model and compares both.
     *
     * @param metadata further texts for the header; values that are not plain words are JSON
     * @param rows real samples to compare on
     * @throws dev.interestlens.store.ProblemException where the disk refuses, or the copy's scores differ (the file is then left for inspection)
     */
    public RoundTrip write(TrainedModel model, Map<String, String> metadata, RawBatch rows, Path target) {
        Map<String, String> header = header(model, metadata);
        header.put("format", "pt"); // for readers of model hubs: tensors are named and laid out as in PyTorch
        AtomicFile.write(
                disk, target, out -> Safetensors.write(out, model.weights().tensors(), header));
        return RoundTrip.of(model.logits(rows), reread(model, rows, target)).orRefuse(target);
    }

    /** The metadata of every file: what is needed to use the model, then what the caller adds. */
    public static Map<String, String> header(TrainedModel model, Map<String, String> metadata) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("format", "interest-lens");
        header.put("model", model.config().id());
        header.put("historyLength", String.valueOf(model.input().historyLength()));
        header.put("schema", Json.line(model.input().schema()));
        header.putAll(metadata);
        return header;
    }

    private static float[] reread(TrainedModel model, RawBatch rows, Path target) {
        try (SafetensorsFile file = Safetensors.map(target);
                TrainedModel copy = TrainedModel.of(model.config(), model.input(), new Weights(file.tensors()))) {
            return copy.logits(rows);
        }
    }
}
