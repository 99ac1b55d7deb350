package dev.interestlens.explain.reason;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.model.Scorer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Splits the raw scores of attention by parts. An average behaviour is the mean over {@value #DRAWN} that are drawn from histories of the training
 * data, from as many users where there are enough; they are the same for every prediction. They are read on first use. One thread at a time.
 */
public final class ReasonMeasure {
    private static final int DRAWN = 16;
    private static final int TRIES = 20;
    private static final long SEED = 29;

    private final SampleSet samples;
    private Scorer of;
    private Optional<PartScorer> scorer = Optional.empty();

    public ReasonMeasure(SampleSet samples) {
        this.samples = samples;
    }

    /**
     * The reasons of one prediction.
     *
     * @param read its history as the model reads it
     * @param looked Look over that; of long histories only the behaviours with most of it have values
     */
    public Reasons of(Scorer model, RawBatch read, LookResult looked) {
        if (model != of) {
            scorer = scorer(model);
            of = model;
        }
        boolean[] hidden = read.hidden == null ? new boolean[read.length()] : read.hidden;
        double[] strength = looked.strength();
        int[] behaviours = IntStream.range(0, read.length())
                .filter(j -> !hidden[j])
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -strength[j]))
                .limit(scorer.map(PartScorer::most).orElse(0))
                .mapToInt(j -> j)
                .sorted()
                .toArray();
        return behaviours.length == 0
                ? Reasons.NONE
                : Reasons.of(scorer.orElseThrow().of(read, behaviours), known(), behaviours);
    }

    /** The parts that the data have. */
    private List<ScorePart> known() {
        Stream<ScorePart> fields =
                samples.data().schema().itemFields().stream().map(Field::name).map(ScorePart::field);
        Stream<ScorePart> time =
                samples.data().info().times().timed() ? Stream.of(ScorePart.of(Kind.TIME)) : Stream.empty();
        return Stream.of(fields, Stream.of(ScorePart.of(Kind.POSITION)), time)
                .flatMap(parts -> parts)
                .toList();
    }

    private Optional<PartScorer> scorer(Scorer model) {
        int size = samples.size(Part.TRAIN);
        Random random = new Random(SEED);
        Map<Integer, Integer> rows = new LinkedHashMap<>(); // by user
        for (int i = 0; size > 0 && i < DRAWN * TRIES && rows.size() < DRAWN; i++) {
            int row = random.nextInt(size);
            Sample sample = samples.sample(Part.TRAIN, row);
            if (samples.endHistoryEvent(sample) > samples.firstHistoryEvent(sample)) {
                rows.putIfAbsent(sample.user(), row);
            }
        }
        RawBatch others = samples.batch(
                Part.TRAIN, rows.values().stream().mapToInt(row -> row).toArray());
        double[] places = random.doubles(rows.size()).toArray();
        return rows.isEmpty() ? Optional.empty() : model.parts(others, places);
    }
}
