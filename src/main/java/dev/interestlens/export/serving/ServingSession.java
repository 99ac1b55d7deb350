package dev.interestlens.export.serving;

import dev.interestlens.data.RawBatch;
import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two graphs of a model in ONNX Runtime. Closing frees them. */
public final class ServingSession implements AutoCloseable {
    private final ServingForm form;
    private final PairInputs inputs;
    private final OnnxSession user;
    private final OnnxSession candidate;
    private final CandidateGraph scorer;

    private ServingSession(ServingForm form, ModelInput limits, OnnxSession user, OnnxSession candidate) {
        this.form = form;
        this.inputs = new PairInputs(form, limits);
        this.user = user;
        this.candidate = candidate;
        this.scorer = new CandidateGraph(candidate, form);
    }

    /** @throws dev.interestlens.store.ProblemException where the runtime does not take a file */
    public static ServingSession open(ServingForm form, ModelInput limits, Path user, Path candidate) {
        return open(form, limits, user, candidate, 1);
    }

    /**
     * The same.
     *
     * @param threads of the runtime
     */
    public static ServingSession open(ServingForm form, ModelInput limits, Path user, Path candidate, int threads) {
        OnnxSession first = OnnxSession.open(user, threads);
        return Handover.of(
                first::close, () -> new ServingSession(form, limits, first, OnnxSession.open(candidate, threads)));
    }

    public ServingForm form() {
        return form;
    }

    /** Computes the cached tensors of a user from the whole history. */
    public CachedUser user(RawBatch single) {
        return run(single, inputs.zeros(1));
    }

    /** All outputs of the graph of a user for some users, by name; the first axis is of users. */
    public Map<String, Tensor> users(RawBatch batch) {
        return user.run(userInputs(batch), form.gives());
    }

    /** Inputs of the graph of a user for users whose history begins here. */
    Map<String, Tensor> userInputs(RawBatch batch) {
        return inputs.ofUsers(batch);
    }

    /**
     * With later behaviours appended to the cached ones.
     *
     * @param later a sample with only these
     * @throws dev.interestlens.store.ProblemException of kind USAGE where the result would differ from that of the whole history
     */
    public CachedUser append(CachedUser kept, RawBatch later) {
        return kept.append(form, run(later, kept.states()));
    }

    private CachedUser run(RawBatch single, Map<String, Tensor> before) {
        Map<String, Tensor> outputs = user.run(inputs.ofUsers(single, before), form.gives());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        form.passed().forEach(each -> tensors.put(each.name(), outputs.get(each.name())));
        Map<String, Tensor> states = new LinkedHashMap<>();
        form.carried().forEach(each -> states.put(each.before(), outputs.get(each.after())));
        return new CachedUser(tensors, states);
    }

    /**
     * The logit of each candidate of another batch.
     *
     * @param single the user, of whom context and times are read
     */
    public float[] logits(CachedUser kept, RawBatch single, RawBatch candidates) {
        return scorer.logits(candidateInputs(kept, single, candidates), candidates.size());
    }

    /** The logit of each row, computing its user first, then its candidate. */
    public float[] logits(RawBatch rows) {
        float[] logits = new float[rows.size()];
        for (int row = 0; row < logits.length; row++) {
            RawBatch single = rows.samples(new int[] {row});
            logits[row] = logits(user(single), single, single)[0];
        }
        return logits;
    }

    /** Inputs of the graph of candidates. */
    Map<String, Tensor> candidateInputs(CachedUser kept, RawBatch single, RawBatch candidates) {
        Map<String, Tensor> all = inputs.ofCandidates(single, candidates);
        all.putAll(kept.tensors());
        return all;
    }

    @Override
    public void close() {
        try (candidate) {
            user.close();
        }
    }
}
