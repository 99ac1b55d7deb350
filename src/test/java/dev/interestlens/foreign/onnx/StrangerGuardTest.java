package dev.interestlens.foreign.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrangerGuardTest {
    @TempDir
    Path folder;

    private Path good() {
        return ForeignGraphs.write(folder.resolve("good.onnx"), ForeignGraphs.Kind.MASKED, 5);
    }

    private Path changed(Consumer<ModelProto.Builder> change) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(good())).toBuilder();
        change.accept(model);
        return Files.write(folder.resolve("changed.onnx"), model.build().toByteArray());
    }

    private static String refused(Path file) {
        return catchThrowableOfType(ProblemException.class, () -> StrangerGuard.examine(file))
                .problem()
                .key();
    }

    private static TensorProto.Builder external(String location, String offset, String length) {
        return TensorProto.newBuilder()
                .setName("outside")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", offset))
                .addExternalData(entry("length", length));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    @Test
    void aPlainModelIsTaken() {
        assertThat(StrangerGuard.siblings(good())).isEmpty();
    }

    @Test
    void operatorsOfOthersAreRefused() throws IOException {
        assertThat(refused(changed(m -> m.addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain("com.microsoft")
                        .setVersion(1)))))
                .isEqualTo("operators");
        assertThat(refused(changed(m -> m.getGraphBuilder()
                        .addNode(NodeProto.newBuilder().setOpType("Run").setDomain("evil")))))
                .isEqualTo("operators");
    }

    @Test
    void functionsAreRefused() throws IOException {
        assertThat(refused(
                        changed(m -> m.addFunctions(FunctionProto.newBuilder().setName("f")))))
                .isEqualTo("functions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/b", "a\\b", "", ".", "..", ".hidden", "C:x", "a\u0000b"})
    void weightsElsewhereAreRefused(String location) throws IOException {
        assertThat(refused(changed(m -> m.getGraphBuilder().addInitializer(external(location, "0", "8")))))
                .isEqualTo("otherFile");
    }

    @Test
    void weightsBesideTheModelAreTakenByTheirPlainName() throws IOException {
        Files.write(folder.resolve("model.onnx.data"), new byte[16]);
        Path file = changed(m -> m.getGraphBuilder().addInitializer(external("model.onnx.data", "8", "8")));
        assertThat(StrangerGuard.siblings(file)).containsExactly("model.onnx.data");
    }

    @ParameterizedTest
    @CsvSource({"9,8,siblingShort", "0,99,siblingShort", "-1,8,siblingShort", "0,x,siblingShort", "0,4,size"})
    void weightsBesideTheModelMustLieWithinTheirFile(String offset, String length, String key) throws IOException {
        Files.write(folder.resolve("w.data"), new byte[16]);
        assertThat(refused(changed(m -> m.getGraphBuilder().addInitializer(external("w.data", offset, length)))))
                .isEqualTo(key);
    }

    @Test
    void aLinkBesideTheModelIsNoFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.data"), Files.write(folder.resolve("real"), new byte[16]));
        assertThat(refused(changed(m -> m.getGraphBuilder().addInitializer(external("link.data", "0", "8")))))
                .isEqualTo("siblingMissing");
    }

    @Test
    void anArrayMustBeAsLongAsItSays() throws IOException {
        TensorProto.Builder claims = TensorProto.newBuilder()
                .setName("claims")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(1L << 40)
                .setRawData(ByteString.copyFrom(new byte[4]));
        assertThat(refused(changed(m -> m.getGraphBuilder().addInitializer(claims))))
                .isEqualTo("size");
        TensorProto.Builder overflows = claims.clone().addDims(1L << 40);
        assertThat(refused(changed(m -> m.getGraphBuilder().addInitializer(overflows))))
                .isEqualTo("size");
    }

    @Test
    void noBytesAreAModelByChance() throws IOException {
        Path file = folder.resolve("random.onnx");
        byte[] sound = Files.readAllBytes(good());
        Random random = new Random(3);
        int taken = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = sound.clone();
            for (int k = 0; k < 1 + random.nextInt(20); k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, i % 4 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                GraphFile graph = GraphFile.read(file);
                graph.inputs().forEach(input -> graph.use(input.name()));
                graph.outputs().forEach(graph::beforeSigmoid);
                taken++;
            } catch (ProblemException refused) {
                assertThat(refused.problem().text(java.util.Locale.ENGLISH)).contains("random.onnx");
            }
        }
        assertThat(taken).isBetween(1, 399);
    }

    @Test
    void aGraphWithoutNodesIsNoModel() throws IOException {
        assertThat(refused(changed(m -> m.setGraph(GraphProto.newBuilder())))).isEqualTo("noModel");
        assertThat(refused(folder.resolve("missing.onnx"))).isEqualTo("noFile");
    }
}
