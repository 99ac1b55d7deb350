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
 * A file of this program, written again with smaller numbers.
 *
 * @param changed products that compute in integers, or tables that are stored smaller
 * @param bytes of the file now
 * @param bytesBefore of the file as it was
 */
public record ReducedGraph(int changed, long bytes, long bytesBefore) {
    /** Of two files together. */
    public ReducedGraph and(ReducedGraph other) {
        return new ReducedGraph(changed + other.changed, bytes + other.bytes, bytesBefore + other.bytesBefore);
    }

    /**
     * Replaces a file.
     *
     * @param rows what real rows feed the graph, one map of inputs by name a call; the scales of integers come from these
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
            throw Problem.badInput(OnnxSession.class, "runtimeRefuses")
                    .file(file)
                    .with("reason", e.getMessage())
                    .cause(e)
                    .exception();
        }
    }
}
