package dev.interestlens.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.store.DType;
import dev.interestlens.store.Json;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One folder of golden vectors. Cases are found by their kind, in the test resources or in the folder of {@code -Dgolden.dir}. */
public record GoldenCase(
        Path folder,
        JsonNode description,
        Map<String, Tensor> weights,
        Map<String, Tensor> inputs,
        Map<String, Tensor> outputs) {

    public static List<GoldenCase> ofKind(String... kinds) {
        Path root = Path.of(System.getProperty("golden.dir", "src/test/resources/golden"));
        List<GoldenCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("case.json"))) {
                    JsonNode description = Json.tree(folder.resolve("case.json"));
                    if (List.of(kinds).contains(description.get("kind").asText())) {
                        cases.add(read(folder, description));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (cases.isEmpty()) {
            throw new IllegalStateException("No golden case of kind " + String.join(", ", kinds) + " in " + root);
        }
        return cases;
    }

    private static GoldenCase read(Path folder, JsonNode description) {
        return new GoldenCase(
                folder,
                description,
                tensors(folder.resolve("weights.safetensors")),
                tensors(folder.resolve("inputs.safetensors")),
                tensors(folder.resolve("outputs.safetensors")));
    }

    private static Map<String, Tensor> tensors(Path file) {
        try (SafetensorsFile opened = Safetensors.map(file)) {
            return opened.tensors();
        }
    }

    public String kind() {
        return description.get("kind").asText();
    }

    public JsonNode hyper() {
        return description.get("hyper");
    }

    public List<Integer> sizes(String name) {
        List<Integer> sizes = new ArrayList<>();
        hyper().get(name).forEach(n -> sizes.add(n.asInt()));
        return sizes;
    }

    /** Integers of an input, whatever their stored width. */
    public int[] ints(String name) {
        long[] longs = inputs.get(name).longs();
        int[] ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = Math.toIntExact(longs[i]);
        }
        return ints;
    }

    public double tolerance(String name) {
        JsonNode tolerance = description.get("tolerances").get("atol").get(name);
        if (tolerance == null) {
            throw new IllegalStateException(folder.getFileName() + " gives no tolerance for " + name);
        }
        return tolerance.asDouble();
    }

    /** Whether an element of a tensor is known to be rounding noise; {@code key} is its name in the case's list. */
    public boolean noise(String key, int element) {
        JsonNode ranges = description.path("noise_elements").path("tensors").get(key);
        if (ranges == null) {
            return false;
        }
        if (ranges.isTextual()) {
            return true;
        }
        for (JsonNode range : ranges) {
            if (element >= range.get(0).asInt() && element < range.get(1).asInt()) {
                return true;
            }
        }
        return false;
    }

    /** Largest deviation from an expected output; integers must be equal. */
    public double deviation(String name, double[] actual) {
        Tensor expected = outputs.get(name);
        double[] values = expected.dtype() == DType.I64
                ? java.util.Arrays.stream(expected.longs()).asDoubleStream().toArray()
                : expected.doubles();
        if (values.length != actual.length) {
            throw new AssertionError(name + ": " + actual.length + " values, expected " + values.length);
        }
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            double d = Math.abs(values[i] - actual[i]);
            most = Double.isNaN(d) && !(Double.isNaN(values[i]) && Double.isNaN(actual[i]))
                    ? Double.POSITIVE_INFINITY
                    : Math.max(most, Double.isNaN(d) ? 0 : d);
        }
        return most;
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
