package dev.interestlens.workspace;

import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.DType;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The contents of a safetensors file from elsewhere, and its differences from a model's weights. The weights are not used. */
public final class ForeignWeights {
    private static final String ENDING = ".safetensors";

    private ForeignWeights() {}

    /** How an array differs. */
    public enum Kind {
        /** The model has it, the file does not. */
        MISSING,
        /** The file has it, the model does not. */
        FURTHER,
        /** Both have it, of another type or shape. */
        OTHER_SHAPE,
        /** It holds a number that is not finite. */
        NOT_FINITE,
        /** It holds other numbers than the model. */
        OTHER_VALUES
    }

    /** One array that differs; a missing value is empty. */
    public record Difference(String name, Kind kind, String expected, String actual) {}

    /** Whether a file is one by its name or its first bytes; it may be damaged. */
    public static boolean isOne(Path file) {
        return Files.isRegularFile(file)
                && (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING) || beginsAsOne(file));
    }

    /** The header's length, little-endian, then an object in JSON. */
    private static boolean beginsAsOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(Long.BYTES + 1);
            return head.length == Long.BYTES + 1
                    && head[Long.BYTES] == '{'
                    && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong() >>> 32 == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of arrays in a file, after checking header and sizes. */
    public static int arrays(Path file) {
        try (SafetensorsFile opened = Safetensors.map(file)) {
            return opened.names().size();
        }
    }

    /** Every difference, in the model's order first; empty where the file could replace the model's weights. */
    public static List<Difference> of(Path file, TrainedModel model) {
        List<Difference> differences = new ArrayList<>();
        try (SafetensorsFile opened = Safetensors.map(file)) {
            Set<String> further = new LinkedHashSet<>(opened.names());
            for (TrainedModel.Shape shape : model.shapes()) {
                String expected = DType.F32 + shape.shape().toString();
                if (!further.remove(shape.name())) {
                    differences.add(new Difference(shape.name(), Kind.MISSING, expected, ""));
                    continue;
                }
                Tensor tensor = opened.tensor(shape.name());
                String actual = tensor.toString();
                if (!actual.equals(expected)) {
                    differences.add(new Difference(shape.name(), Kind.OTHER_SHAPE, expected, actual));
                } else if (!tensor.isFinite()) {
                    differences.add(new Difference(shape.name(), Kind.NOT_FINITE, expected, actual));
                }
            }
            further.forEach(name -> differences.add(
                    new Difference(name, Kind.FURTHER, "", opened.tensor(name).toString())));
        }
        return differences;
    }

    /** The same, and every array whose numbers differ in any bit. */
    public static List<Difference> exactly(Path file, TrainedModel model) {
        List<Difference> differences = new ArrayList<>(of(file, model));
        Set<String> named = differences.stream().map(Difference::name).collect(Collectors.toSet());
        Map<String, Tensor> own = model.weights().tensors();
        try (SafetensorsFile opened = Safetensors.map(file)) {
            own.forEach((name, tensor) -> {
                if (!named.contains(name) && !tensor.equals(opened.tensor(name))) {
                    differences.add(new Difference(name, Kind.OTHER_VALUES, tensor.toString(), tensor.toString()));
                }
            });
        }
        return differences;
    }
}
