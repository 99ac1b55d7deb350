package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An ONNX graph under construction: inputs, nodes, outputs, and the weights and constants as initializers. A graph inside a node shares initializers
 * and names with the graph around it.
 */
final class OnnxNodes {
    static final int F32 = TensorProto.DataType.FLOAT_VALUE;
    static final int I64 = TensorProto.DataType.INT64_VALUE;
    static final int BOOL = TensorProto.DataType.BOOL_VALUE;

    /** What a graph shares with the graphs inside it. */
    private static final class Shared {
        private final Map<String, Tensor> weights;
        private final Map<String, TensorProto> initializers = new LinkedHashMap<>();
        private int count;

        Shared(Map<String, Tensor> weights) {
            this.weights = weights;
        }
    }

    private final Shared shared;
    private final GraphProto.Builder graph = GraphProto.newBuilder();

    /** @param weights by their names; those that are used become initializers */
    OnnxNodes(Map<String, Tensor> weights) {
        this(new Shared(weights));
    }

    private OnnxNodes(Shared shared) {
        this.shared = shared;
    }

    /** A graph that a node of this one will hold. */
    OnnxNodes inside() {
        return new OnnxNodes(shared);
    }

    /** The whole graph with its initializers. */
    GraphProto finish(String name) {
        shared.initializers.values().forEach(graph::addInitializer);
        return graph.setName(name).build();
    }

    /** This graph as an attribute of a node, with inputs of any shape and outputs of any extents, but with their numbers of axes: the runtime asks for them. */
    AttributeProto attribute(String kind, String name, int type, Value... results) {
        for (Value result : results) {
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            for (int axis = 0; axis < result.rank(); axis++) {
                shape.addDim(TensorShapeProto.Dimension.newBuilder());
            }
            graph.addOutput(info(
                    result.name(),
                    TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)));
        }
        return AttributeProto.newBuilder()
                .setName(kind)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph.setName(name))
                .build();
    }

    /** @param axes the extent of each axis: a number, or the name of one that may be of any extent */
    Value input(String name, int type, String... axes) {
        graph.addInput(info(name, type, axes));
        return new Value(name, axes.length);
    }

    /** An input of a graph inside a node, of any shape. */
    Value stepInput(String operation, int rank) {
        Value value = new Value(next(operation), rank);
        graph.addInput(unshaped(value.name()));
        return value;
    }

    void output(String name, Value value, String... axes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(value.name())
                .addOutput(name));
        graph.addOutput(info(name, F32, axes));
    }

    private static ValueInfoProto info(String name, int type, String... axes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String axis : axes) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            if (Character.isDigit(axis.charAt(0))) {
                dimension.setDimValue(Long.parseLong(axis));
            } else {
                dimension.setDimParam(axis);
            }
            shape.addDim(dimension);
        }
        return info(name, TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape));
    }

    private static ValueInfoProto unshaped(String name) {
        return info(name, TypeProto.Tensor.newBuilder().setElemType(F32));
    }

    private static ValueInfoProto info(String name, TypeProto.Tensor.Builder type) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /** The shape of a weight. */
    long[] shape(String weight) {
        return shared.weights.get(weight).shape();
    }

    Value weight(String name) {
        Tensor tensor = shared.weights.get(name);
        shared.initializers.computeIfAbsent(name, n -> tensor(n, F32, tensor.data(), tensor.shape()));
        return new Value(name, tensor.shape().length);
    }

    int columns(String name) {
        return Math.toIntExact(shared.weights.get(name).shape()[1]);
    }

    Value constant(float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return constant(F32, data, shape);
    }

    Value constant(long[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return constant(I64, data, shape);
    }

    private Value constant(int type, ByteBuffer data, long... shape) {
        String name = next("constant");
        shared.initializers.put(name, tensor(name, type, data, shape));
        return new Value(name, shape.length);
    }

    /** A constant with one axis. */
    Value list(long... values) {
        return constant(values, values.length);
    }

    private static TensorProto tensor(String name, int type, ByteBuffer data, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
        for (long extent : shape) {
            tensor.addDims(extent);
        }
        return tensor.setRawData(UnsafeByteOperations.unsafeWrap(data)).build();
    }

    /** An unused name. */
    private String next(String operation) {
        return operation + "_" + shared.count++;
    }

    /** A node with one output, under its own name. */
    Value node(String type, int rank, List<AttributeProto> attributes, Value... inputs) {
        NodeProto.Builder node = begin(type).addAllAttribute(attributes);
        for (Value input : inputs) {
            node.addInput(input.name());
        }
        return new Value(add(node.addOutput(node.getName())), rank);
    }

    /** A node with a name of its own, to be given inputs and outputs. */
    NodeProto.Builder begin(String type) {
        return NodeProto.newBuilder().setOpType(type).setName(next(type.toLowerCase(Locale.ROOT)));
    }

    /** Adds a node; returns its name. */
    String add(NodeProto.Builder node) {
        graph.addNode(node);
        return node.getName();
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto real(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto wholes(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }
}
