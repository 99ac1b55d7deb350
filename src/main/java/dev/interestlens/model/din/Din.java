package dev.interestlens.model.din;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.CatalogueForm;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.Features;
import dev.interestlens.model.InterestHead;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.PositionTables;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.RegularisationConfig.Regularisation;
import dev.interestlens.model.din.DinConfig.Normalisation;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.Disagreement;
import dev.interestlens.nn.penalty.AdaptiveNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deep Interest Network (arXiv 1706.06978, section 4.3, equation 3): an activation unit scores every behaviour against the candidate, and the
 * interest is the sum of the behaviours' embeddings by these weights. Differences from the paper: weights may be normalised (as in its reference
 * code), the unit may read a behaviour's position, and padding is not read, unless {@code padding=literal} asks for the reference's quirks. Golden
 * cases A and B. There may be H attentions side by side (interests): the unit gives a behaviour H scores, each attention gathers the same embeddings
 * by weights of its own, and the head reads all of them. B samples, N positions, L behaviours, W width of an item.
 */
public final class Din extends CtrModel {
    static final String ATTENTION = "attention_net";

    private final DinConfig config;
    private final ActivationUnit unit;
    private final PositionTables positions;
    private final InterestHead head;

    public Din(DinConfig config, ModelInput input) {
        super(
                input,
                parameters -> new Embeddings(
                        parameters,
                        input.schema(),
                        config.sizes().embeddingSize(),
                        config.sizes().fieldEmbeddingSize(),
                        false,
                        config.padding(),
                        Embeddings.Start.SMALL));
        this.config = config;
        int w = embeddings().itemWidth();
        AttentionConfig attention = config.attention();
        unit = new ActivationUnit(
                parameters(),
                "attention_net.net",
                w,
                attention.unit().inputs(),
                attention.unit().layers(config.diceEpsilon()),
                config.attentions());
        positions = new PositionTables(parameters(), ATTENTION, attention.position(), input, attention.positionRow());
        head = new InterestHead(
                parameters(),
                "prediction_net",
                config.attentions() * w,
                w,
                embeddings().profileWidth(),
                config.head(),
                config.diceEpsilon(),
                Initializer.meanOfParts(config.attentions() * w, w));
    }

    @Override
    protected Runnable calibrateForm(double scale, double shift) {
        head.calibrate(scale, shift);
        return () -> {};
    }

    @Override
    protected CtrOutput plainForm(Features features, ForwardContext pass) {
        return run(features, pass, false);
    }

    @Override
    public double peak() {
        return 1.3;
    }

    @Override
    protected CtrOutput fastForm(Features features, ForwardContext pass) {
        return run(features, pass, unit.splits());
    }

    private CtrOutput run(Features features, ForwardContext pass, boolean split) {
        NDArray keys =
                parameters().noise().drop(features.history(), config.embeddingDropout(), pass.training()); // (N, W)
        pass.tracer().record(TraceNames.CANDIDATE, features.candidate(), AxisKind.SAMPLE, AxisKind.UNIT);
        NDArray[] groupKeys = features.layout().groups(keys); // (h, L, W)
        int each = features.plan().each(); // b = h · each
        NDArray[] groupScores = each > 1
                ? unit.beside(
                        features.layout(),
                        features.candidate(),
                        keys,
                        groupKeys,
                        positions.rows(features),
                        pass.training())
                : grouped(features.layout(), scores(features, keys, pass, split));
        NDArray[] masks = features.layout().groupScalars(features.mask());
        NDArray[] interests = new NDArray[groupKeys.length];
        NDArray[] attention = new NDArray[groupKeys.length];
        for (int g = 0; g < groupKeys.length; g++) {
            NDArray weights = pass.change()
                    .attention(
                            weights(
                                    groupScores[g],
                                    Ops.repeated(masks[g], each),
                                    features.layout().coverage(g)),
                            features.tensors()); // (b, L) or (b, H, L)
            trace(pass.tracer(), groupScores[g], weights);
            attention[g] = weights;
            long h = features.layout().groupSize(g);
            NDArray rows = Ops.view(weights, h, -1, features.layout().groupLength(g)); // (h, each · H, L)
            interests[g] = Ops.view(Ops.matmul(rows, groupKeys[g]), h * each, -1); // (b, H · W)
        }
        NDArray interest = pass.change().interest(Ops.concat(0, interests), features.tensors()); // (B, H·W)
        pass.tracer().record(TraceNames.INTEREST, interest, AxisKind.SAMPLE, AxisKind.UNIT);
        NDArray logits = head.apply(features, interest, pass.training());
        return CtrOutput.of(logits, pass.training() ? sum(adaptiveNorm(features), alike(features, attention)) : null);
    }

    @Override
    protected boolean sharesHistories() {
        return ragged() && unit.sharesHistories() && !several() && !reading().learns();
    }

    private boolean several() {
        return config.attentions() > 1;
    }

    /** (N) -> (b, L), or (N, H) -> (b, H, L). */
    private NDArray[] grouped(RaggedBatch layout, NDArray scores) {
        if (!several()) {
            return layout.groupScalars(scores);
        }
        NDArray[] groups = layout.groups(scores); // (b, L, H)
        for (int g = 0; g < groups.length; g++) {
            groups[g] = Ops.transpose(groups[g], 1, 2);
        }
        return groups;
    }

