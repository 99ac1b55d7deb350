package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.TemporaryName;
import dev.interestlens.store.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Products by weights in 8-bit integers: QuantizeLinear, MatMulInteger, Cast, Mul, and Add where something is added. Inputs are rounded to 256 steps
 * between the smallest and the largest number of the calibration rows, independent of the batch; weights are rounded by column. Weights use 7 of
 * their 8 bits: processors without instructions for such products add two of them in 16 bits, which would overflow.
 */
record IntegerProducts(Map<String, Product> products) {
    /** Narrower products are not faster, since rounding and scaling take longer than they save. */
    private static final int MIN_WIDTH = 256;

    /** An input that is always 0 needs a step too. */
    private static final float MIN_RANGE = 1e-12f;

    private static final int STEPS = 255;
    private static final int LARGEST_WEIGHT = 63;

    /**
     * A product.
     *
     * @param scale of a step of the input
     * @param zero the step that means 0
     */
    private record Product(byte[] weights, float[] scales, long rows, float scale, int zero) {}

    int count() {
        return products.size();
    }

    /** Finds the products and the ranges of their inputs for the calibration rows. */
    static IntegerProducts observed(Disk disk, Path file, ModelProto model, List<Map<String, Tensor>> rows) {
        List<NodeProto> candidates = candidates(model.getGraph());
        Map<String, float[]> ranges = new LinkedHashMap<>();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        if (!candidates.isEmpty() && !rows.isEmpty()) {
            observe(disk, file, model, candidates, rows, ranges, weights);
        }
        Map<String, Product> products = new LinkedHashMap<>();
        for (NodeProto node : candidates) {
            float[] range = ranges.get(node.getInput(0));
            Tensor weight = weights.get(node.getInput(1));
            if (range != null && weight.shape()[1] >= MIN_WIDTH) {
                products.put(node.getOutput(0), product(weight, range[0], range[1]));
            }
        }
        return new IntegerProducts(products);
    }

    /** Products with a constant right side; a Gemm of this program transposes nothing and only adds a third input. */
    private static List<NodeProto> candidates(GraphProto graph) {
        Set<String> constants = Graphs.constants(graph);
        return graph.getNodeList().stream()
                .filter(node -> Set.of("MatMul", "Gemm").contains(node.getOpType())
                        && constants.contains(node.getInput(1))
                        && !constants.contains(node.getInput(0)))
                .toList();
    }

    private static void observe(
            Disk disk,
            Path file,
            ModelProto model,
            List<NodeProto> candidates,
            List<Map<String, Tensor>> rows,
            Map<String, float[]> ranges,
            Map<String, Tensor> weights) {
        Set<String> left = new LinkedHashSet<>();
        Set<String> right = new LinkedHashSet<>();
        candidates.forEach(node -> {
            left.add(node.getInput(0));
            right.add(node.getInput(1));
        });
        Path observed = TemporaryName.beside(file);
        AtomicFile.write(disk, observed, told(model, left, right)::writeTo);
        try (OnnxSession session = OnnxSession.open(observed)) {
            weights.putAll(session.run(rows.get(0), List.copyOf(right)));
            weights.values().removeIf(each -> each.shape().length != 2);
            candidates.stream()
                    .filter(node -> !weights.containsKey(node.getInput(1)))
                    .forEach(node -> left.remove(node.getInput(0)));
            List<String> computed = new ArrayList<>(left);
            List<String> given =
                    session.inputs().stream().filter(left::contains).toList();
            computed.removeAll(given);
            for (Map<String, Tensor> row : rows) {
                given.forEach(name -> widen(ranges, name, row.get(name)));
                if (!computed.isEmpty()) {
                    session.run(row, computed).forEach((name, tensor) -> widen(ranges, name, tensor));
                }
            }
        } finally {
            FileAccess.run(() -> disk.delete(observed));
        }
    }

    private static void widen(Map<String, float[]> ranges, String name, Tensor values) {
        float[] range = ranges.computeIfAbsent(name, each -> new float[2]); // the range always includes 0
        for (float value : values.floats()) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
    }

