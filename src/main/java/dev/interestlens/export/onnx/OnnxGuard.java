package dev.interestlens.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks an untrusted ONNX file before any runtime loads it: it may not refer to other files, define functions or use operators outside the standard,
 * and everything must be in one graph and its branches.
 */
public final class OnnxGuard {
    private static final Set<String> STANDARD = Set.of("", "ai.onnx");
    private static final int DEEPEST = 8;

    private OnnxGuard() {}

    /** Whether two files hold the same graph, whatever else they say of themselves. */
    public static boolean sameGraph(Path file, Path other) {
        return parsed(file).getGraph().equals(parsed(other).getGraph());
    }

    /** Whether two graphs have inputs and outputs of the same names. */
    public static boolean sameNames(Path file, Path other) {
        return names(parsed(file).getGraph()).equals(names(parsed(other).getGraph()));
    }

    private static List<Set<String>> names(GraphProto graph) {
        return Stream.of(graph.getInputList(), graph.getOutputList())
                .map(all -> all.stream().map(ValueInfoProto::getName).collect(Collectors.toSet()))
                .toList();
    }

    private static ModelProto parsed(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw refused(file, "no model: " + e.getMessage());
        }
    }

    /** @throws ProblemException naming what is not allowed */
    public static void requirePlain(Path file) {
        ModelProto model = parsed(file);
        for (OperatorSetIdProto used : model.getOpsetImportList()) {
            require(STANDARD.contains(used.getDomain()), file, "operators of " + used.getDomain());
        }
        require(model.getFunctionsCount() == 0, file, "functions of its own");
        require(model.getTrainingInfoCount() == 0, file, "a training graph");
        graph(model.getGraph(), file, 0);
    }

    private static void graph(GraphProto graph, Path file, int depth) {
        require(depth < DEEPEST, file, "graphs within graphs");
        require(graph.getSparseInitializerCount() == 0, file, "sparse tensors");
        tensors(graph.getInitializerList(), file);
        for (NodeProto node : graph.getNodeList()) {
            require(STANDARD.contains(node.getDomain()), file, "operators of " + node.getDomain());
            for (AttributeProto attribute : node.getAttributeList()) {
                require(!attribute.hasSparseTensor() && attribute.getSparseTensorsCount() == 0, file, "sparse tensors");
                tensors(List.of(attribute.getT()), file);
                tensors(attribute.getTensorsList(), file);
                if (attribute.hasG()) {
                    graph(attribute.getG(), file, depth + 1);
                }
                for (GraphProto inner : attribute.getGraphsList()) {
                    graph(inner, file, depth + 1);
                }
            }
        }
    }

    private static void tensors(List<TensorProto> tensors, Path file) {
        for (TensorProto tensor : tensors) {
            require(
                    tensor.getExternalDataCount() == 0 && tensor.getDataLocation() == TensorProto.DataLocation.DEFAULT,
                    file,
                    "weights in another file");
        }
    }

    private static void require(boolean holds, Path file, String reason) {
        if (!holds) {
            throw refused(file, reason);
        }
    }

    private static ProblemException refused(Path file, String reason) {
        return Problem.badInput(OnnxGuard.class, "notPlain", file).exception("reason", reason);
    }
}
