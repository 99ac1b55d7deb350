package dev.interestlens.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bundles by somebody who means harm: sums fit, since whoever writes a bundle writes them. Each is refused in words before it does anything. Seeded;
 * {@code -Dinterestlens.fuzz.rounds} makes it longer.
 */
@Tag("thorough")
class HostileBundleTest {
    private static final long SEED = Long.getLong("interestlens.fuzz.seed", 20_261);
    private static final int ROUNDS = Integer.getInteger("interestlens.fuzz.rounds", 12) * 5;

    @TempDir
    static Path folder;

    private static Map<String, byte[]> sound;

    @BeforeAll
    static void write() throws IOException {
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            ModelConfig config = ModelCatalog.family("din").preset(Preset.QUICK);
            ExperimentConfig experiment = ExperimentConfig.of(config);
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            ModelInput input = new ModelInput(
                    data.schema(), experiment.protocol().history().maxLength());
            try (TrainedModel model = TrainedModel.untrained(config, input, 1)) {
                RawBatch rows = samples.batch(Part.TEST, IntStream.range(0, 8).toArray());
                RunFacts facts = new RunFacts(
                        "run",
                        "din",
                        "versions",
                        new RunFacts.Data(
                                "shop", data.info().fingerprint(), data.events(), data.users(), data.items(), false),
                        ConfigJson.tree(experiment),
                        model.parameterCount(),
                        List.of(),
                        Optional.empty(),
                        RunFacts.Studies.NONE);
                new BundleWriter(Disk.real())
                        .write(
                                new BundleWriter.Content(model, data, Map.of("run", "a"), facts, rows, rows),
                                folder.resolve("bundle"),
                                (step, share) -> {});
            }
        }
        sound = read(folder.resolve("bundle"));
    }

    private static Map<String, byte[]> read(Path bundle) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(bundle)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(bundle.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The sound bundle with one file replaced, its sum and size too. */
    private static Map<String, byte[]> with(String name, byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>(sound);
        files.put(name, bytes);
        if (!name.equals("bundle.json")) {
            String manifest = new String(files.get("bundle.json"), StandardCharsets.UTF_8)
                    .replace(Sha256.of(sound.get(name)), Sha256.of(bytes))
                    .replaceFirst(
                            "(\"" + name.replace(".", "\\.") + "\" : \\{\\s*\"bytes\" : )\\d+", "$1" + bytes.length);
            files.put("bundle.json", manifest.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Path zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return Files.write(folder.resolve("hostile.zip"), bytes.toByteArray());
    }

    /** The key of the refusal, or "sound". Anything but a problem in words fails the test. */
    private static String opened(Path bundle) {
        try (Bundle open = Bundle.open(bundle)) {
            open.check(OnnxSession::once);
            return "sound";
        } catch (ProblemException e) {
            assertThat(e.problem().what(Locale.ENGLISH)).isNotEmpty();
            assertThat(e.problem().what(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
            return e.problem().key();
        }
    }

    private static byte[] text(String file, String old, String now) {
        String text = new String(sound.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        return text.replace(old, now).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSoundOneOpens() throws IOException {
        assertThat(opened(zip(sound))).isEqualTo("sound");
    }

    /** Each with sums that fit, as whoever sends it can compute them. */
    @Test
    void whatCanBeComputedDoesNotPassWithSumsThatFit() throws IOException {
        assertThat(opened(zip(with("model.pt", "x".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("disagrees");
        byte[] pair = sound.get("serving/user.onnx");
        assertThat(opened(zip(with("serving/user.onnx", sound.get("MODEL_CARD.md")))))
                .isEqualTo("notPlain");
        assertThat(opened(zip(with("serving/user.onnx", otherWeights(pair))))).isEqualTo("scoresDiffer");
        assertThat(opened(zip(with("golden.json", otherScores())))).isEqualTo("scoresDiffer");
        assertThat(opened(zip(with("vocabulary/items.jsonl", otherKeys())))).isEqualTo("disagrees");
        assertThat(opened(zip(with("schema.json", sound.get("config.json"))))).isNotEqualTo("sound");
        assertThat(opened(zip(with("config.json", text("config.json", "\"id\" : \"din\"", "\"id\" : \"bst\"")))))
                .startsWith("json");
    }

    @Test
    void aConfigurationOfAnotherFamilyIsBadInputThatNamesTheField() throws IOException {
        Path bundle = zip(with("config.json", text("config.json", "\"id\" : \"din\"", "\"id\" : \"bst\"")));
        try (Bundle open = Bundle.open(bundle)) {
            assertThatThrownBy(() -> open.check(OnnxSession::once))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
                        assertThat(e.problem().text(Locale.ENGLISH)).contains("The setting model.", "config.json");
                    });
        }
    }

    /** What this program cannot compute or make again is named, and is no part of what it says it checked. */
    @Test
    void textsAndForeignProgramsAreNamedAsNotChecked() throws IOException {
        Map<String, byte[]> files = with("MODEL_CARD.md", "AUC 1.000".getBytes(StandardCharsets.UTF_8));
        try (Bundle open = Bundle.open(zip(files))) {
            assertThat(open.check(OnnxSession::once).unchecked()).contains("MODEL_CARD.md", "README.md");
        }
        files = with("model.pt", withAnotherProgram(sound.get("model.pt")));
        try (Bundle open = Bundle.open(zip(files))) {
            assertThat(open.check(OnnxSession::once).unchecked()).contains("model.pt");
        }
    }

    private static byte[] otherWeights(byte[] graph) throws IOException {
        ai.onnx.proto.OnnxMl.ModelProto.Builder model = ai.onnx.proto.OnnxMl.ModelProto.parseFrom(graph).toBuilder();
        model.getGraphBuilder().getInitializerBuilderList().stream()
                .filter(each -> each.getDataType() == ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                .forEach(each -> {
                    byte[] raw = each.getRawData().toByteArray();
                    Arrays.fill(raw, (byte) 0);
                    each.setRawData(com.google.protobuf.ByteString.copyFrom(raw));
                });
        return model.build().toByteArray();
    }

    private static byte[] otherScores() {
        GoldenRows golden = Json.read(sound.get("golden.json"), GoldenRows.class);
        Arrays.fill(golden.scores(), .5f);
        return Json.line(golden).getBytes(StandardCharsets.UTF_8);
    }

    /** Two items of the golden rows change their keys. */
    private static byte[] otherKeys() {
        GoldenRows golden = Json.read(sound.get("golden.json"), GoldenRows.class);
        List<String> keys = List.copyOf(new TreeMap<>(golden.items()).values());
        String a = "\"" + keys.get(0) + "\"";
        String b = "\"" + keys.get(1) + "\"";
        return new String(sound.get("vocabulary/items.jsonl"), StandardCharsets.UTF_8)
                .replace("\"key\":" + a, "\"key\":\"?\"")
                .replace("\"key\":" + b, "\"key\":" + a)
                .replace("\"key\":\"?\"", "\"key\":" + b)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withAnotherProgram(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.readAllBytes());
                if (entry.getName().endsWith(".py")) {
                    out.write('\n');
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(sound);
        files.put("MODEL.ONNX", new byte[1]);
        assertThat(opened(zip(files))).isEqualTo("twice");
        files = new TreeMap<>(sound);
        files.put("model.onnY", new byte[1]);
        byte[] bytes = Files.readAllBytes(zip(files));
        byte[] name = "model.onnY".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + name.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                bytes[i + name.length - 1] = 'x';
            }
        }
        assertThat(opened(Files.write(folder.resolve("hostile.zip"), bytes))).isEqualTo("twice");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        String manifest = new String(sound.get("bundle.json"), StandardCharsets.UTF_8)
                .replaceFirst("(\"LICENCES.md\" : \\{\\s*\"bytes\" : )\\d+", "$1" + (1L << 40));
        assertThat(opened(zip(with("bundle.json", manifest.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("tooMuch");
        manifest = new String(sound.get("bundle.json"), StandardCharsets.UTF_8)
                .replaceFirst("(\"LICENCES.md\" : \\{\\s*\"bytes\" : )\\d+", "$1-1");
        assertThat(opened(zip(with("bundle.json", manifest.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("jsonFileField");
    }

    @Test
    void aFileThatIsReadWholeHasABound() throws IOException {
        byte[] config = Arrays.copyOf(sound.get("config.json"), 2 << 20);
        Arrays.fill(config, sound.get("config.json").length, config.length, (byte) ' ');
        assertThat(opened(zip(with("config.json", config)))).isEqualTo("tooLong");
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Path bundle = folder.resolve("linked");
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            if (!file.getKey().startsWith("vocabulary/")) {
                Path target = bundle.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
        Files.createSymbolicLink(bundle.resolve("vocabulary"), folder.resolve("bundle/vocabulary"));
        assertThat(opened(bundle)).isEqualTo("fileDamaged");
    }

    @Test
    void sizesThatAreOnlyClaimedAllocateNothing() throws IOException {
        byte[] wide = text("bundle.json", "\"width\" : 1\n", "\"width\" : 2000000000\n");
        assertThat(opened(zip(with("bundle.json", wide)))).isNotEqualTo("sound");
        byte[] deep = text("config.json", "\"embeddingSize\" : 32", "\"embeddingSize\" : 100000000");
        assertThat(opened(zip(with("config.json", deep)))).isNotEqualTo("sound");
        byte[] long_ = text("bundle.json", "\"historyLength\" : 50", "\"historyLength\" : 2147483647");
        assertThat(opened(zip(with("bundle.json", long_)))).isEqualTo("goldenRows");
    }

    @Test
    void goldenRowsWithoutColumnsAreRefusedBeforeAnyEngineSeesThem() throws IOException {
        String golden = new String(sound.get("golden.json"), StandardCharsets.UTF_8)
                .replaceAll("\"shape\":\\[(\\d+),\\d+\\],\"ids\":\\[[^\\]]*\\]", "\"shape\":[$1,0],\"ids\":[]");
        assertThat(golden).contains(",0]");
        assertThat(opened(zip(with("golden.json", golden.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("goldenRows");
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() throws IOException {
        byte[] weights = sound.get("model.safetensors").clone();
        ByteBuffer data = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(weights.length - 4, Float.NaN);
        assertThat(opened(zip(with("model.safetensors", weights)))).isEqualTo("weightsNotFinite");
    }

    @Test
    void weightsOfAnotherModelAreNotScoredAway() throws IOException {
        byte[] weights = sound.get("model.safetensors").clone();
        ByteBuffer data = ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = weights.length - 4000; at < weights.length; at += 4) {
            data.putFloat(at, 3f);
        }
        assertThat(opened(zip(with("model.safetensors", weights)))).isEqualTo("scoresDiffer");
    }

    @Test
    void aGraphThatReachesForOtherFilesOrOperatorsNeverRuns() throws IOException {
        ModelProto model = ModelProto.parseFrom(sound.get("model.onnx"));
        ModelProto.Builder outside = model.toBuilder();
        outside.getGraphBuilder()
                .getInitializerBuilder(0)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("../../etc/passwd"));
        assertThat(opened(zip(with("model.onnx", outside.build().toByteArray()))))
                .isEqualTo("notPlain");
        ModelProto.Builder foreign = model.toBuilder();
        foreign.getGraphBuilder().getNodeBuilder(0).setDomain("com.microsoft");
        assertThat(opened(zip(with("model.onnx", foreign.build().toByteArray()))))
                .isEqualTo("notPlain");
        assertThat(opened(zip(with("model.onnx", new byte[] {1, 2, 3})))).isEqualTo("notPlain");
    }

    @Test
    void whateverIsChangedTheAnswerIsInWords() throws IOException {
        Random random = new Random(SEED);
        List<String> names =
                List.of("bundle.json", "golden.json", "config.json", "model.safetensors", "schema.json", "zip");
        for (int round = 0; round < ROUNDS; round++) {
            String name = names.get(round % names.size());
            if (name.equals("zip")) {
                opened(Files.write(
                        folder.resolve("hostile.zip"), mangled(Files.readAllBytes(zip(sound)), 1 << 20, random)));
            } else {
                // the header is where a file of weights can lie; numbers only change scores
                int within = name.endsWith(".safetensors") ? 3000 : 1 << 20;
                opened(zip(with(name, mangled(sound.get(name), within, random))));
            }
        }
    }

    private static byte[] mangled(byte[] from, int within, Random random) {
        byte[] bytes = from.clone();
        int changes = 1 + random.nextInt(4);
        String digits = "0123456789-.[]{},:\"eE";
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(Math.min(within, bytes.length));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) digits.charAt(random.nextInt(digits.length()));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int from2 = random.nextInt(bytes.length);
                    int count = Math.min(1 + random.nextInt(16), bytes.length - Math.max(at, from2));
                    System.arraycopy(bytes.clone(), from2, bytes, at, count);
                }
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
