package dev.interestlens.export.bundle;

import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.bundle.BundleManifest.Sum;
import dev.interestlens.export.onnx.GraphRunner;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.config.ConfigJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An opened bundle whose files match the checksums of its manifest. Closing removes what was unpacked. */
public final class Bundle implements AutoCloseable {
    static final int MAX_MANIFEST = 16 << 20;
    static final int MAX_FILES = 10_000;
    private static final int MAX_NAMED = 5;

    /** The largest sizes of files that are read completely. */
    private static final Map<String, Long> MAX_BYTES =
            Map.of(BundleWriter.CONFIG, 1L << 20, GoldenRows.NAME, 64L << 20);

    /** The longest history that is accepted. */
    private static final int LONGEST_HISTORY = 100_000;

    private final Path source;
    private final Path folder;
    private final BundleManifest manifest;
    private final Optional<Scratch> unpacked;

    private Bundle(Path source, Path folder, BundleManifest manifest, Optional<Scratch> unpacked) {
        this.source = source;
        this.folder = folder;
        this.manifest = manifest;
        this.unpacked = unpacked;
    }

    /** Whether a folder or file looks like a bundle. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(BundleManifest.NAME)) || Files.isRegularFile(path) && isZipName(path);
    }

    /** Whether a file of that name is a bundle in one piece: {@code .zip}, or {@code .ilens}, which opens in the window. */
    public static boolean isZipName(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".zip") || name.endsWith(".ilens");
    }

    /**
     * Opens a folder or a zip and compares every file with its checksum, before any of them is used.
     *
     * @throws ProblemException where it is not a bundle, of another format, or a file is missing or damaged
     */
    public static Bundle open(Path path) {
        if (Files.isDirectory(path)) {
            return new Bundle(path, path, checked(path, path), Optional.empty());
        }
        Scratch unpacked = Scratch.create();
        return Handover.of(unpacked::close, () -> {
            BundleZip.unpack(path, unpacked.folder());
            return new Bundle(path, unpacked.folder(), checked(path, unpacked.folder()), Optional.of(unpacked));
        });
    }

    private static BundleManifest checked(Path source, Path folder) {
        Path file = folder.resolve(BundleManifest.NAME);
        if (!Files.isRegularFile(file)) {
            throw Problem.badInput(Bundle.class, "notABundle", source).exception();
        }
        requireShort(source, file, BundleManifest.NAME, MAX_MANIFEST);
        int format = Json.object(file, tree -> tree.path("format").asInt());
        if (format != BundleManifest.FORMAT) {
            throw Problem.badInput(Bundle.class, "otherFormat", source)
                    .with("found", format)
                    .exception("expected", BundleManifest.FORMAT);
        }
        BundleManifest manifest = Json.read(file, BundleManifest.class);
        manifest.files()
                .keySet()
                .forEach(name -> inside(folder, name, source)); // checked for all files before any is read
        for (String needed :
                List.of(BundleWriter.SAFETENSORS, BundleWriter.ONNX, BundleWriter.CONFIG, GoldenRows.NAME)) {
            if (!manifest.files().containsKey(needed)) {
                throw missing(source, needed);
            }
        }
        MAX_BYTES.forEach((name, most) -> requireShort(source, folder.resolve(name), name, most));
        for (Map.Entry<String, Sum> entry : manifest.files().entrySet()) {
            check(source, folder, entry.getKey(), entry.getValue());
        }
        List<String> unlisted = unlisted(source, manifest);
        if (!unlisted.isEmpty()) {
            throw Problem.badInput(Bundle.class, "unlisted", source)
                    .with("count", unlisted.size())
                    .exception("names", String.join(", ", unlisted.subList(0, Math.min(MAX_NAMED, unlisted.size()))));
        }
        return manifest;
    }

    /** Files that the manifest does not list are not trusted. */
    private static List<String> unlisted(Path source, BundleManifest manifest) {
        try {
            List<String> names =
                    new ArrayList<>(Files.isDirectory(source) ? inFolder(source) : BundleZip.names(source));
            names.removeAll(manifest.files().keySet());
            names.remove(BundleManifest.NAME);
            return names;
        } catch (IOException e) {
            throw Problem.badInput(Bundle.class, "notABundle", source).exception(e);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void requireShort(Path source, Path file, String name, long most) {
        try {
            if (Files.exists(file) && Files.size(file) > most) {
                throw Problem.badInput(Bundle.class, "tooLong", source).ofValue(name);
            }
        } catch (IOException e) {
            throw damaged(source, name);
        }
    }

    private static void check(Path source, Path folder, String name, Sum sum) {
        Path file = inside(folder, name, source);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw missing(source, name);
        }
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) { // through a folder that is a link
                throw damaged(source, name);
            }
            if (Files.size(file) != sum.bytes() || !Sha256.of(file).equals(sum.sha256())) {
                throw damaged(source, name);
            }
        } catch (IOException e) {
            throw damaged(source, name);
        }
    }

    /** The path of a file below the folder; a name that leads outside is refused. */
    static Path inside(Path folder, String name, Path source) {
        boolean plain = name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]*)*");
        Path target = plain ? folder.resolve(name).normalize() : folder;
        if (!plain || !target.startsWith(folder.normalize())) {
            throw Problem.badInput(Bundle.class, "strangeName", source).ofValue(name);
        }
        return target;
    }

    static ProblemException missing(Path source, String name) {
        return Problem.badInput(Bundle.class, "fileMissing", source).ofValue(name);
    }

    static ProblemException damaged(Path source, String name) {
        return Problem.badInput(Bundle.class, "fileDamaged", source).ofValue(name);
    }

    public BundleManifest manifest() {
        return manifest;
    }

    /** Number of files, the manifest among them. */
    public int files() {
        return manifest.files().size() + 1;
    }

    /**
     * What was found right.
     *
     * @param scores the deviation from the golden scores, by file that was computed on golden rows
     * @param computed names of the files that were computed, or are those that this program writes for the weights
     * @param unchecked names of the others: only their sums were compared, which the sender wrote
     */
    public record Checked(Map<String, RoundTrip> scores, List<String> computed, List<String> unchecked) {
        public static final Checked NONE = new Checked(Map.of(), List.of(), List.of());

        public Checked {
            scores = Map.copyOf(scores);
            computed = List.copyOf(computed);
            unchecked = List.copyOf(unchecked);
        }
    }

    /**
     * Computes what can be computed. A graph is untrusted code, so the runner computes it in another process unless the bundle is known to be from this
     * program.
     *
     * @throws ProblemException naming the first file that does not agree with the rest
     */
    public Checked check(GraphRunner runner) {
        try {
            GoldenRows golden = golden();
            try (TrainedModel model = model()) {
                return new BundleCheck(source, folder, manifest, golden, runner).of(model);
            }
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw wrongGolden(e); // untrusted shapes and ids
        }
    }

    private ProblemException wrongGolden(RuntimeException cause) {
        return Problem.badInput(Bundle.class, "goldenRows", source).because(cause);
    }

    private GoldenRows golden() {
        GoldenRows golden = Json.read(folder.resolve(GoldenRows.NAME), GoldenRows.class);
        List<String> without = manifest.signature().inputs().stream()
                .map(input -> input.name())
                .filter(name -> golden.inputs() == null || !golden.inputs().containsKey(name))
                .toList();
        if (!without.isEmpty()
                || golden.logits() == null
                || golden.logits().length != golden.rows()
                || golden.scores() == null) {
            throw wrongGolden(new IllegalArgumentException("no values for " + without));
        }
        golden.requireShapes();
        return golden;
    }

    /** The file of its weights. */
    public Path weights() {
        return folder.resolve(BundleWriter.SAFETENSORS);
    }

    /** This program's model with the weights of the bundle; the caller closes it. */
    public TrainedModel model() {
        if (manifest.historyLength() > LONGEST_HISTORY) {
            throw new IllegalArgumentException("histories of " + manifest.historyLength());
        }
        ModelInput input = new ModelInput(manifest.schema(), manifest.historyLength());
        try (SafetensorsFile file = Safetensors.map(weights())) {
            return TrainedModel.of(
                    Json.object(folder.resolve(BundleWriter.CONFIG), tree -> ConfigJson.model(tree.path("model"))),
                    input,
                    new Weights(file.tensors()));
        }
    }

    @Override
    public void close() {
        unpacked.ifPresent(Scratch::close);
    }
}
