package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.PrecisionCost;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.export.onnx.ReducedGraph;
import dev.interestlens.export.serving.ServingManifest.Checked;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FolderKind;
import dev.interestlens.store.Json;
import dev.interestlens.store.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a model as a folder that can be served from: {@code user.onnx}, {@code candidate.onnx}, the same as TorchScript, {@code serving.json} and
 * programs that cache users. After writing, rows are scored with the pair, and where new behaviours may be appended to cached users, that is compared
 * too.
 */
public record ServingExport(Disk disk) {
    /** The kind of such a folder. */
    public static final FolderKind KIND = new FolderKind(
            Map.of(ServingManifest.NAME, ServingManifest.FORMAT),
            Pattern.compile(
                    "(user|candidate)\\.(onnx|pt)|serving\\.json|README(\\.zh)?\\.md|ServeOnnx\\.java|serve_onnx\\.py"),
            false);

    /** Whether TorchScript is written beside ONNX. */
    public enum Archives {
        BOTH,
        ONNX
    }

    /**
     * What is written.
     *
     * @param archives TorchScript has only 32-bit floats, so that it is not written with another precision
     * @param precision of the ONNX files
     * @param history the most behaviours of a user that are read, the most recent; at most what the model reads
     */
    public record Options(Archives archives, Precision precision, int history) {
        /** Without changes of the model. */
        public static Options plain(TrainedModel model, Archives archives) {
            return new Options(archives, Precision.FLOAT, model.input().historyLength());
        }

        boolean torchscript() {
            return archives == Archives.BOTH && precision == Precision.FLOAT;
        }
    }

    /**
     * Real samples.
     *
     * @param compared rows that the pair must score like the model
     * @param calibration rows for the scales of integers
     * @param test labelled rows for the cost of reduced precision
     */
    public record Rows(RawBatch compared, RawBatch calibration, RawBatch test) {
        /** Only for the comparison. */
        public static Rows compared(RawBatch rows) {
            return new Rows(rows, rows, rows);
        }

        public Rows mostRecent(int most) {
            return new Rows(compared.mostRecent(most), calibration.mostRecent(most), test.mostRecent(most));
        }
    }

    /**
     * The result.
     *
     * @param trip the largest differences, also of users with an appended behaviour, without the effect of reduced precision
     * @param cost of reduced precision
     */
    public record Result(RoundTrip trip, Optional<PrecisionCost> cost) {}

    /**
     * Writes and checks the folder.
     *
     * @throws dev.interestlens.store.ProblemException where a graph is too large for its format, the disk refuses, or the pair's scores differ
     */
    public Result write(TrainedModel model, Map<String, String> metadata, Rows rows, Options options, Path folder) {
        try {
            disk.createFolders(folder);
        } catch (IOException e) {
            throw AtomicFile.writeFailed(disk, folder, 0, e);
        }
        Path user = folder.resolve("user.onnx");
        Path candidate = folder.resolve("candidate.onnx");
        Rows read = rows.mostRecent(options.history());
        ServingForm form = new OnnxExport(disk).writePair(model, metadata, user, candidate);
        if (options.torchscript()) {
            new TorchExport(disk).writePair(model, metadata, folder.resolve("user.pt"), folder.resolve("candidate.pt"));
        }
        Checked checked;
        RoundTrip worst;
        try (ServingSession session = ServingSession.open(form, model.input(), user, candidate)) {
            RoundTrip whole = RoundTrip.of(model.logits(read.compared()), session.logits(read.compared()))
                    .orRefuse(candidate);
            RoundTrip appended =
                    PairCheck.appended(model, session, read.compared()).orRefuse(user);
            worst = whole.worse(appended);
            checked = new Checked(whole.rows(), whole.largestScore(), appended.rows(), appended.largestScore());
        }
        Optional<PrecisionCost> cost = options.precision() == Precision.FLOAT
                ? Optional.empty()
                : Optional.of(reduce(model, form, read, options.precision(), user, candidate));
        ServingManifest manifest = ServingManifest.of(model, form, options, checked, cost);
        Json.write(disk, folder.resolve(ServingManifest.NAME), manifest);
        new ServingGuides(manifest).all().forEach((name, text) -> text(folder.resolve(name), text));
        return new Result(worst, cost);
    }

    /** Two graphs on the disk. */
    public record Graphs(ServingForm form, ReducedGraph reduced) {}

    /** Writes only the two graphs, with a precision, unchecked, for measurements. */
    public Graphs graphs(TrainedModel model, RawBatch calibration, Precision precision, Path user, Path candidate) {
        ServingForm form = new OnnxExport(disk).writePair(model, Map.of(), user, candidate);
        return new Graphs(form, replaced(model, form, calibration, precision, user, candidate));
    }

    private ReducedGraph replaced(
            TrainedModel model,
            ServingForm form,
            RawBatch calibration,
            Precision precision,
            Path user,
            Path candidate) {
        List<Map<String, Tensor>> users = new ArrayList<>();
        List<Map<String, Tensor>> candidates = new ArrayList<>();
        try (ServingSession session = ServingSession.open(form, model.input(), user, candidate)) {
            for (int row = 0; precision == Precision.INT8 && row < calibration.size(); row++) {
                RawBatch single = calibration.samples(new int[] {row});
                users.add(session.userInputs(single));
                candidates.add(session.candidateInputs(session.user(single), single, single));
            }
        }
        return ReducedGraph.replace(disk, user, precision, users)
                .and(ReducedGraph.replace(disk, candidate, precision, candidates));
    }

    /** Replaces both files and measures the change. */
    private PrecisionCost reduce(
            TrainedModel model, ServingForm form, Rows rows, Precision precision, Path user, Path candidate) {
        ReducedGraph reduced = replaced(model, form, rows.calibration(), precision, user, candidate);
        try (ServingSession session = ServingSession.open(form, model.input(), user, candidate)) {
            RoundTrip alone = PairCheck.alone(session, rows.test()).orRefuse(candidate);
            return PrecisionCost.of(
                    precision.word(),
                    reduced.changed(),
                    rows.test().labels,
                    model.logits(rows.test()),
                    session.logits(rows.test()),
                    alone.largestScore(),
                    reduced.bytes(),
                    reduced.bytesBefore());
        }
    }

    private void text(Path file, String text) {
        AtomicFile.write(disk, file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
