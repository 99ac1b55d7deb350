package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.dien.DienConfig.Scored;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.DType;
import dev.interestlens.store.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The contract's models and batches for tests of other packages. */
public final class ContractCases {
    public static final ModelInput INPUT = TinyBatches.INPUT;

    /** The same data with a category of several values. */
    public static final ModelInput SEVERAL_CATEGORIES = new ModelInput(
            new Schema(
                    List.of(
                            TinyBatches.SCHEMA.itemFields().get(0),
                            Field.categorical("category", 7, 3),
                            Field.categorical("genre", 8),
                            TinyBatches.SCHEMA.itemFields().get(3),
                            TinyBatches.SCHEMA.itemFields().get(4)),
                    TinyBatches.SCHEMA.userFields(),
                    TinyBatches.SCHEMA.contextFields()),
            TinyBatches.LENGTH);

    /** The weight of what is popular just then: a new model has none. */
    private static final float TREND = .7f;

    private ContractCases() {}

    /** A batch for it. */
    public static RawBatch severalCategories(RawBatch of) {
        return new RawBatch(
                        new RawBatch.Histories(
                                of.offsets,
                                new RawBatch.Fields(turned(of.history), of.historyNumbers),
                                of.gaps,
                                of.hidden),
                        new RawBatch.Fields(turned(of.candidate), of.candidateNumbers),
                        new RawBatch.Fields(of.user, of.userNumbers),
                        new RawBatch.Fields(of.context, of.contextNumbers),
                        RawBatch.Negatives.NONE,
                        of.labels)
                .withDays(of.days);
    }

    private static int[][] turned(int[][] fields) {
        return new int[][] {fields[0], fields[2], fields[1]};
    }

    /** One of each family and structure, with a head wide enough to learn by heart and judged by the label alone. */
    public static Map<String, ModelConfig> structures() {
        Map<String, ModelConfig> structures = new LinkedHashMap<>();
        TinyConfigs.all(INPUT).stream()
                .filter(one -> one.name().matches("\\w+ balanced( (evolution|readOut|candidate|encoder.norm)=.*)?"))
                .forEach(one -> structures.put(one.name(), TinyConfigs.toLearnByHeart(one.config())));
        return structures;
    }

    /** One of each family with a head whose products are wide. */
    public static Map<String, ModelConfig> wide() {
        Map<String, ModelConfig> wide = new LinkedHashMap<>();
        structures().forEach((name, config) -> {
            if (name.endsWith(" balanced")) {
                wide.put(name, TinyConfigs.withHead(config, 256, 320));
            }
        });
        return wide;
    }

    /** Every case of the contract by its name. */
    public static Map<String, ModelConfig> all() {
        Map<String, ModelConfig> all = new LinkedHashMap<>();
        TinyConfigs.all(INPUT).forEach(one -> all.put(one.name(), one.config()));
        return all;
    }

    /** Names of the cases that this half of the suite takes. */
    public static List<String> names() {
        return TinyConfigs.taken(INPUT).stream().map(TinyConfigs.Case::name).toList();
    }

    /** Seven samples: an empty history, a full one, two alike, and some between. */
    public static RawBatch seven() {
        return TinyBatches.of(3, 0, TinyBatches.LENGTHS);
    }

    /** Samples with histories of these lengths. */
    public static RawBatch batch(int... lengths) {
        return TinyBatches.of(9, 0, lengths);
    }

    /** A model with weights and statistics of which none is what it started as, and embeddings that tell behaviours apart. */
    public static TrainedModel model(ModelConfig config) {
        return model(config, INPUT);
    }

    /** The same for other data. */
    public static TrainedModel model(ModelConfig config, ModelInput input) {
        SplittableRandom random = new SplittableRandom(23);
        try (TrainedModel fresh = TrainedModel.untrained(config, input, 11)) {
            Map<String, Tensor> weights = new LinkedHashMap<>();
            fresh.weights().tensors().forEach((name, tensor) -> {
                float[] values = tensor.floats();
                boolean table = name.endsWith("_embedding.weight");
                boolean made = name.startsWith("neighbours.") || name.startsWith("trend.");
                if (name.equals(TrendTerm.WEIGHT)) {
                    values[0] = TREND;
                }
                for (int i = 0; i < values.length && !made; i++) {
                    float noise = (float) (random.nextDouble() - 0.5);
                    values[i] = table
                            ? factor(config, 12) * values[i]
                            : values[i] + (name.endsWith("var") ? Math.abs(noise) : noise / 2);
                }
                weights.put(name, Tensor.of(values, tensor.shape()));
            });
            return TrainedModel.of(config, input, new Weights(weights));
        }
    }

    /** A model as it begins, but with embeddings {@code usual} times as large, so that behaviours matter. */
    public static TrainedModel enlarged(ModelConfig config, ModelInput input, float usual) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        try (TrainedModel fresh = TrainedModel.untrained(config, input, 7)) {
            fresh.weights()
                    .tensors()
                    .forEach((name, tensor) -> weights.put(
                            name,
                            tensor.dtype() == DType.F32 && name.endsWith("embedding.weight")
                                    ? times(tensor, factor(config, usual))
                                    : tensor));
        }
        return TrainedModel.of(config, input, new Weights(weights));
    }

    private static Tensor times(Tensor tensor, float factor) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Tensor.of(values, tensor.shape());
    }

    /** Where attention begins with what is similar, embeddings are larger: if they were still larger, a candidate would read only itself. */
    static float factor(ModelConfig config, float usual) {
        boolean similar = config instanceof BstConfig
                || config instanceof DienConfig dien && dien.evolving().scored() == Scored.STATES_AND_BEHAVIOURS;
        return similar ? 1.2f : usual;
    }

    /** A model of which embeddings tell behaviours apart; the caller closes it. */
    public static CtrModel spread(ModelConfig config, Tensors tensors) {
        CtrModel model = ModelCatalog.create(config, INPUT);
        model.create(tensors, 11, true);
        float factor = factor(config, 12);
        for (RowTable table : model.parameters().tables()) {
            float[] values = table.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
        model.trend().ifPresent(term -> term.weigh(TREND));
        return model;
    }

    /** The logit of one sample by the plain form in double precision. */
    public static double inDouble(CtrModel model, RawBatch single) {
        return model.parameters()
                .inDouble(() -> model.forward(model.doubleFeatures(model.plainPlan(single)), ForwardContext.EVALUATE)
                        .logits()
                        .toDoubleArray())[0];
    }

    /** Of the traces of a pass those that an export gives, too: of several attentions each by itself, not their mean. */
    public static List<Trace> attention(List<Trace> traces) {
        boolean several = traces.stream().anyMatch(trace -> trace.id().equals("attention.heads"));
        return traces.stream()
                .filter(trace -> trace.id().matches(several ? "attention\\.heads" : "attention(\\.\\d+)?"))
                .toList();
    }

    /** What is not 0, in its order. */
    public static float[] seen(float[] values) {
        float[] seen = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (value != 0) {
                seen[count++] = value;
            }
        }
        return java.util.Arrays.copyOf(seen, count);
    }

    public static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** 64 samples with random labels and histories of all lengths. */
    public static RawBatch sixtyFour(ModelConfig config) {
        int[] lengths = new int[64];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = random.nextInt(TinyBatches.LENGTH + 1);
        }
        return TinyBatches.of(17, config.auxiliaryNegatives(), lengths);
    }
}
