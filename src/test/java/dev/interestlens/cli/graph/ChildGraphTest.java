package dev.interestlens.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.interestlens.export.onnx.OnnxGuard;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that pass every look at their file and still mean harm. */
@Tag("thorough")
class ChildGraphTest {
    /** Seconds that a starved child does not need. */
    private static final int LONG = 3600;

    private static final int I64 = TensorProto.DataType.INT64_VALUE;
    private static final int BOOL = TensorProto.DataType.BOOL_VALUE;
    private static final Map<String, Tensor> ONE = Map.of("x", Tensor.of(new long[] {1}, 1));

    @TempDir
    Path folder;

    @Test
    void aGraphComputesInItsOwnProcessWhatItComputesHere() throws IOException {
        Path graph = write(graph().addNode(node("Add", "y", "x", "x")));

        Map<String, Tensor> there = new ChildGraph(LONG, () -> false).run(graph, ONE, List.of("y"));

        assertThat(there).isEqualTo(OnnxSession.once(graph, ONE, List.of("y")));
        assertThat(there.get("y").longs()).containsExactly(2);
    }

    @Test
    void aGraphThatNeverEndsIsGivenUp() throws IOException {
        Problem problem = refused(endless(), 8, () -> false);

        assertThat(problem.key()).as(problem.text(Locale.ENGLISH)).isEqualTo("graphTime");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.text(Locale.ENGLISH)).contains("model.onnx", "8 seconds", "--graph-seconds");
    }

    @Test
    void aGraphIsGivenUpWhenAPersonWantsThat() throws IOException {
        assertThat(refused(endless(), LONG, () -> true).kind()).isEqualTo(Problem.Kind.CANCELLED);
    }

    @Test
    void aGraphThatTakesAllMemoryIsEnded() throws IOException {
        GraphProto.Builder graph = graph();
        graph.addInitializer(longs("shape", 1L << 33));
        graph.addNode(node("Expand", "large", "x", "shape"));
        graph.addInitializer(longs("axis", 0));
        graph.addNode(node("ReduceSum", "y", "large", "axis"));

        assertThat(refused(write(graph), LONG, () -> false).key()).isIn("graphMemory", "runtimeRefuses");
    }

    @Test
    void aGraphThatCrashesItsProcessHarmsNobody() throws IOException {
        GraphProto.Builder graph = graph();
        graph.addNode(node("Sub", "none", "x", "x"));
        graph.addNode(node("Div", "y", "x", "none"));

        assertThat(refused(write(graph), LONG, () -> false).key()).isEqualTo("graphCrash");
    }

    private static Problem refused(Path graph, int seconds, BooleanSupplier cancelled) {
        OnnxGuard.requirePlain(graph);
        return catchThrowableOfType(
                        ProblemException.class, () -> new ChildGraph(seconds, cancelled).run(graph, ONE, List.of("y")))
                .problem();
    }

    /** A loop of 2^62 rounds. */
    private Path endless() throws IOException {
        GraphProto body = GraphProto.newBuilder()
                .setName("body")
                .addInput(info("round", I64))
                .addInput(info("go", BOOL))
                .addInput(info("before", I64))
                .addNode(node("Identity", "on", "go"))
                .addNode(node("Add", "after", "before", "round"))
                .addOutput(info("on", BOOL))
                .addOutput(info("after", I64))
                .build();
        GraphProto.Builder graph = graph();
        graph.addInitializer(
                TensorProto.newBuilder().setName("rounds").setDataType(I64).addInt64Data(1L << 62));
        graph.addInitializer(
                TensorProto.newBuilder().setName("yes").setDataType(BOOL).addInt32Data(1));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Loop")
                .addInput("rounds")
                .addInput("yes")
                .addInput("x")
                .addOutput("y")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeProto.AttributeType.GRAPH)
                        .setG(body)));
        return write(graph);
    }

    private static GraphProto.Builder graph() {
        return GraphProto.newBuilder().setName("graph").addInput(info("x", I64)).addOutput(info("y", I64));
    }

    private static NodeProto node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .addOutput(output)
                .addAllInput(List.of(inputs))
                .build();
    }

    private static TensorProto longs(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(I64).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor.build();
    }

    private static ValueInfoProto info(String name, int type) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder(); // of no axis: what a loop counts and asks
        if (!List.of("round", "go", "on").contains(name)) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"));
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private Path write(GraphProto.Builder graph) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
        return Files.write(folder.resolve("model.onnx"), model.toByteArray());
    }
}
