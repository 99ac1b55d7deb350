package dev.interestlens.explain.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.RawBatch.Places;
import dev.interestlens.explain.Fixtures;
import dev.interestlens.explain.look.PositionAttention;
import dev.interestlens.explain.reason.Reasons.OfAttention;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.nn.Ops;
import dev.interestlens.store.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons of attention in every family, preset and switch. */
@Tag("contract")
class ReasonContractTest {
    private static final Map<String, ModelConfig> CASES = ContractCases.all();
    private static final int N = 6;
    private static final int[] OTHERS = {3, 5, 1, 7};
    private static final double[] PLACES = {0, 0.3, 0.6, 0.99};

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    static Collection<String> cases() {
        return ContractCases.names().stream()
                .filter(name -> name.matches("(din|dien|bst) .*"))
                .toList();
    }

    private static List<PartScorer.Scores> scores(TrainedModel model, RawBatch single) {
        RawBatch read = model.read(single);
        return model.parts(ContractCases.batch(OTHERS), PLACES)
                .orElseThrow()
                .of(read, IntStream.range(0, read.length()).toArray());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void partsSumToTheScoreLessItsMean(String name) {
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            List<PartScorer.Scores> scores = scores(model, ContractCases.batch(N));
            int n = scores.get(0).values().length;
            List<ScorePart> known =
                    List.of(ScorePart.of(Kind.POSITION), ScorePart.of(Kind.TIME), ScorePart.of(Kind.BEFORE));
            Reasons reasons = Reasons.of(scores, known, IntStream.range(0, n).toArray());
            assertThat(reasons.parts()).containsAll(known);
            assertThat(reasons.attentions()).hasSize(CASES.get(name).attentions() * layers(name));
            for (int a = 0; a < scores.size(); a++) {
                OfAttention each = reasons.attentions().get(a);
                for (int j = 0; j < n; j++) {
                    assertThat(Arrays.stream(each.values()[j]).sum())
                            .isCloseTo(each.scores()[j] - each.means()[j], within(1e-6));
                    for (int p = 0; p < reasons.parts().size(); p++) {
                        boolean read =
                                scores.get(a).parts().contains(reasons.parts().get(p));
                        assertThat(read || each.values()[j][p] == 0).isTrue();
                    }
                }
            }
            if (n > 1) {
                assertThat(Arrays.stream(reasons.shares()).sum()).isCloseTo(1, within(1e-6));
            }
        }
    }

