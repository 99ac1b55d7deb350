package dev.interestlens.export.serving;

import dev.interestlens.export.onnx.OnnxSession;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.store.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The graph of candidates in ONNX Runtime, called with the best number of candidates at once. */
final class CandidateGraph {

    private final OnnxSession session;
    private final int atOnce;
    private final Set<String> ofCandidates;

    /** @param session closed by the caller */
    CandidateGraph(OnnxSession session, ServingForm form) {
        this.session = session;
        atOnce = form.candidatesAtOnce();
        Stream<String> fields = form.candidate().fields().stream()
                .filter(field -> field.axes().get(0).equals(ServingFeatures.CANDIDATES))
                .map(GraphInput::name);
        Stream<String> lookedUp = form.lookup().stream().flatMap(lookup -> lookup.gives().stream());
        ofCandidates = Stream.concat(fields, lookedUp)
                .filter(form.candidate().arguments()::contains)
                .collect(Collectors.toSet());
    }

    /**
     * The logit of each candidate.
     *
     * @param inputs of the graph; the first axis of those that are of candidates has this count
     */
    float[] logits(Map<String, Tensor> inputs, int count) {
        if (count <= atOnce) {
            return logits(inputs);
        }
        float[] all = new float[count];
        Map<String, Tensor> piece = new LinkedHashMap<>(inputs);
        for (int from = 0; from < count; from += atOnce) {
            int begin = from;
            int end = Math.min(count, from + atOnce);
            ofCandidates.forEach(name -> piece.put(name, inputs.get(name).rows(begin, end)));
            System.arraycopy(logits(piece), 0, all, begin, end - begin);
        }
        return all;
    }

    private float[] logits(Map<String, Tensor> inputs) {
        return session.run(inputs, List.of(GraphModel.LOGIT))
                .get(GraphModel.LOGIT)
                .floats();
    }
}
