package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A file of this program, rewritten with reduced precision.
 *
 * @param changed number of products in integers, or of tables with reduced precision
 * @param bytes of the new file
 * @param bytesBefore of the old file
 */
public record ReducedGraph(int changed, long bytes, long bytesBefore) {
    /** Of two files together. */
    public ReducedGraph and(ReducedGraph other) {
        return new ReducedGraph(changed + other.changed, bytes + other.bytes, bytesBefore + other.bytesBefore);
    }

    /**
     * Replaces a file.
     *
     * @param rows inputs of real rows, one map by name for each call; the scales of integers come from these
     */
    public static ReducedGraph replace(Disk disk, Path file, Precision precision, List<Map<String, Tensor>> rows) {
        ModelProto before = read(file);
        GraphProto graph = before.getGraph();
        int changed = 0;
        if (precision == Precision.INT8) {
            IntegerProducts products = IntegerProducts.observed(disk, file, before, rows);
            graph = products.applied(graph);
            changed = products.count();
        } else if (precision == Precision.FLOAT16_EMBEDDINGS) {
            changed = HalfTables.in(graph).size();
            graph = HalfTables.applied(graph);
        }
        long bytes = before.getSerializedSize();
        if (changed == 0) {
            return new ReducedGraph(0, bytes, bytes);
        }
        ModelProto after = before.toBuilder().setGraph(graph).build();
        AtomicFile.write(disk, file, after::writeTo);
        return new ReducedGraph(changed, after.getSerializedSize(), bytes);
    }

    private static ModelProto read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw Problem.badInput(OnnxSession.class, "runtimeRefuses", file).because(e);
        }
    }
}