    /** For several attentions also their mean, as the attention of the whole model. */
    private void trace(Tracer tracer, NDArray scores, NDArray weights) {
        if (!several()) {
            tracer.record(TraceNames.SCORES, scores, AxisKind.SAMPLE, AxisKind.HISTORY);
            tracer.record(TraceNames.ATTENTION, weights, AxisKind.SAMPLE, AxisKind.HISTORY);
        } else if (tracer != Tracer.NONE) {
            tracer.record(TraceNames.SCORES, scores, AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
            tracer.record(TraceNames.ATTENTION_HEADS, weights, AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY);
            NDArray mean = Ops.scale(Ops.sum(weights, 1), 1.0 / config.attentions()); // (b, H, L) -> (b, L)
            tracer.record(TraceNames.ATTENTION, mean, AxisKind.SAMPLE, AxisKind.HISTORY);
        }
    }

    /** λ times the similarity of the attentions, where there are several and λ is not 0. */
    private NDArray alike(Features features, NDArray[] attention) {
        double weight = config.several().disagreement();
        return several() && weight > 0
                ? Disagreement.of(features.tensors(), features.layout(), attention, weight)
                : null;
    }

    private static NDArray sum(NDArray one, NDArray other) {
        return one == null ? other : other == null ? one : Ops.add(one, other);
    }

    /** The reference code's regularisation of histories, where it is configured. */
    private NDArray adaptiveNorm(Features features) {
        if (config.regularisation().kind() != Regularisation.ADAPTIVE) {
            return null;
        }
        RaggedBatch layout = features.layout();
        NDArray[] histories =
                layout.groups(Ops.mul(features.history(), features.rows().column())); // (b, L, W)
        NDArray[] terms = new NDArray[histories.length];
        int from = 0;
        for (int g = 0; g < terms.length; g++) {
            int[] lengths = new int[layout.groupSize(g)];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = Math.max(1, layout.lengthAt(from + i)); // where the reference code divides by 0
            }
            double share = (double) lengths.length / layout.samples();
            double base = config.regularisation().strength() * share;
            terms[g] = Ops.unsqueeze(AdaptiveNorm.of(features.tensors(), histories[g], lengths, base), 0); // (1)
            from += lengths.length;
        }
        return Ops.sumAll(Ops.concat(0, terms));
    }

    private NDArray scores(Features features, NDArray keys, ForwardContext pass, boolean split) {
        RowMask rows = config.padding() == Padding.LITERAL ? null : features.rows();
        NDArray sample = features.sampleIndex();
        NDArray places = positions.rows(features); // (N, hidden) or null
        return split
                ? unit.split(features.candidate(), keys, sample, places, rows, pass.training())
                : unit.plain(Ops.rows(sample, features.candidate()), keys, places, rows, pass.training());
    }

    @Override
    protected List<PartedAttention> parted(Features features) {
        List<PartedAttention.Input> inputs = new ArrayList<>(features.historyFields(embeddings()));
        int fields = inputs.size();
        inputs.addAll(positions.inputs(features));
        NDArray candidate = Ops.slice(features.candidate(), 0, 0, 1); // (1, W)
        return List.of(new PartedAttention(0, 0, inputs, rows -> {
            NDArray keys = PartedAttention.joined(rows, fields); // (N, W)
            NDArray sample =
                    features.tensors().longs(new int[(int) keys.getShape().get(0)]);
            NDArray places = PartedAttention.sum(rows.subList(fields, rows.size()));
            NDArray scores = unit.splits()
                    ? unit.split(candidate, keys, sample, places, null, false)
                    : unit.plain(Ops.rows(sample, candidate), keys, places, null, false);
            return Ops.scale(scores, scale());
        }));
    }

    /** Scores (b, L) or (b, H, L), mask (b, L) -> as the scores. */
    private NDArray weights(NDArray scores, NDArray positions, MaskedSoftmax.Coverage coverage) {
        NDArray mask = several() ? Ops.unsqueeze(positions, 1) : positions;
        Normalisation normalisation = config.attention().normalisation();
        if (normalisation == Normalisation.NONE) {
            return Ops.mul(scores, mask);
        }
        NDArray scaled = normalisation == Normalisation.SOFTMAX_SCALED ? Ops.scale(scores, scale()) : scores;
        return config.padding() == Padding.LITERAL
                ? MaskedSoftmax.literal(scaled, mask)
                : MaskedSoftmax.apply(scaled, mask, coverage);
    }

    @Override
    protected List<Diagram.Part> inside() {
        long l = readLength();
        long[] scores = several() ? new long[] {config.attentions(), l} : new long[] {l};
        return List.of(
                Diagram.part("activationUnit", List.of(Diagram.HISTORY, Diagram.CANDIDATE), scores)
                        .traced(TraceNames.SCORES)
                        .learned("attention_net"),
                Diagram.part("attention", List.of("activationUnit"), scores)
                        .as(config.attention().normalisation())
                        .traced(several() ? TraceNames.ATTENTION_HEADS : TraceNames.ATTENTION),
                Diagram.part(
                                "interest",
                                List.of("attention", Diagram.HISTORY),
                                (long) config.attentions() * embeddings().itemWidth())
                        .traced(TraceNames.INTEREST));
    }

    @Override
    protected List<String> readByHead() {
        return List.of("interest", Diagram.CANDIDATE);
    }

    private double scale() {
        return config.attention().normalisation() == Normalisation.SOFTMAX_SCALED
                ? 1 / Math.sqrt(embeddings().itemWidth())
                : 1;
    }

    @Override
    public boolean ragged() {
        return config.padding() == Padding.MASKED;
    }

    @Override
    protected Optional<CatalogueForm> catalogueForm() {
        return ragged() && unit.splits()
                ? Optional.of(new DinCatalogue(config, unit, positions, head, this::weights))
                : Optional.empty();
    }

    @Override
    protected GraphModel describe(FeatureSource source) {
        return DinGraph.describe(config, source);
    }

    @Override
    protected long numbersOfSubset(long positions) {
        return positions * config.attentions();
    }
}
