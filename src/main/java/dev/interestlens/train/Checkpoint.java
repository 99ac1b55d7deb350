package dev.interestlens.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.model.Weights;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.RunSums;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a run: weights, running statistics, their mean, optimiser state and the cursor, in one safetensors file whose metadata is JSON. No generator state
 * is saved: everything random is a function of seed, epoch, step and row.
 */
record Checkpoint(Map<String, Tensor> tensors, Cursor cursor) {
    static Checkpoint of(Weights weights, MeanWeights mean, Optimizer optimizer, Cursor cursor) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        tensors.putAll(mean.state());
        tensors.putAll(optimizer.state());
        return new Checkpoint(tensors, cursor);
    }

    /**
     * Writes it.
     *
     * @param applied steps that the optimiser applied; skipped ones are not among them
     * @return the file's SHA-256
     */
    static String write(Disk disk, Path file, Checkpoint checkpoint, long applied, String fingerprint) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("kind", "interest-lens checkpoint");
        metadata.put("dataset", fingerprint);
        metadata.put("versions", Versions.line());
        metadata.put("cursor", tree(checkpoint.cursor).toString());
        metadata.put("applied", Long.toString(applied));
        return AtomicFile.write(disk, file, out -> Safetensors.write(out, checkpoint.tensors, metadata));
    }

    /** Opens a checkpoint whose checksum must be the recorded one. */
    static Loaded read(Path file, RunSums sums) {
        sums.require(file);
        try (SafetensorsFile opened = Safetensors.map(file)) {
            Cursor cursor = cursor(Json.read(opened.metadata().get("cursor"), JsonNode.class));
            long applied = Long.parseLong(opened.metadata().get("applied"));
            return new Loaded(new Checkpoint(opened.tensors(), cursor), applied);
        }
    }

    /** A checkpoint with the number of steps that its optimiser applied. */
    record Loaded(Checkpoint checkpoint, long applied) {}

    private static ObjectNode tree(Cursor c) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("epoch", c.epoch());
        tree.put("batch", c.batch());
        tree.put("step", c.step());
        tree.put("lossSum", Double.doubleToLongBits(c.lossSum()));
        tree.put("samples", c.samples());
        tree.put("bestEpoch", c.best().epoch());
        tree.put("bestValue", Double.doubleToLongBits(c.best().value()));
        tree.put("bestRanking", Double.doubleToLongBits(c.best().ranking()));
        tree.put("maxValue", Double.doubleToLongBits(c.best().max()));
        tree.put("stale", c.stale());
        tree.put("rateFactor", Double.doubleToLongBits(c.rateFactor()));
        tree.put("seconds", c.seconds());
        return tree;
    }

    private static Cursor cursor(JsonNode tree) {
        return new Cursor(
                tree.path("epoch").asInt(),
                tree.path("batch").asInt(),
                tree.path("step").asLong(),
                Double.longBitsToDouble(tree.path("lossSum").asLong()),
                tree.path("samples").asLong(),
                best(tree),
                tree.path("stale").asInt(),
                Double.longBitsToDouble(tree.path("rateFactor").asLong()),
                tree.path("seconds").asDouble());
    }

    /** Checkpoints of older versions hold no ranking and no greatest value: they did not decide by these. */
    private static BestEpoch best(JsonNode tree) {
        return new BestEpoch(
                tree.path("bestEpoch").asInt(),
                real(tree.path("bestValue")),
                real(tree.path("bestRanking")),
                real(tree.path("maxValue")));
    }

    private static double real(JsonNode bits) {
        return bits.isMissingNode() ? Double.NaN : Double.longBitsToDouble(bits.asLong());
    }
}