    private static ModelProto told(ModelProto model, Set<String> left, Set<String> right) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        Set<String> all = new LinkedHashSet<>(left);
        all.addAll(right);
        graph.getOutputList().stream().map(ValueInfoProto::getName).forEach(all::remove);
        graph.getInputList().stream().map(ValueInfoProto::getName).forEach(all::remove);
        all.forEach(name -> graph.addOutput(ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE)))));
        return model.toBuilder().setGraph(graph).build();
    }

    private static Product product(Tensor weight, float least, float largest) {
        int rows = (int) weight.shape()[0];
        int columns = (int) weight.shape()[1];
        float[] values = weight.floats();
        byte[] rounded = new byte[values.length];
        float step = Math.max(largest - least, MIN_RANGE) / STEPS;
        float[] scales = new float[columns];
        for (int c = 0; c < columns; c++) {
            float size = MIN_RANGE;
            for (int r = 0; r < rows; r++) {
                size = Math.max(size, Math.abs(values[r * columns + c]));
            }
            float scale = size / LARGEST_WEIGHT;
            for (int r = 0; r < rows; r++) {
                rounded[r * columns + c] = (byte) Math.round(values[r * columns + c] / scale);
            }
            scales[c] = scale * step;
        }
        return new Product(rounded, scales, rows, step, Math.round(-least / step));
    }

    /** The graph with its products replaced. */
    GraphProto applied(GraphProto graph) {
        GraphProto.Builder changed = graph.toBuilder().clearNode();
        for (NodeProto node : graph.getNodeList()) {
            Product product = products.get(node.getOutput(0));
            if (product == null) {
                changed.addNode(node);
            } else {
                replace(changed, node, product);
            }
        }
        return Graphs.live(changed.build());
    }

    private static void replace(GraphProto.Builder graph, NodeProto node, Product product) {
        String name = node.getOutput(0);
        ByteBuffer scales = ByteBuffer.allocate(4 * product.scales().length).order(ByteOrder.LITTLE_ENDIAN);
        scales.asFloatBuffer().put(product.scales());
        ByteBuffer scale = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, product.scale());
        graph.addInitializer(constant(
                name + "_weights",
                TensorProto.DataType.INT8_VALUE,
                ByteBuffer.wrap(product.weights()),
                product.rows(),
                product.scales().length));
        graph.addInitializer(
                constant(name + "_scales", TensorProto.DataType.FLOAT_VALUE, scales, product.scales().length));
        graph.addInitializer(constant(name + "_scale", TensorProto.DataType.FLOAT_VALUE, scale));
        graph.addInitializer(constant(
                name + "_zero", TensorProto.DataType.UINT8_VALUE, ByteBuffer.wrap(new byte[] {(byte) product.zero()})));
        graph.addNode(made("QuantizeLinear", name + "_steps", node.getInput(0), name + "_scale", name + "_zero"));
        graph.addNode(made("MatMulInteger", name + "_sum", name + "_steps", name + "_weights", name + "_zero"));
        graph.addNode(made("Cast", name + "_number", name + "_sum")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(TensorProto.DataType.FLOAT_VALUE)));
        if (node.getInputCount() == 2) {
            graph.addNode(made("Mul", name, name + "_number", name + "_scales"));
        } else {
            graph.addNode(made("Mul", name + "_product", name + "_number", name + "_scales"));
            graph.addNode(made("Add", name, name + "_product", node.getInput(2)));
        }
    }

    private static NodeProto.Builder made(String type, String output, String... inputs) {
        return NodeProto.newBuilder().setOpType(type).addOutput(output).addAllInput(new ArrayList<>(List.of(inputs)));
    }

    private static TensorProto constant(String name, int type, ByteBuffer data, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        for (long extent : shape) {
            tensor.addDims(extent);
        }
        return tensor.setRawData(ByteString.copyFrom(data)).build();
    }
}
