package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** Tables that are only looked up, as 16-bit floats: looked-up rows are converted to 32 bits, so that all products remain the same. */
final class HalfTables {
    private static final String LOOK_UP = "Gather";
    private static final float LARGEST = 65504;
    private static final int F32 = TensorProto.DataType.FLOAT_VALUE;

    private HalfTables() {}

    /** The names of tables that are read only by look-ups. */
    static Set<String> in(GraphProto graph) {
        Set<String> tables = new HashSet<>();
        graph.getInitializerList().stream()
                .filter(each -> each.getDataType() == F32 && each.getDimsCount() == 2)
                .forEach(each -> tables.add(each.getName()));
        Set<String> lookedUp = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                if (node.getOpType().equals(LOOK_UP) && i == 0) {
                    lookedUp.add(node.getInput(i));
                } else {
                    tables.remove(node.getInput(i));
                }
            }
        }
        Graphs.readInside(graph).forEach(tables::remove);
        tables.retainAll(lookedUp);
        return tables;
    }

    static GraphProto applied(GraphProto graph) {
        Set<String> tables = in(graph);
        GraphProto.Builder changed = graph.toBuilder().clearNode().clearInitializer();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals(LOOK_UP) && tables.contains(node.getInput(0))) {
                String half = node.getOutput(0) + "_half";
                changed.addNode(node.toBuilder().setOutput(0, half));
                changed.addNode(NodeProto.newBuilder()
                        .setOpType("Cast")
                        .addInput(half)
                        .addOutput(node.getOutput(0))
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("to")
                                .setType(AttributeProto.AttributeType.INT)
                                .setI(F32)));
            } else {
                changed.addNode(node);
            }
        }
        graph.getInitializerList()
                .forEach(each -> changed.addInitializer(tables.contains(each.getName()) ? half(each) : each));
        return changed.build();
    }

    private static TensorProto half(TensorProto table) {
        ByteBuffer floats = table.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer halves = ByteBuffer.allocate(floats.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
        while (floats.hasRemaining()) {
            halves.putShort(half(floats.getFloat()));
        }
        return table.toBuilder()
                .setDataType(TensorProto.DataType.FLOAT16_VALUE)
                .setRawData(ByteString.copyFrom(halves.flip()))
                .build();
    }

    /** The nearest number of 16 bits, ties to even; larger ones become the largest. NaN stays NaN. */
    static short half(float value) {
        return Fp16Conversions.mlasFloatToFp16(Math.max(-LARGEST, Math.min(LARGEST, value)));
    }
}
