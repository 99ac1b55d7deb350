package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void tensorsComeBackAsTheyWere() throws IOException {
        Map<String, Tensor> tensors = sample();
        Path file = file(bytes(tensors, Map.of("kind", "汉字 \"quoted\"")));

        try (SafetensorsFile read = Safetensors.map(file)) {
            assertThat(read.tensors()).containsExactlyInAnyOrderEntriesOf(tensors);
            assertThat(read.metadata()).containsExactly(Map.entry("kind", "汉字 \"quoted\""));
            assertThat(read.tensor("weights").floats()).containsExactly(1, -2, Float.NaN, 4, 5, 6);
            assertThat(read.tensor("scalar").doubles()).containsExactly(Math.PI);
            assertThat(read.tensor("ids").longs()).containsExactly(1L << 60);
        }
    }

    @Test
    void widerTypesComeFirstSoThatAllAreAligned() throws IOException {
        try (SafetensorsFile read = Safetensors.map(file(bytes(sample(), Map.of())))) {
            assertThat(read.names()).containsExactly("scalar", "ids", "weights", "positions", "flags", "none");
        }
    }

    @Test
    void sameTensorsSameBytes() throws IOException {
        assertThat(bytes(sample(), Map.of("b", "1", "a", "2"))).isEqualTo(bytes(sample(), Map.of("a", "2", "b", "1")));
    }

    @Test
    void filesOfTheReferenceAreRead() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/golden"))) {
            for (Path one : cases.filter(Files::isDirectory).toList()) {
                try (SafetensorsFile outputs = Safetensors.map(one.resolve("outputs.safetensors"))) {
                    assertThat(outputs.tensors()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aTableBeyondTwoGigabytesIsRead() throws IOException {
        long rows = 150_000_000;
        byte[] header = ("{\"table\":{\"dtype\":\"F32\",\"shape\":[" + rows + ",4],\"data_offsets\":[0," + rows * 16
                        + "]}}")
                .getBytes(StandardCharsets.US_ASCII);
        Path path = folder.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) { // sparse: takes no room
            file.setLength(8 + header.length + rows * 16);
            file.writeLong(Long.reverseBytes(header.length));
            file.write(header);
            file.seek(8 + header.length + (rows - 1) * 16);
            file.writeInt(Integer.reverseBytes(Float.floatToIntBits(42)));
        }

        try (SafetensorsFile read = Safetensors.map(path)) {
            Tensor table = read.tensor("table");
            assertThat(table.parts()).hasSize(3);
            assertThat(table.slice((rows - 1) * 4, 4).getFloat(0)).isEqualTo(42);
            assertThat(table.slice((1L << 28) - 2, 4).remaining()).isEqualTo(16);
        }
    }

    @Test
    void aSliceAcrossPartsIsWhole() {
        ByteBuffer all = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 10; i++) {
            all.putInt(i);
        }
        all.flip();
        Tensor tensor =
                new Tensor(DType.I32, new long[] {10}, List.of(all.slice(0, 12), all.slice(12, 8), all.slice(20, 20)));
        for (int first = 0; first <= 10; first++) {
            for (int count = 0; first + count <= 10; count++) {
                ByteBuffer slice = tensor.slice(first, count);
                assertThat(slice.remaining()).isEqualTo(4 * count);
                for (int i = 0; i < count; i++) {
                    assertThat(slice.getInt(4 * i)).isEqualTo(first + i);
                }
            }
        }
        assertThat(tensor.ints()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThatThrownBy(() -> tensor.slice(8, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{} x",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} {}",
                "{\"a\":1}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"more\":1}}",
                "{\"a\":{\"dtype\":\"X9\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":7,\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"__metadata__\":{\"a\":1},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":[],\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}}"
            })
    void aHeaderThatLiesIsRefused(String header) throws IOException {
        Path file = file(withHeader(header.getBytes(StandardCharsets.UTF_8).length, header, 8));

        assertThatThrownBy(() -> Safetensors.map(file)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().kind())
                .isEqualTo(Problem.Kind.BAD_INPUT));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 3, 1000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void aHeaderLengthThatLiesIsRefused(long length) throws IOException {
        Path file = file(withHeader(length, "{}", 0));

        assertThatThrownBy(() -> Safetensors.map(file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aFileThatIsMissingOrTooShortIsRefused() {
        assertThatThrownBy(() -> Safetensors.map(folder.resolve("none"))).isInstanceOf(ProblemException.class);
        for (int length = 0; length < 8; length++) {
            int bytes = length;
            assertThatThrownBy(() -> Safetensors.map(file(new byte[bytes]))).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void changedBytesGiveAProblemOrTensorsOfTheirShapes() throws IOException {
        byte[] sound = bytes(sample(), Map.of("a", "b"));
        long seed = 17;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = sound.clone();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                changed[random.nextInt(sound.length)] = (byte) random.nextInt(256);
            }
            Path file = file(changed);
            try (SafetensorsFile read = Safetensors.map(file)) {
                read.tensors().forEach((name, tensor) -> assertThat(
                                tensor.slice(0, (int) tensor.elements()).remaining())
                        .isEqualTo((int) tensor.bytes()));
            } catch (ProblemException e) {
                assertThat(e.problem().kind()).as("seed %d, round %d", seed, i).isEqualTo(Problem.Kind.BAD_INPUT);
            }
        }
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        try (SafetensorsFile read = Safetensors.map(file(bytes(sample(), Map.of())))) {
            assertThatThrownBy(() -> read.tensor("other"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("other");
        }
    }

    private static Map<String, Tensor> sample() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("flags", Tensor.of(new byte[] {1, 0, 1}, 3));
        tensors.put("weights", Tensor.of(new float[] {1, -2, Float.NaN, 4, 5, 6}, 2, 3));
        tensors.put("scalar", Tensor.of(new double[] {Math.PI}));
        tensors.put("positions", Tensor.of(new int[] {3, 4}, 2, 1));
        tensors.put("ids", Tensor.of(new long[] {1L << 60}, 1));
        tensors.put("none", Tensor.of(new byte[0], 0, 5));
        return tensors;
    }

    private static byte[] bytes(Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, tensors, metadata);
        return out.toByteArray();
    }

    private static byte[] withHeader(long length, String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file.safetensors"), content);
    }

    @Test
    void aViewOfAnArrayIsWrittenLikeACopy() throws IOException {
        float[] values = new float[2 * FloatParts.PIECE + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        Tensor view = Tensor.view(values, values.length);
        Tensor copy = Tensor.of(values, values.length);
        ByteArrayOutputStream ofView = new ByteArrayOutputStream();
        ByteArrayOutputStream ofCopy = new ByteArrayOutputStream();
        Safetensors.write(ofView, Map.of("a", view), Map.of());
        Safetensors.write(ofCopy, Map.of("a", copy), Map.of());
        assertThat(Arrays.equals(ofView.toByteArray(), ofCopy.toByteArray())).isTrue();
        assertThat(view).isEqualTo(copy);
        assertThat(Arrays.equals(view.floats(), values)).isTrue();
        assertThat(view.slice(FloatParts.PIECE - 1, 3).asFloatBuffer().get(2)).isEqualTo(values[FloatParts.PIECE + 1]);
    }
}
