package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.serving.ServingManifest.Checked;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.ServingForm;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a model as a folder that can be served from: {@code user.onnx}, {@code candidate.onnx}, the same as TorchScript, {@code serving.json} and
 * programs that keep users. Each row is scored with the pair after it is written, and where a new behaviour may be set behind what is kept, that is
 * compared too.
 */
public final class ServingExport {
    /** Such a folder. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(ServingManifest.NAME, ServingManifest.FORMAT),
            Pattern.compile(
                    "(user|candidate)\\.(onnx|pt)|serving\\.json|README(\\.zh)?\\.md|ServeOnnx\\.java|serve_onnx\\.py"),
            false);

    private final Disk disk;

    public ServingExport(Disk disk) {
        this.disk = disk;
    }

    /** Whether TorchScript is written beside ONNX. */
    public enum Archives {
        BOTH,
        ONNX
    }

    /**
     * Writes and checks the folder.
     *
     * @param rows real samples to compare on
     * @return the largest differences, also of users that a behaviour was added to
     * @throws dev.interestlens.store.ProblemException where a graph is too large for its format, the disk refuses, or the pair scores otherwise
     */
    public RoundTrip write(
            TrainedModel model, Map<String, String> metadata, RawBatch rows, Archives archives, Path folder) {
        try {
            disk.createFolders(folder);
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder, 0, e);
        }
        Path user = folder.resolve("user.onnx");
        Path candidate = folder.resolve("candidate.onnx");
        ServingForm form = new OnnxExport(disk).writePair(model, metadata, user, candidate);
        if (archives == Archives.BOTH) {
            new TorchExport(disk).writePair(model, metadata, folder.resolve("user.pt"), folder.resolve("candidate.pt"));
        }
        try (ServingSession session = ServingSession.open(form, model.input(), user, candidate)) {
            RoundTrip whole = PairCheck.whole(model, session, rows).orRefuse(candidate);
            RoundTrip appended = PairCheck.appended(model, session, rows).orRefuse(user);
            ServingManifest manifest = ServingManifest.of(
                    model.config().id(),
                    model.input(),
                    form,
                    archives == Archives.BOTH,
                    new Checked(whole.rows(), whole.largestScore(), appended.rows(), appended.largestScore()));
            Json.write(disk, folder.resolve(ServingManifest.NAME), manifest);
            new ServingGuides(manifest).all().forEach((name, text) -> text(folder.resolve(name), text));
            return whole.worse(appended);
        }
    }

    private void text(Path file, String text) {
        AtomicFile.write(disk, file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
