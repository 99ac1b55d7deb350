package dev.interestlens.export.bundle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.data.Schema;
import dev.interestlens.store.FolderKind;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code bundle.json}: the description of a bundle and the checksum of each of its files.
 *
 * @param format of the bundle
 * @param program that wrote it
 * @param run the model is of
 * @param model its family
 * @param dataset fingerprint of the data
 * @param historyLength the most behaviours a history holds
 * @param schema the fields it reads
 * @param signature of the ONNX and TorchScript files; flattened in JSON
 * @param files by name, sorted
 */
public record BundleManifest(
        int format,
        String program,
        String run,
        String model,
        String dataset,
        int historyLength,
        Schema schema,
        @JsonUnwrapped Signature signature,
        Map<String, Sum> files) {
    /** The folder of a bundle. */
    public static final FolderKind KIND = new FolderKind(
            Map.of("bundle.json", "Interest Lens"),
            Pattern.compile("model\\.(safetensors|onnx|pt)|(bundle|config|schema|golden)\\.json|[\\w.]+\\.md"
                    + "|(vocabulary|examples|serving)/[^/]+"),
            true);

    /** The format that is written here. */
    public static final int FORMAT = 1;

    /** Its name in the bundle. */
    public static final String NAME = "bundle.json";

    public BundleManifest {
        for (String text : new String[] {program, run, model, dataset}) {
            Objects.requireNonNull(text, "a text is missing");
        }
        Objects.requireNonNull(schema, "schema");
        files = new TreeMap<>(files);
        if (files.containsValue(null)) {
            throw new IllegalArgumentException("a file has no sum");
        }
    }

    /** Size and SHA-256 of a file. */
    public record Sum(long bytes, String sha256) {
        public Sum {
            if (bytes < 0 || sha256 == null) {
                throw new IllegalArgumentException("a file of " + bytes + " bytes");
            }
        }
    }
}
