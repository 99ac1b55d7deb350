package dev.interestlens.data.protocol.probe;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourScores;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.SymmetricInverse;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** Scores each row of a part by a baseline; it learns from training events only and reads the same history as a model. */
public final class Baselines {

    private final SampleSet samples;
    private final PreparedDataset data;
    private final SymmetricInverse inversion;
    private NeighbourScores uniform;

    public Baselines(SampleSet samples, SymmetricInverse inversion) {
        this.samples = samples;
        this.inversion = inversion;
        this.data = samples.data();
    }

    /** Those that can be made of this log. */
    public static List<Baseline> of(SampleSet samples) {
        return Arrays.stream(Baseline.values())
                .filter(each -> each != Baseline.TREND || samples.trend().isPresent())
                .toList();
    }

    /** A score for each row of the part, beside {@link SampleSet#labels} and {@link SampleSet#users}. */
    public double[] scores(Baseline baseline, Part part) {
        return scores(baseline, part, 0, samples.size(part));
    }

    /**
     * The same for some rows, so that a long part can be scored in chunks; one thread at a time.
     *
     * @param from the first row of a positive, see {@link SampleSet#group}
     * @param to one past the last row
     */
    public double[] scores(Baseline baseline, Part part, int from, int to) {
        return switch (baseline) {
            case POPULARITY -> each(part, from, to, sample -> samples.trainingEvents(sample.candidate()));
            case TREND -> each(part, from, to, this::trend);
            case CATEGORY_MATCH -> each(part, from, to, this::categoryMatch);
            case NEIGHBOURS -> new NeighbourScores(samples, samples.neighbours(inversion)).of(part, from, to);
            case ALREADY_IN_HISTORY -> each(part, from, to, this::inPast);
        };
    }

    /** The score of one row; of neighbours the mean of cosines over the history, of which nothing is chosen. */
    double score(Baseline baseline, Part part, int row) {
        return baseline == Baseline.NEIGHBOURS
                ? uniform().of(part, row, row + 1)[0]
                : scores(baseline, part, row, row + 1)[0];
    }

    private NeighbourScores uniform() {
        if (uniform == null) {
            uniform = new NeighbourScores(samples, NeighbourFit.uniform(samples));
        }
        return uniform;
    }

    private double[] each(Part part, int from, int to, ToDoubleFunction<Sample> score) {
        double[] scores = new double[to - from];
        for (int row = from; row < to; row++) {
            scores[row - from] = score.applyAsDouble(samples.sample(part, row));
        }
        return scores;
    }

    private double trend(Sample sample) {
        return samples.trend().orElseThrow().score(sample.candidate(), sample.time());
    }

    private double inPast(Sample sample) {
        long first = data.firstEvent(sample.user());
        return data.contains(first, first + sample.position(), sample.candidate()) ? 1 : 0;
    }

    private double categoryMatch(Sample sample) {
        long from = samples.firstHistoryEvent(sample);
        long to = samples.endHistoryEvent(sample);
        if (!data.schema().hasCategory() || from == to) {
            return 0;
        }
        int width = data.schema().itemFields().get(Schema.CATEGORY).width();
        long matches = LongStream.range(from, to)
                .filter(event -> share(data.eventItem(event), sample.candidate(), width))
                .count();
        return (double) matches / (to - from);
    }

    private boolean share(int one, int other, int width) {
        for (int a = 0; a < width; a++) {
            int category = data.itemField(Schema.CATEGORY, one, a);
            for (int b = 0; b < width && category >= Field.FIRST; b++) {
                if (category == data.itemField(Schema.CATEGORY, other, b)) {
                    return true;
                }
            }
        }
        return false;
    }
}
