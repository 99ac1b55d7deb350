package dev.interestlens.export.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.SafetensorsExport;
import dev.interestlens.export.bundle.BundleManifest.Sum;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.report.HubFrontMatter;
import dev.interestlens.export.report.ModelCard;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.export.serving.ServingExport;
import dev.interestlens.export.serving.ServingExport.Archives;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.store.TemporaryName;
import dev.interestlens.train.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes a bundle as a folder, or as a zip where the name ends so. */
public record BundleWriter(Disk disk) {
    static final String SAFETENSORS = "model.safetensors";
    static final String ONNX = "model.onnx";
    static final String TORCHSCRIPT = "model.pt";
    static final String CONFIG = "config.json";
    static final String SERVING = "serving";

    /**
     * The content of a bundle.
     *
     * @param rows real samples on which each file is compared
     * @param golden a few of them that go into the bundle
     */
    public record Content(
            TrainedModel model,
            PreparedDataset data,
            Map<String, String> metadata,
            RunFacts facts,
            RawBatch rows,
            RawBatch golden) {}

    /** Called before each step of writing; an exception ends the work without leaving files. */
    @FunctionalInterface
    public interface Steps {
        /**
         * @param step key of what is done next: {@code safetensors, onnx, torchscript, serving, vocabulary, pack}
         * @param share of the work that is done, 0 … 1
         */
        void at(String step, double share);
    }

    /**
     * Writes and checks every file, then moves the bundle to its target.
     *
     * @return the largest deviation of any of its files
     * @throws dev.interestlens.store.ProblemException where the target exists, the scores of a file differ or the disk refuses
     */
    public RoundTrip write(Content content, Path target, Steps steps) {
        boolean zip = Bundle.isZipName(target);
        Path unfinished = TemporaryName.beside(target);
        try {
            disk.createFolders(unfinished);
            RoundTrip worst = files(content, unfinished, steps);
            steps.at("pack", 0.8);
            if (zip) {
                AtomicFile.write(disk, target, out -> BundleZip.write(unfinished, out));
                remove(unfinished);
            } else {
                disk.place(unfinished, target);
                disk.forceFolder(target.toAbsolutePath().getParent());
            }
            return worst;
        } catch (ProblemException e) {
            throw cleared(unfinished, e);
        } catch (IOException e) {
            throw cleared(unfinished, AtomicFile.writeFailed(disk, target, 0, e));
        }
    }

    private ProblemException cleared(Path unfinished, ProblemException problem) {
        try {
            remove(unfinished);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    private RoundTrip files(Content content, Path folder, Steps steps) throws IOException {
        TrainedModel model = content.model();
        RawBatch rows = content.rows();
        Map<String, String> metadata = content.metadata();
        steps.at("safetensors", 0);
        RoundTrip worst = new SafetensorsExport(disk).write(model, metadata, rows, folder.resolve(SAFETENSORS));
        steps.at("onnx", 0.2);
        worst = worst.worse(new OnnxExport(disk).write(model, metadata, true, rows, folder.resolve(ONNX)));
        steps.at("torchscript", 0.4);
        worst = worst.worse(new TorchExport(disk).write(model, metadata, true, rows, folder.resolve(TORCHSCRIPT)));
        steps.at("serving", 0.6);
        worst = worst.worse(new ServingExport(disk)
                .write(
                        model,
                        metadata,
                        ServingExport.Rows.compared(rows),
                        ServingExport.Options.plain(model, Archives.ONNX),
                        folder.resolve(SERVING))
                .trip());
        steps.at("vocabulary", 0.7);
        Signature signature = Signature.of(model);
        GoldenRows golden = GoldenRows.of(
                ModelInputTensor.of(signature.inputs(), model.input(), content.golden()),
                model.logits(content.golden()),
                content.data()::itemKey);
        text(folder.resolve(GoldenRows.NAME), Json.line(golden) + "\n");
        JsonNode config = content.facts().config();
        Json.write(disk, folder.resolve(CONFIG), config);
        Json.write(disk, folder.resolve("schema.json"), model.input().schema());
        new VocabularyFiles(disk, content.data()).write(folder.resolve("vocabulary"));
        Document card = ModelCard.of(content.facts());
        text(folder.resolve("MODEL_CARD.md"), HubFrontMatter.of(content.facts()) + card.markdown(Locale.ENGLISH));
        text(folder.resolve("MODEL_CARD.zh.md"), card.markdown(Locale.CHINESE));
        new Guides(signature, golden, content.facts()).all().forEach((name, text) -> text(folder.resolve(name), text));
        BundleManifest manifest = new BundleManifest(
                BundleManifest.FORMAT,
                "Interest Lens " + Versions.program(),
                content.facts().name(),
                content.facts().family(),
                content.facts().data().fingerprint(),
                model.input().historyLength(),
                model.input().schema(),
                signature,
                sums(folder));
        Json.write(disk, folder.resolve(BundleManifest.NAME), manifest);
        return worst;
    }

    private void text(Path file, String text) {
        AtomicFile.write(disk, file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Sum> sums(Path folder) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Path file : all(folder)) {
            if (Files.isRegularFile(file)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                sums.put(name, new Sum(Files.size(file), Sha256.of(file)));
            }
        }
        return sums;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : all(folder)) {
                disk.delete(path);
            }
        }
    }
}
