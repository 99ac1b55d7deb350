package dev.interestlens.export.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.RoundTrip;
import dev.interestlens.export.onnx.GraphRunner;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.OnnxGuard;
import dev.interestlens.export.serving.PairInputs;
import dev.interestlens.export.torch.TorchExport;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes what of a bundle can be computed. Each graph is compared with the one that this program writes for the bundle's weights; where it is another
 * one, since it was written by an older version or by somebody else, it scores golden rows. A TorchScript archive is a program, which is not run: it is
 * the one that is written here, or it counts as not checked.
 */
final class BundleCheck {
    private static final String SCHEMA = "schema.json";
    private static final String ITEMS = "vocabulary/items.jsonl";
    private static final String USER = BundleWriter.SERVING + "/user.onnx";
    private static final String CANDIDATE = BundleWriter.SERVING + "/candidate.onnx";

    /** Rows of a pair that is another one: two processes each. */
    private static final int PAIR_ROWS = 2;

    private final Path source;
    private final Path folder;
    private final BundleManifest manifest;
    private final GoldenRows golden;
    private final GraphRunner runner;
    private final Map<String, RoundTrip> scores = new LinkedHashMap<>();
    private final Set<String> computed = new TreeSet<>();

    BundleCheck(Path source, Path folder, BundleManifest manifest, GoldenRows golden, GraphRunner runner) {
        this.source = source;
        this.folder = folder;
        this.manifest = manifest;
        this.golden = golden;
        this.runner = runner;
    }

    Bundle.Checked of(TrainedModel model) {
        RawBatch rows = golden.raw(manifest);
        requireSame(GoldenRows.NAME, RoundTrip.ofScores(golden.logits(), golden.scores()));
        scores.put(BundleWriter.SAFETENSORS, requireSame(BundleWriter.SAFETENSORS, trip(model.logits(rows))));
        scores.put(BundleWriter.ONNX, onnx());
        try (Scratch scratch = Scratch.create()) {
            torch(model, scratch.folder().resolve(BundleWriter.TORCHSCRIPT));
            pair(model, rows, scratch.folder());
        }
        require(!has(SCHEMA) || Json.read(folder.resolve(SCHEMA), Schema.class).equals(manifest.schema()), SCHEMA);
        require(model.config().id().equals(manifest.model()), BundleManifest.NAME);
        vocabulary();
        computed.addAll(scores.keySet());
        computed.add(GoldenRows.NAME);
        if (has(SCHEMA)) {
            computed.add(SCHEMA);
        }
        List<String> unchecked = new ArrayList<>(manifest.files().keySet());
        unchecked.removeAll(computed);
        return new Bundle.Checked(scores, List.copyOf(computed), unchecked);
    }

    private RoundTrip onnx() {
        Path onnx = folder.resolve(BundleWriter.ONNX);
        OnnxGuard.requirePlain(onnx);
        Map<String, Tensor> found = runner.run(
                onnx, ModelInputTensor.arrays(golden.fed(manifest)), List.of(GraphModel.LOGIT, GraphModel.SCORE));
        RoundTrip trip =
                requireSame(BundleWriter.ONNX, trip(found.get(GraphModel.LOGIT).floats()));
        requireSame(
                BundleWriter.ONNX,
                RoundTrip.ofScores(golden.logits(), found.get(GraphModel.SCORE).floats()));
        return trip;
    }

    private void torch(TrainedModel model, Path own) {
        if (has(BundleWriter.TORCHSCRIPT)) {
            Path given = folder.resolve(BundleWriter.TORCHSCRIPT);
            require(TorchExport.isArchive(given), BundleWriter.TORCHSCRIPT);
            new TorchExport(Disk.real()).writeUnchecked(model, true, own);
            if (TorchExport.sameProgram(own, given)) {
                computed.add(BundleWriter.TORCHSCRIPT);
            }
        }
    }

    private void pair(TrainedModel model, RawBatch rows, Path scratch) {
        if (!has(USER) || !has(CANDIDATE)) {
            return;
        }
        Path user = folder.resolve(USER);
        Path candidate = folder.resolve(CANDIDATE);
        OnnxGuard.requirePlain(user);
        OnnxGuard.requirePlain(candidate);
        Path ownUser = scratch.resolve("user.onnx");
        Path ownCandidate = scratch.resolve("candidate.onnx");
        ServingForm form = new OnnxExport(Disk.real()).writePair(model, Map.of(), ownUser, ownCandidate);
        boolean same = OnnxGuard.sameGraph(user, ownUser) && OnnxGuard.sameGraph(candidate, ownCandidate);
        boolean comparable = OnnxGuard.sameNames(user, ownUser) && OnnxGuard.sameNames(candidate, ownCandidate);
        if (!same && comparable) {
            scored(new PairInputs(form, model.input()), rows, user, candidate);
        }
        if (same || comparable) {
            computed.addAll(List.of(USER, CANDIDATE));
        }
    }

    private void scored(PairInputs inputs, RawBatch rows, Path user, Path candidate) {
        int count = Math.min(PAIR_ROWS, rows.size());
        float[] logits = new float[count];
        float[] expected = new float[count];
        for (int row = 0; row < count; row++) {
            RawBatch single = rows.samples(new int[] {row});
            Map<String, Tensor> given =
                    runner.run(user, inputs.ofUsers(single), inputs.form().gives());
            Map<String, Tensor> fed = inputs.ofCandidates(single, single);
            inputs.form().passed().forEach(each -> fed.put(each.name(), given.get(each.name())));
            logits[row] = runner.run(candidate, fed, List.of(GraphModel.LOGIT))
                    .get(GraphModel.LOGIT)
                    .floats()[0];
            expected[row] = golden.logits()[row];
        }
        scores.put(CANDIDATE, requireSame(CANDIDATE, RoundTrip.of(expected, logits)));
    }

    /** Every item has one line and one key, and the keys of the golden rows' items are those that were written beside them. */
    private void vocabulary() {
        if (!has(ITEMS)) {
            return;
        }
        Map<Integer, String> known = golden.items() == null ? Map.of() : golden.items();
        int next = Field.FIRST;
        Set<String> keys = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(ITEMS))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode item = Json.read(line, JsonNode.class);
                JsonNode key = item.path("key");
                boolean right = item.path("id").isInt() && item.path("id").intValue() == next && key.isTextual();
                require(right && keys.add(key.textValue()), ITEMS);
                require(known.getOrDefault(next, key.textValue()).equals(key.textValue()), ITEMS);
                next++;
            }
        } catch (IOException e) {
            throw Bundle.damaged(source, ITEMS);
        }
        require(next == manifest.schema().categoricalItemFields().get(0).size(), ITEMS);
        if (!known.isEmpty()) {
            computed.add(ITEMS);
        }
    }

    private boolean has(String name) {
        return manifest.files().containsKey(name);
    }

    private RoundTrip trip(float[] logits) {
        return RoundTrip.of(golden.logits(), logits);
    }

    private void require(boolean holds, String name) {
        if (!holds) {
            throw Problem.badInput(Bundle.class, "disagrees", source).ofValue(name);
        }
    }

    private RoundTrip requireSame(String name, RoundTrip trip) {
        if (!trip.holds()) {
            throw differs(name, trip);
        }
        return trip;
    }

    private ProblemException differs(String name, RoundTrip trip) {
        return Problem.badInput(Bundle.class, "scoresDiffer", source)
                .value(name)
                .exception("deviation", trip.largestScore());
    }
}
