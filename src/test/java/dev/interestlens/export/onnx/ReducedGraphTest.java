package dev.interestlens.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReducedGraphTest {
    private static final int WIDTH = 256;
    private static final int ROWS = 5;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(4);

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }

    /** Rows that are an input of the graph times weights. */
    private Path product(int columns) throws IOException {
        OnnxGraph graph = new OnnxGraph(Map.of("w", Tensor.of(numbers(WIDTH * columns), WIDTH, columns)));
        Value rows = graph.input("rows", Graph.Type.F32, "count", String.valueOf(WIDTH));
        graph.output("products", graph.matmul(rows, graph.weight("w")), "count", String.valueOf(columns));
        Path file = folder.resolve("product.onnx");
        Files.write(
                file,
                ModelProto.newBuilder()
                        .setIrVersion(8)
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                        .setGraph(graph.finish("product"))
                        .build()
                        .toByteArray());
        return file;
    }

    private static float[] computed(Path file, Map<String, Tensor> rows) {
        return OnnxSession.once(file, rows, List.of("products")).get("products").floats();
    }

    @Test
    void anInputOfTheGraphIsRoundedByTheRangeThatItIsGiven() throws IOException {
        Path file = product(WIDTH);
        Map<String, Tensor> rows = Map.of("rows", Tensor.of(numbers(ROWS * WIDTH), ROWS, WIDTH));
        float[] before = computed(file, rows);
        ReducedGraph reduced = ReducedGraph.replace(Disk.real(), file, Precision.INT8, List.of(rows));
        assertThat(reduced.changed()).isEqualTo(1);
        assertThat(reduced.bytes()).isLessThan(reduced.bytesBefore() / 3);
        assertThat(computed(file, rows)).isNotEqualTo(before).containsExactly(before, within(0.1f));
    }

    @Test
    void narrowProductsAndEmptyCalibrationsStayAsTheyAre() throws IOException {
        Map<String, Tensor> rows = Map.of("rows", Tensor.of(numbers(WIDTH), 1, WIDTH));
        assertThat(ReducedGraph.replace(Disk.real(), product(WIDTH - 1), Precision.INT8, List.of(rows))
                        .changed())
                .isZero();
        assertThat(ReducedGraph.replace(Disk.real(), product(WIDTH), Precision.INT8, List.of())
                        .changed())
                .isZero();
    }
}
