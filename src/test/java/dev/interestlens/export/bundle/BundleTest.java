package dev.interestlens.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class BundleTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static TrainedModel model;
    private static BundleWriter.Content content;
    private static Path written;

    @BeforeAll
    static void write() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        ModelConfig config = ModelCatalog.family("din").preset(Preset.QUICK);
        ExperimentConfig experiment = ExperimentConfig.of(config);
        SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
        model = TrainedModel.untrained(
                config,
                new ModelInput(data.schema(), experiment.protocol().history().maxLength()),
                1);
        RawBatch rows = samples.batch(Part.TEST, IntStream.range(0, 20).toArray());
        RunFacts facts = new RunFacts(
                "a <run>",
                "din",
                "versions",
                new RunFacts.Data("shop", data.info().fingerprint(), data.events(), data.users(), data.items(), false),
                ConfigJson.tree(experiment),
                model.parameterCount(),
                List.of(),
                Optional.empty(),
                RunFacts.Studies.NONE);
        content = new BundleWriter.Content(model, data, Map.of("run", "a"), facts, rows, rows);
        written = folder.resolve("bundle");
        new BundleWriter(Disk.real()).write(content, written, (step, share) -> {});
    }

    @AfterAll
    static void free() {
        model.close();
        data.close();
    }

    private static List<Path> files(Path bundle) throws IOException {
        try (Stream<Path> all = Files.walk(bundle)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        for (Path file : files(written)) {
            Path target = copy.resolve(written.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private static void refused(Path bundle, String key) {
        assertThatThrownBy(() -> Bundle.open(bundle).check(OnnxSession::once))
                .isInstanceOf(ProblemException.class)
                .satisfies(e -> {
                    Problem problem = ((ProblemException) e).problem();
                    assertThat(problem.key()).as(bundle.toString()).isEqualTo(key);
                });
    }

    @Test
    void itsFilesScoreAsTheyMust() {
        try (Bundle bundle = Bundle.open(written)) {
            Bundle.Checked checked = bundle.check(OnnxSession::once);
            Map<String, RoundTrip> trips = checked.scores();
            assertThat(trips).containsOnlyKeys("model.safetensors", "model.onnx");
            assertThat(trips.values()).allSatisfy(trip -> {
                assertThat(trip.rows()).isEqualTo(20);
                assertThat(trip.largestScore()).isLessThan(1e-6);
            });
            assertThat(checked.computed())
                    .containsExactly(
                            "golden.json",
                            "model.onnx",
                            "model.pt",
                            "model.safetensors",
                            "schema.json",
                            "serving/candidate.onnx",
                            "serving/user.onnx",
                            "vocabulary/items.jsonl");
            assertThat(checked.unchecked())
                    .contains("MODEL_CARD.md", "config.json", "serving/serving.json")
                    .hasSize(bundle.files() - 1 - checked.computed().size());
        }
    }

    @Test
    void theSameModelGivesTheSameBytesAndAZipHoldsThem() throws IOException {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        new BundleWriter(Disk.real()).write(content, first, (step, share) -> {});
        new BundleWriter(Disk.real()).write(content, second, (step, share) -> {});
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        try (Bundle bundle = Bundle.open(first)) {
            assertThat(bundle.files()).isEqualTo(files(written).size());
            assertThat(bundle.check(OnnxSession::once).scores()).hasSize(2);
        }
    }

    @Test
    void aFlippedByteInAnyFileIsFound() throws IOException {
        Path bundle = copy("flipped");
        for (Path file : files(bundle)) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> Bundle.open(bundle).check(OnnxSession::once))
                    .as(file.toString())
                    .isInstanceOf(ProblemException.class);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        Bundle.open(bundle).close();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path bundle = copy("missing");
        Files.delete(bundle.resolve("model.onnx"));
        refused(bundle, "fileMissing");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path bundle = copy("other");
        Path manifest = bundle.resolve("bundle.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
        refused(bundle, "otherFormat");
    }

    @Test
    void aNameThatLeadsOutOfTheBundleIsRefused() throws IOException {
        for (String name : List.of("../evil", "/tmp/evil", "a/../../evil", "C:evil", "a\\\\b")) {
            Path bundle = folder.resolve("strange.zip");
            String manifest = Files.readString(written.resolve("bundle.json")).replace("LICENCES.md", name);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
                zip.putNextEntry(new ZipEntry("bundle.json"));
                zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            }
            refused(bundle, "strangeName");
        }
    }

    @Test
    void anEntryLongerThanTheManifestSaysIsRefused() throws IOException {
        Path bundle = folder.resolve("long.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            for (Path file : files(written)) {
                zip.putNextEntry(new ZipEntry(written.relativize(file).toString()));
                Files.copy(file, zip);
                zip.write(new byte[file.endsWith("README.md") ? 1 << 22 : 0]);
            }
        }
        refused(bundle, "fileDamaged");
    }

    @Test
    void aZipThatIsNoneAndAFolderWithoutManifestAreNoBundles() throws IOException {
        Path noZip = Files.writeString(folder.resolve("no.zip"), "PK");
        refused(noZip, "notABundle");
        refused(Files.createDirectories(folder.resolve("empty")), "notABundle");
    }

    @Test
    void aZipThatIsCutOffIsSaidToBeDamaged() throws IOException {
        Path zip = folder.resolve("whole.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            BundleZip.write(written, out);
        }
        byte[] whole = Files.readAllBytes(zip);
        refused(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2)), "zipDamaged");
    }

    @Test
    void whatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> new BundleWriter(Disk.real()).write(content, written, (step, share) -> {}))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theJavaProgramsPrintTheExpectedScores() throws IOException, InterruptedException {
        for (String program : List.of("OnnxScore", "DjlScore")) {
            Path output = folder.resolve(program + ".txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dai.djl.offline=true",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            written.resolve("examples/" + program + ".java").toString(),
                            program.equals("OnnxScore")
                                    ? written.resolve("model.onnx").toString()
                                    : written.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(output)).isZero();
            assertThat(output).content().contains("expected [");
        }
    }

    @Test
    void itHoldsWhatItsReadmeLists() throws IOException {
        for (String language : List.of("README.md", "README.zh.md")) {
            assertThat(written.resolve(language))
                    .content()
                    .contains("`history_item`", "interest-lens.jar doctor ")
                    .doesNotContain("@");
        }
        assertThat(written.resolve("MODEL_CARD.md"))
                .content()
                .startsWith("---\nlibrary_name: pytorch\n")
                .contains("---\n# Model card: a \\<run\\>");
        assertThat(written.resolve("MODEL_CARD.zh.md")).content().startsWith("# 模型卡");
        assertThat(Files.readAllLines(written.resolve("vocabulary/items.jsonl")))
                .hasSize(data.items());
    }

    @Test
    void mangledJsonIsRefusedInWords() throws IOException {
        Path bundle = copy("mangled");
        SplittableRandom random = new SplittableRandom(8);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            String name = round % 3 == 0 ? "bundle.json" : "golden.json";
            byte[] bytes = Files.readAllBytes(written.resolve(name));
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                String digits = "0123456789-.[]{},:\"nux";
                bytes[random.nextInt(bytes.length)] = (byte) digits.charAt(random.nextInt(digits.length()));
            }
            Files.write(bundle.resolve(name), bytes);
            if (name.equals("golden.json")) { // with a sum that fits
                String manifest = Files.readString(written.resolve("bundle.json"));
                String sum = Sha256.of(written.resolve(name));
                Files.writeString(bundle.resolve("bundle.json"), manifest.replace(sum, Sha256.of(bytes)));
            }
            try (Bundle opened = Bundle.open(bundle)) {
                opened.check(OnnxSession::once);
            } catch (ProblemException e) {
                refused++;
            }
            Files.copy(
                    written.resolve("golden.json"), bundle.resolve("golden.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(refused).isGreaterThan(75);
    }
}