    /** What the softmax of the scores is, the model's own weights are; without a softmax the scores themselves. */
    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreThoseOfTheModel(String name) {
        assumeThat(name).doesNotMatch(".*window .* OUTSIDE .*"); // the mean query is of all behaviours, far ones too
        RawBatch single = ContractCases.batch(N);
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            List<Trace> traces = model.traces(single);
            for (PartScorer.Scores each : scores(model, single)) {
                double[] own = Arrays.stream(each.values())
                        .mapToDouble(sets -> sets[sets.length - 1])
                        .toArray();
                double[] weights = weights(traces, each, own.length);
                boolean raw = Arrays.stream(weights).anyMatch(weight -> weight < 0) || name.contains("NONE");
                for (int j = 1; j < own.length; j++) {
                    if (raw && Math.abs(weights[j] - own[j]) < 1e-4) {
                        continue;
                    }
                    assertThat(Math.exp(own[j] - own[0]) * weights[0])
                            .as(name + " " + each.layer() + " " + each.head())
                            .isCloseTo(weights[j], within(1e-4 * (1 + weights[j])));
                }
            }
        }
    }

    /** The model's own score of a behaviour whose field or time is really another's is the score without that part. */
    @ParameterizedTest
    @MethodSource("cases")
    void withoutAPartTheScoreIsThatOfAReplacedInput(String name) {
        ModelConfig config = CASES.get(name);
        assumeThat(config.reading().kind()).isEqualTo(ReadingConfig.Kind.ALL); // else others may be read
        assumeThat(config instanceof BstConfig bst && bst.candidate() == CandidatePlace.OUTSIDE)
                .isFalse(); // the behaviour itself is part of what asks
        int last = N - 1;
        try (TrainedModel model = ContractCases.model(config)) {
            List<Trace> own = model.traces(ContractCases.batch(N));
            for (PartScorer.Scores each : scores(model, ContractCases.batch(N))) {
                int all = each.values()[0].length - 1;
                double first = each.values()[0][all];
                boolean raw = Math.abs(weights(own, each, N)[0] - first) < 1e-4;
                for (int p = 0; p < each.parts().size() && each.layer() == 0; p++) {
                    int part = p;
                    if (isReplaced(each.parts().get(p))) {
                        double mean = IntStream.range(0, PLACES.length)
                                .mapToObj(k -> weights(
                                        model.traces(replaced(each.parts().get(part), last, k)), each, N))
                                .mapToDouble(
                                        weights -> raw ? weights[last] : first + Math.log(weights[last] / weights[0]))
                                .average()
                                .orElseThrow();
                        double without = each.values()[last][all & ~(1 << p)];
                        assertThat(mean)
                                .as(each.head() + " " + each.parts().get(p))
                                .isCloseTo(without, within(1e-3 * (1 + Math.abs(without))));
                    }
                }
            }
        }
    }

    private static boolean isReplaced(ScorePart part) {
        return part.kind() == Kind.FIELD || part.kind() == Kind.TIME;
    }

    /** A sample in which one behaviour has a part of the k-th drawn behaviour. */
    private static RawBatch replaced(ScorePart part, int behaviour, int k) {
        RawBatch batch = ContractCases.batch(N);
        RawBatch others = ContractCases.batch(OTHERS);
        int drawn = others.offsets[k] + (int) (PLACES[k] * OTHERS[k]);
        if (part.kind() == Kind.TIME) {
            batch.gaps[behaviour] = others.gaps[drawn];
            return batch;
        }
        List<Field> fields = ContractCases.INPUT.schema().categoricalItemFields();
        int f = fields.stream().map(Field::name).toList().indexOf(part.field());
        int width = fields.get(f).width();
        System.arraycopy(others.history[f], drawn * width, batch.history[f], behaviour * width, width);
        return batch;
    }

    private static double[] weights(List<Trace> traces, PartScorer.Scores of, int n) {
        List<Trace> layers = PositionAttention.layers(traces);
        if (!layers.isEmpty()) {
            Trace layer = layers.get(of.layer());
            int inside = (int) layer.shape()[3] - 1; // the candidate, which asks, or else the geometric mean of all
            return IntStream.range(0, n)
                    .mapToDouble(j -> inside == n
                            ? PositionAttention.weight(layer, 0, of.head(), n, j)
                            : Math.exp(IntStream.range(0, n)
                                    .mapToDouble(q -> Math.log(PositionAttention.weight(layer, 0, of.head(), q, j)))
                                    .average()
                                    .orElseThrow()))
                    .toArray();
        }
        Trace attention = named(traces, "attention.heads")
                .or(() -> named(traces, "attention"))
                .orElseThrow();
        int length = (int) attention.shape()[attention.shape().length - 1];
        return IntStream.range(0, n)
                .mapToDouble(j -> attention.values()[of.head() * length + j])
                .toArray();
    }

    private static Optional<Trace> named(List<Trace> traces, String name) {
        return traces.stream().filter(trace -> trace.id().equals(name)).findFirst();
    }

    /** A part that a family does not name has no influence. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsNotNamedIsNotRead(String name) {
        assumeThat(CASES.get(name).reading().searches()).isFalse(); // else others may be read
        RawBatch single = ContractCases.batch(N);
        try (TrainedModel model = ContractCases.model(CASES.get(name))) {
            List<PartScorer.Scores> before = scores(model, single);
            int[] after = IntStream.range(0, N).map(j -> 2 * (N - j)).toArray();
            unchanged(
                    Kind.POSITION,
                    before,
                    () -> scores(model, single.withPlaces(new Places(after, new int[] {3 * N}))));
            unchanged(Kind.TIME, before, () -> {
                RawBatch later = ContractCases.batch(N);
                Arrays.setAll(later.gaps, j -> 1000 * later.gaps[j] + 50_000);
                return scores(model, later);
            });
            unchanged(Kind.REST, before, () -> {
                RawBatch other = ContractCases.batch(N);
                Arrays.fill(other.historyNumbers, 0.3f);
                return scores(model, other);
            });
        }
    }

    private static void unchanged(Kind kind, List<PartScorer.Scores> before, Supplier<List<PartScorer.Scores>> now) {
        List<PartScorer.Scores> after = now.get();
        for (int a = 0; a < before.size(); a++) {
            boolean read = before.get(a).parts().stream().anyMatch(part -> part.kind() == kind);
            double apart = 0;
            for (int j = 0; j < before.get(a).values().length; j++) {
                double[] sets = before.get(a).values()[j];
                apart = Math.max(
                        apart, Math.abs(sets[sets.length - 1] - after.get(a).values()[j][sets.length - 1]));
            }
            assertThat(apart > 0).as(kind + " " + a).isEqualTo(read);
        }
    }

    /** Items whose embeddings are all 0 tell a model nothing; what is left is where behaviours stand. */
    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    void aModelThatReadsPositionsAloneHasThemFirst(String family) {
        ModelConfig config = ModelCatalog.family(family).preset(Preset.BALANCED);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(5);
        try (TrainedModel fresh = TrainedModel.untrained(config, Fixtures.INPUT, 7)) {
            fresh.weights().tensors().forEach((name, tensor) -> {
                float[] values = tensor.floats();
                boolean items = name.matches("(item|cate)_embedding.weight");
                for (int i = 0; i < values.length; i++) {
                    values[i] = items ? 0 : values[i] + (float) random.nextDouble(-0.3, 0.3);
                }
                weights.put(name, Tensor.of(values, tensor.shape()));
            });
        }
        try (TrainedModel model = TrainedModel.of(config, Fixtures.INPUT, new Weights(weights))) {
            RawBatch single = Fixtures.ragged(9);
            int[] all = IntStream.range(0, 9).toArray();
            List<PartScorer.Scores> scores = model.parts(Fixtures.ragged(4, 11, 6, 2), PLACES)
                    .orElseThrow()
                    .of(single, all);
            Reasons reasons = Reasons.of(scores, List.of(), all);
            for (OfAttention each : reasons.attentions()) {
                for (double[] values : each.values()) {
                    int first = IntStream.range(0, values.length)
                            .boxed()
                            .max(Comparator.comparingDouble(p -> Math.abs(values[p])))
                            .orElseThrow();
                    assertThat(reasons.parts().get(first).kind()).isIn(Kind.POSITION, Kind.TIME);
                    assertThat(values[0]).isCloseTo(0, within(1e-6));
                    assertThat(values[1]).isCloseTo(0, within(1e-6));
                }
            }
        }
    }

    private static int layers(String name) {
        return name.startsWith("bst") ? ((BstConfig) CASES.get(name)).encoder().blocks() : 1;
    }
}
