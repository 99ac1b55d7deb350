package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model served in stages of which each can be timed: embeddings, the user's side, the candidates. Closing frees it. */
public final class StagedServing implements AutoCloseable {
    private final ServingForm form;
    private final ModelInput limits;
    private final OnnxSession lookup;
    private final OnnxSession user;
    private final OnnxSession candidate;
    private final CandidateGraph scorer;

    private StagedServing(ServingForm form, ModelInput limits, Path folder, int threads) {
        this.form = form;
        this.limits = limits;
        lookup = OnnxSession.open(file(folder, "lookup"), threads);
        user = OnnxSession.open(file(folder, "user"), threads);
        candidate = OnnxSession.open(file(folder, "candidate"), threads);
        scorer = new CandidateGraph(candidate, form);
    }

    private static Path file(Path folder, String stage) {
        return folder.resolve(stage + ".onnx");
    }

    /**
     * Writes the graphs of a model and opens them.
     *
     * @param folder an empty one that outlives this
     * @param threads of the runtime
     */
    public static StagedServing of(TrainedModel model, Path folder, int threads) {
        ServingForm form = new OnnxExport(Disk.real())
                .writeStages(model, file(folder, "lookup"), file(folder, "user"), file(folder, "candidate"));
        return new StagedServing(form, model.input(), folder, threads);
    }

    /** The embeddings of one user's behaviours and of the candidates of another batch. */
    public Map<String, Tensor> lookup(RawBatch single, RawBatch candidates) {
        ServingForm.Lookup asked = form.lookup().orElseThrow();
        return lookup.run(
                ModelInputTensor.arrays(
                        ModelInputTensor.ofCandidates(asked.takes().fields(), limits, single, candidates)),
                asked.gives());
    }

    /** The user's part. */
    public Map<String, Tensor> user(RawBatch single, Map<String, Tensor> rows) {
        Map<String, Tensor> inputs =
                ModelInputTensor.arrays(ModelInputTensor.of(form.user().fields(), limits, single));
        form.carried().forEach(each -> inputs.put(each.before(), Tensor.of(new float[each.width()], 1, each.width())));
        return user.run(withTaken(inputs, rows, form.user()), form.gives());
    }

    /** The logit of each candidate. */
    public float[] candidates(
            RawBatch single, RawBatch candidates, Map<String, Tensor> rows, Map<String, Tensor> ofUser) {
        Map<String, Tensor> inputs = ModelInputTensor.arrays(
                ModelInputTensor.ofCandidates(form.candidate().fields(), limits, single, candidates));
        withTaken(inputs, rows, form.candidate());
        withTaken(inputs, ofUser, form.candidate());
        return scorer.logits(inputs, candidates.size());
    }

    private static Map<String, Tensor> withTaken(
            Map<String, Tensor> inputs, Map<String, Tensor> given, ServingForm.Takes takes) {
        Map<String, Tensor> taken = new LinkedHashMap<>(given);
        taken.keySet().retainAll(takes.arguments());
        inputs.putAll(taken);
        return inputs;
    }

    @Override
    public void close() {
        try (candidate;
                user) {
            lookup.close();
        }
    }
}
