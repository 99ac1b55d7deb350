package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ContractCases;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.Tensor;
import dev.interestlens.workspace.ForeignWeights.Difference;
import dev.interestlens.workspace.ForeignWeights.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignWeightsTest {
    @TempDir
    Path folder;

    @Test
    void everyDifferenceIsNamed() {
        Path file = folder.resolve("foreign.safetensors");
        try (TrainedModel model =
                ContractCases.model(ModelCatalog.family("pool").preset(Preset.QUICK))) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(model.weights().tensors());
            write(file, tensors);
            assertThat(ForeignWeights.of(file, model)).isEmpty();
            assertThat(ForeignWeights.arrays(file)).isEqualTo(tensors.size());
            tensors.remove("prediction_net.0.bias");
            tensors.put("item_embedding.weight", Tensor.of(new float[6], 3, 2));
            tensors.put("extra", Tensor.of(new float[] {1}, 1));
            float[] infinite = tensors.get("prediction_net.0.weight").floats();
            infinite[3] = Float.POSITIVE_INFINITY;
            long[] shape = tensors.get("prediction_net.0.weight").shape();
            tensors.put("prediction_net.0.weight", Tensor.of(infinite, shape));
            write(file, tensors);
            assertThat(ForeignWeights.of(file, model))
                    .extracting(Difference::name, Difference::kind)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("prediction_net.0.bias", Kind.MISSING),
                            org.assertj.core.groups.Tuple.tuple("item_embedding.weight", Kind.OTHER_SHAPE),
                            org.assertj.core.groups.Tuple.tuple("prediction_net.0.weight", Kind.NOT_FINITE),
                            org.assertj.core.groups.Tuple.tuple("extra", Kind.FURTHER));
        }
    }

    @Test
    void aFileIsOneByItsNameOrItsFirstBytes() throws IOException {
        Path named = Files.writeString(folder.resolve("a.SAFETENSORS"), "Loading data");
        Path text = Files.writeString(folder.resolve("din.out"), "Loading data and training");
        Path json = Files.writeString(folder.resolve("run.json"), "{\"a\": {\"b\": {}}}");
        Path unnamed = folder.resolve("weights");
        write(unnamed, Map.of("extra", Tensor.of(new float[] {1}, 1)));
        assertThat(List.of(named, unnamed)).allMatch(ForeignWeights::isOne);
        assertThat(List.of(text, json, folder, folder.resolve("gone"))).noneMatch(ForeignWeights::isOne);
    }

    private static void write(Path file, Map<String, Tensor> tensors) {
        AtomicFile.write(Disk.real(), file, out -> Safetensors.write(out, tensors, Map.of()));
    }
}
