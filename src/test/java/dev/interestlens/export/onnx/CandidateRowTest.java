package dev.interestlens.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.store.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read at the candidate alone is computed there alone. */
class CandidateRowTest {
    @TempDir
    Path folder;

    @Test
    void theLastLayerOfBstFeedsForwardOneRowASample() throws IOException {
        assertThat(feedForwardRows("bst balanced")).containsExactly(1);
    }

    @Test
    void layersBeforeItFeedForwardEveryPosition() throws IOException {
        assertThat(feedForwardRows("bst balanced two layers"))
                .containsExactly(9, 1); // eight behaviours and the candidate
    }

    /** The number of rows of a sample in the activation of each feed-forward net. */
    private List<Integer> feedForwardRows(String name) throws IOException {
        Path file = folder.resolve("bst.onnx");
        try (TrainedModel model = ContractCases.model(ContractCases.all().get(name))) {
            new OnnxExport(Disk.real()).write(model, Map.of(), false, ContractCases.seven(), file);
            List<String> activations = show(file);
            List<GraphInput> inputs =
                    model.describe(new OnnxGraph(model.weights().tensors()), false);
            try (OnnxSession session = OnnxSession.open(file)) {
                List<ModelInputTensor> fed = ModelInputTensor.of(inputs, model.input(), ContractCases.batch(8, 3));
                return activations.stream()
                        .map(each -> (int) session.run(fed, each).shape()[1])
                        .toList();
            }
        }
    }

    /** Makes what the activations give outputs of the graph. */
    private static List<String> show(Path file) throws IOException {
        ModelProto.Builder model;
        try (InputStream in = Files.newInputStream(file)) {
            model = ModelProto.parseFrom(in).toBuilder();
        }
        List<String> names = model.getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals("LeakyRelu"))
                .map(NodeProto::getName)
                .toList();
        for (String name : names) {
            model.getGraphBuilder()
                    .addOutput(ValueInfoProto.newBuilder()
                            .setName(name)
                            .setType(TypeProto.newBuilder()
                                    .setTensorType(TypeProto.Tensor.newBuilder()
                                            .setElemType(TensorProto.DataType.FLOAT_VALUE))));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            model.build().writeTo(out);
        }
        return names;
    }
}
