package dev.interestlens.foreign.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model with additional outputs and inputs.
 *
 * @param outputs arrays inside it that become outputs
 * @param cuts arrays inside it that become inputs instead of being computed
 * @param otherPadding tables whose first row, that of padding, is replaced by other numbers
 */
public record Variant(List<String> outputs, List<Cut> cuts, List<String> otherPadding) {
    /** An array with its number of axes. */
    public record Cut(String tensor, int rank) {}

    /** The unchanged model. */
    public static final Variant PLAIN = new Variant(List.of(), List.of(), List.of());

    private static final String BEFORE = "__as_computed";
    private static final Set<String> NO_ARRAYS = Set.of(
            "Constant",
            "Shape",
            "If",
            "Loop",
            "Scan",
            "SplitToSequence",
            "SequenceEmpty",
            "SequenceInsert",
            "SequenceConstruct",
            "SequenceErase",
            "Optional");

    public Variant {
        outputs = List.copyOf(outputs);
        cuts = List.copyOf(cuts);
        otherPadding = List.copyOf(otherPadding);
    }

    public static Variant seeing(List<String> outputs) {
        return new Variant(outputs, List.of(), List.of());
    }

    public Variant cutting(List<Cut> tensors) {
        return new Variant(outputs, tensors, otherPadding);
    }

    /** The bytes of a model with these changes. */
    byte[] apply(ModelProto model) {
        ModelProto.Builder changed = model.toBuilder();
        GraphProto.Builder graph = changed.getGraphBuilder();
        cuts.forEach(cut -> cut(graph, cut.tensor(), cut.rank()));
        promote(graph, outputs);
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            if (otherPadding.contains(graph.getInitializer(i).getName())) {
                graph.setInitializer(i, otherFirstRow(graph.getInitializer(i)));
            }
        }
        return changed.build().toByteArray();
    }

    /** The bytes with every array as an output. */
    static byte[] everything(ModelProto model) {
        ModelProto.Builder changed = model.toBuilder();
        GraphProto.Builder graph = changed.getGraphBuilder();
        List<String> all = model.getGraph().getNodeList().stream()
                .filter(node -> !NO_ARRAYS.contains(node.getOpType()))
                .flatMap(node -> node.getOutputList().stream())
                .filter(name -> !name.isEmpty())
                .toList();
        promote(graph, all);
        return changed.build().toByteArray();
    }

    private static void promote(GraphProto.Builder graph, List<String> names) {
        Set<String> there = new HashSet<>();
        graph.getOutputList().forEach(output -> there.add(output.getName()));
        for (String name : names) {
            if (there.add(name)) {
                graph.addOutput(ValueInfoProto.newBuilder().setName(name)); // without a type: the runtime infers it
            }
        }
    }

    private static void cut(GraphProto.Builder graph, String tensor, int rank) {
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto node = graph.getNode(i);
            int at = node.getOutputList().indexOf(tensor);
            if (at >= 0) {
                graph.setNode(i, node.toBuilder().setOutput(at, tensor + BEFORE));
            }
        }
        for (int i = graph.getOutputCount() - 1; i >= 0; i--) {
            if (graph.getOutput(i).getName().equals(tensor)) {
                graph.removeOutput(i);
            }
        }
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder(); // later loops need the number of axes
        for (int axis = 0; axis < rank; axis++) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder());
        }
        graph.addInput(ValueInfoProto.newBuilder()
                .setName(tensor)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape))));
    }

    /** Numbers of the size of the others, alternately high and low. */
    private static TensorProto otherFirstRow(TensorProto table) {
        int rows = (int) table.getDims(0);
        int width = (int) table.getDims(table.getDimsCount() - 1);
        ByteBuffer values = ByteBuffer.allocate(rows * width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.put(table.getRawData().asReadOnlyByteBuffer());
        values.flip();
        double sum = 0;
        int sampled = Math.min(rows - 1, 200) * width;
        for (int i = 0; i < sampled; i++) {
            float value = values.getFloat((width + i) * Float.BYTES);
            sum += value * (double) value;
        }
        float size = (float) (3 * Math.sqrt(sum / Math.max(1, sampled)));
        for (int e = 0; e < width; e++) {
            values.putFloat(e * Float.BYTES, e % 2 == 0 ? size : -size);
        }
        return table.toBuilder()
                .setRawData(UnsafeByteOperations.unsafeWrap(values))
                .build();
    }
}
