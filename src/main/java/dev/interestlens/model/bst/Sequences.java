package dev.interestlens.model.bst;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.Features;
import dev.interestlens.model.PartedAttention;
import dev.interestlens.model.PositionIndex;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.bst.BstConfig.CandidatePlace;
import dev.interestlens.model.bst.EncoderConfig.AttentionStart;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.layer.Linear;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The input of the encoder: behaviours with their positions, followed by the candidate where it is inside; golden cases G and H. The candidate's
 * position is 0: no gap, no behaviour between; counted from the oldest it is the one behind the longest history. B samples, N positions, W width of
 * an item, d width of the encoder.
 */
final class Sequences {
    private static final double DEVIATION = 0.05;

    private final PositionConfig position;
    private final boolean inside;
    private final int item;
    private final int width;
    private final int longest;
    /** A table of each kind of position that is learned. */
    private final List<RowTable> tables;

    private final Linear projection;

    Sequences(BstConfig config, Parameters parameters, int item, int longest) {
        this.longest = longest;
        position = config.position();
        inside = config.candidate() == CandidatePlace.INSIDE;
        this.item = item;
        tables = position.kind().parts().stream()
                .filter(part -> part != SequencePosition.SINUSOID)
                .map(part -> parameters.table(
                        position.table(part),
                        position.tableRows(part),
                        position.width(item),
                        Initializer.normal(DEVIATION),
                        RowTable.Padding.TRAINED))
                .toList();
        int in = position.inputWidth(item);
        width = config.encoder().width() == 0 ? in : config.encoder().width();
        boolean kept = config.encoder().selfAttention().start() == AttentionStart.SIMILARITY && item <= width;
        projection = config.encoder().width() == 0
                ? null
                : new Linear(
                        parameters,
                        "input_projection",
                        in,
                        width,
                        true,
                        kept ? Initializer.beginningInIdentity(in, width, item) : Initializer.fanIn(in));
    }

    /** d. */
    int width() {
        return width;
    }

    /** Behaviours (N, d), then candidates (B, d) where they are inside, as one array. */
    NDArray of(Features features) {
        NDArray items = inside ? Ops.concat(0, features.history(), features.candidate()) : features.history();
        List<SequencePosition> parts = position.kind().parts();
        return placed(
                items,
                PartedAttention.sum(IntStream.range(0, parts.size())
                        .mapToObj(i -> places(features, i, index(parts.get(i), features.plan())))
                        .toList()));
    }

    /** Items (n, W) with the sum of their places, or null -> (n, d). */
    NDArray placed(NDArray items, NDArray places) {
        NDArray x = places == null
                ? items
                : position.use() == PositionUse.ADDED ? Ops.add(items, places) : Ops.concat(1, items, places);
        return projection == null ? x : projection.apply(x);
    }

    private NDArray places(Features features, int part, int[] index) {
        return tables.isEmpty() ? sinusoids(features, index) : features.lookUp(tables.get(part), index);
    }

    /** The places of the behaviours, each kind apart. */
    List<PartedAttention.Input> inputs(Features features) {
        List<SequencePosition> parts = position.kind().parts();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new PartedAttention.Input(
                        ScorePart.of(parts.get(i) == SequencePosition.TIME ? Kind.TIME : Kind.POSITION),
                        places(features, i, ofBehaviours(parts.get(i), features.plan()))))
                .toList();
    }

    /** The row of each behaviour's position of a kind, then that of each candidate that is inside. */
    private int[] index(SequencePosition part, BatchPlan plan) {
        int n = plan.layout().positions();
        int[] index = Arrays.copyOf(ofBehaviours(part, plan), inside ? n + plan.samples() : n);
        for (int place = 0; n + place < index.length; place++) {
            index[n + place] = part == SequencePosition.INDEX_FROM_OLDEST ? candidatePlace() : 0;
        }
        return index;
    }

    /** Behind the longest history, counted from the oldest, as far as the table reaches. */
    private int candidatePlace() {
        return Math.min(longest, position.rows() - 1);
    }

    private int[] ofBehaviours(SequencePosition part, BatchPlan plan) {
        int[] index = places(part, plan);
        int last = part.isIndex() ? position.rows() - 1 : Integer.MAX_VALUE;
        return plan.raw().places == null
                ? index
                : Arrays.stream(index).map(at -> Math.min(at, last)).toArray();
    }

    private int[] places(SequencePosition part, BatchPlan plan) {
        return switch (part) {
            case TIME -> PositionIndex.buckets(plan.gaps(), position.timeBuckets());
            case INDEX_FROM_OLDEST -> plan.steps();
            default -> PositionIndex.back(plan, inside ? 1 : 0);
        };
    }

    private NDArray sinusoids(Features features, int[] index) {
        int width = position.width(item);
        float[] values = sinusoids(index, width);
        return features.tensors().floats(values, values.length, features.type(), index.length, width);
    }

    /** The places 0 … rows − 1, (rows, width). */
    static float[] sinusoids(int rows, int width) {
        return sinusoids(IntStream.range(0, rows).toArray(), width);
    }

    private static float[] sinusoids(int[] index, int width) {
        float[] values = new float[index.length * width];
        for (int i = 0; i < values.length; i++) {
            int e = i % width;
            double angle = index[i / width] / Math.pow(10_000, (e - e % 2) / (double) width);
            values[i] = (float) (e % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        return values;
    }
}
