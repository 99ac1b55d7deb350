package dev.interestlens.foreign;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.foreign.onnx.GraphFile;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.foreign.onnx.Variant;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** A model given as a file, in a process of its own. */
public final class ForeignModel implements Scorer {
    /** The file of its mapping, in its run's folder. */
    public static final String MAPPING = "mapping.json";

    /** The file of its contract. */
    public static final String CONTRACT = "contract.json";

    private final GraphHost host;
    private final Scoring scoring;
    private final Contract contract;
    private final ModelInput input;
    private final Mapping mapping;
    private final Weights weights;
    private final List<String> pooled;

    ForeignModel(GraphHost host, Feed feed, Contract contract, ModelInput input) {
        this.host = host;
        this.contract = contract;
        this.input = input;
        mapping = feed.mapping();
        scoring = new Scoring(host, feed);
        weights = new Weights(scoring, mapping.attention());
        pooled = mapping.attention().stream()
                .map(Attention::pooled)
                .filter(each -> each != null)
                .toList();
    }

    /** Opens the model of a run; the caller closes the data set. */
    public static ForeignModel open(RunFolder folder, PreparedDataset data) {
        Path file = folder.checkpoints().resolve(RunSums.MODEL);
        Mapping mapping = Mapping.read(folder.path().resolve(MAPPING));
        Path contract = folder.path().resolve(CONTRACT);
        GraphFile graph = GraphFile.read(file);
        Feed feed = new Feed(mapping, graph, new Numbers(data), data);
        return new ForeignModel(
                new GraphHost(graph, GraphHost.SECONDS),
                feed,
                Contract.read(contract),
                new ModelInput(data.schema(), mapping.length().most()));
    }

    @Override
    public ModelInput input() {
        return input;
    }

    @Override
    public long parameterCount() {
        return host.file().parameters();
    }

    @Override
    public float[] logits(RawBatch batch) {
        return finite(scoring.logits(Row.of(batch)));
    }

    private float[] finite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw Problem.badInput(
                                ForeignModel.class, "notFinite", host.file().path())
                        .exception();
            }
        }
        return logits;
    }

    @Override
    public List<Trace> traces(RawBatch batch) {
        return traces(Row.of(batch));
    }

    private List<Trace> traces(List<Row> rows) {
        Looks looks = new Looks(mapping, rows);
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int key = mapping.removal() == Mapping.Removal.SHORTEN ? scoring.length(List.of(rows.get(i))) : 0;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        float[] logits = finite(scoring.logits(rows));
        for (List<Integer> group : groups.values()) {
            List<Row> some = group.stream().map(rows::get).toList();
            if (!mapping.attention().isEmpty()) {
                looks.add(group, some, weights.arrays(some, pooled), scoring);
            }
        }
        return looks.traces(logits);
    }

    @Override
    public Optional<PartScorer> parts(RawBatch others, double[] drawn) {
        return ReplacedInputs.of(mapping, input.schema(), others, drawn, this::traces)
                .map(each -> each);
    }

    @Override
    public Removal removal(RawBatch single) {
        contract.removalRefused().ifPresent(problem -> {
            throw new ProblemException(problem, null);
        });
        return new Removal() {
            @Override
            public int behaviours() {
                return single.length();
            }

            @Override
            public double[] logits(List<boolean[]> kept) {
                float[] logits = finite(scoring.logits(Row.of(single, kept)));
                return ArrayFill.doubles(logits.length, i -> logits[i]);
            }
        };
    }

    @Override
    public Optional<float[][]> interests(RawBatch batch) {
        if (pooled.isEmpty()) {
            return Optional.empty();
        }
        float[][] interests = new float[batch.size()][];
        List<Row> rows = Row.of(batch);
        for (int b = 0; b < interests.length; b++) {
            List<Row> one = List.of(rows.get(b));
            Map<String, Tensor> arrays = weights.arrays(one, pooled);
            interests[b] = Looks.interest(arrays, pooled, 0);
        }
        return Optional.of(interests);
    }

    @Override
    public boolean readsUser() {
        return mapping.parts().stream().anyMatch(part -> Mapping.USER.equals(part.field()));
    }

    @Override
    public boolean readsDay() {
        return mapping.parts().stream().anyMatch(part -> part.role() == Mapping.Role.DAY);
    }

    @Override
    public float[] mixed(RawBatch batch, IntFunction<double[]> mixing) {
        require(Capability.INTERVENTIONS);
        Map<Integer, Intervention> byLength = new HashMap<>();
        List<Row> rows = Row.of(batch);
        float[] logits = new float[rows.size()];
        for (int[] some : scoring.pieces(rows)) {
            List<Row> piece = Arrays.stream(some).mapToObj(rows::get).toList();
            float[] found = weights.logits(
                    piece,
                    weights.changed(
                            weights.arrays(piece),
                            piece,
                            row -> byLength.computeIfAbsent(
                                    row.length(), n -> Intervention.NONE.mixed(mixing.apply(n)))));
            for (int i = 0; i < some.length; i++) {
                logits[some[i]] = found[i];
            }
        }
        return finite(logits);
    }

    @Override
    public float intervened(RawBatch single, Intervention intervention) {
        require(Capability.INTERVENTIONS);
        List<Row> one = List.of(Row.of(single).get(0));
        Map<String, Tensor> arrays = weights.arrays(one, pooled);
        Map<String, Tensor> given = new HashMap<>();
        List<Variant.Cut> cuts = new ArrayList<>();
        if (intervention.changesAttention()) {
            given.putAll(weights.changed(arrays, one, row -> intervention));
            cuts.addAll(Weights.cuts(mapping.attention()));
        }
        if (intervention.interest().length > 0) {
            require(Capability.INTERESTS);
            given.putAll(Looks.given(arrays, pooled, intervention.interest()));
            pooled.forEach(
                    name -> cuts.add(new Variant.Cut(name, arrays.get(name).shape().length)));
        }
        Variant cut = scoring.logitVariant().cutting(cuts);
        return finite(scoring.logits(one, cut, given))[0];
    }

    @Override
    public Optional<Problem> lacks(Capability capability) {
        String key =
                switch (capability) {
                    case GRADIENTS -> "lacksGradients";
                    case WEIGHTS -> "lacksWeights";
                    case INTERESTS -> pooled.isEmpty() ? "lacksInterests" : null;
                    case INTERVENTIONS -> mapping.attention().isEmpty() ? "lacksInterventions" : null;
                };
        return Optional.ofNullable(key)
                .map(name -> Problem.usage(ForeignModel.class, name).problem());
    }

    @Override
    public void close() {
        host.close();
    }
}
