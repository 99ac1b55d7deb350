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
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.interestlens.export.onnx.ForeignGraphs;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded; {@code -Dinterestlens.fuzz.rounds} makes it longer. */
class OnnxValidatorTest {
    private static final long SEED = Long.getLong("interestlens.fuzz.seed", 20_261);
    private static final int ROUNDS = Integer.getInteger("interestlens.fuzz.rounds", 12) * 30;

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
        return catchThrowableOfType(ProblemException.class, () -> OnnxValidator.examine(file))
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
        assertThat(OnnxValidator.siblings(good())).isEmpty();
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
        assertThat(OnnxValidator.siblings(file)).containsExactly("model.onnx.data");
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

    /** Taken and looked through, or refused in words that name the file. */
    private static boolean taken(Path file) {
        try {
            GraphFile graph = GraphFile.read(file);
            graph.inputs().forEach(input -> graph.use(input.name()));
            graph.outputs().forEach(graph::beforeSigmoid);
            graph.training();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problem().text(Locale.ENGLISH))
                    .contains(file.getFileName().toString());
            return false;
        }
    }

    @Test
    void noBytesAreAModelByChance() throws IOException {
        Path file = folder.resolve("random.onnx");
        byte[] sound = Files.readAllBytes(good());
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = sound.clone();
            for (int k = 0; k < 1 + random.nextInt(20); k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, i % 4 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            taken += taken(file) ? 1 : 0;
        }
        assertThat(taken).isBetween(1, ROUNDS - 1);
    }

    @Test
    void noModelThatWasChangedInItsPartsBreaksTheReader() throws IOException {
        Path file = folder.resolve("changed.onnx");
        ModelProto sound = ModelProto.parseFrom(Files.readAllBytes(good()));
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ModelProto.Builder model = sound.toBuilder();
            for (int k = 0; k < 1 + random.nextInt(4); k++) {
                change(model, random);
            }
            taken += taken(Files.write(file, model.build().toByteArray())) ? 1 : 0;
        }
        assertThat(taken).isBetween(1, ROUNDS - 1);
    }

    /** Some field of some message in it becomes another value, comes twice, or goes. */
    private static void change(Message.Builder message, Random random) {
        List<FieldDescriptor> fields = List.copyOf(message.getAllFields().keySet());
        if (fields.isEmpty()) {
            return;
        }
        FieldDescriptor field = fields.get(random.nextInt(fields.size()));
        int at = field.isRepeated() ? random.nextInt(message.getRepeatedFieldCount(field)) : 0;
        boolean deeper = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && random.nextInt(8) > 0;
        if (deeper) {
            Message inside =
                    (Message) (field.isRepeated() ? message.getRepeatedField(field, at) : message.getField(field));
            Message.Builder changed = inside.toBuilder();
            change(changed, random);
            set(message, field, at, changed.build());
        } else if (field.isRepeated() && random.nextBoolean()) {
            message.addRepeatedField(field, message.getRepeatedField(field, at));
        } else if (random.nextInt(4) == 0) {
            message.clearField(field);
        } else {
            other(field, random).ifPresent(value -> set(message, field, at, value));
        }
    }

    private static void set(Message.Builder message, FieldDescriptor field, int at, Object value) {
        if (field.isRepeated()) {
            message.setRepeatedField(field, at, value);
        } else {
            message.setField(field, value);
        }
    }

    private static Optional<Object> other(FieldDescriptor field, Random random) {
        long[] numbers = {-1, 0, 1, 2, 7, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        String[] words = {
            "", "..", "../../etc/passwd", "Gather", "Softmax", "If", "\u0000", "hist_items", "x".repeat(9000)
        };
        long number = numbers[random.nextInt(numbers.length)];
        return switch (field.getJavaType()) {
            case INT -> Optional.of((int) number);
            case LONG -> Optional.of(number);
            case FLOAT -> Optional.of(Float.NaN);
            case DOUBLE -> Optional.of(Double.NaN);
            case BOOLEAN -> Optional.of(random.nextBoolean());
            case STRING -> Optional.of(words[random.nextInt(words.length)]);
            case BYTE_STRING -> Optional.of(ByteString.copyFromUtf8(words[random.nextInt(words.length)]));
            case ENUM, MESSAGE -> Optional.empty();
        };
    }

    @Test
    void aGraphWithoutNodesIsNoModel() throws IOException {
        assertThat(refused(changed(m -> m.setGraph(GraphProto.newBuilder())))).isEqualTo("noModel");
        assertThat(refused(folder.resolve("missing.onnx"))).isEqualTo("noFile");
    }
}
