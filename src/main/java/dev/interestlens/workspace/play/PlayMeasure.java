package dev.interestlens.workspace.play;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.explain.effect.EffectsOfMany;
import dev.interestlens.explain.look.LookReader;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.Evaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures a model of a small shop between two steps: where it looks, whether that is a planted cause, and how well it tells candidates apart. */
final class PlayMeasure {
    /** The most choices that are measured. */
    private static final int MAX_CHOICES = 500;

    /** The most rows whose AUC is computed. */
    private static final int MAX_ROWS = 2 * MAX_CHOICES;

    private final SampleSet samples;
    private final Map<String, List<Cause>> planted;
    private final List<Integer> rows = new ArrayList<>();
    private final List<Set<Integer>> causes = new ArrayList<>();
    private final float[] labels;
    private final RawBatch asked;
    private final RawBatch chosen;
    private final RawBatch watched;

    /** @param persons keys of those who are watched */
    PlayMeasure(SampleSet samples, Map<String, List<Cause>> planted, List<String> persons) {
        this.samples = samples;
        this.planted = planted;
        float[] all = samples.labels(Part.TEST);
        labels = Arrays.copyOf(all, Math.min(MAX_ROWS, all.length));
        boolean law = planted.values().stream().flatMap(List::stream).anyMatch(cause -> !cause.supports()
                .isEmpty());
        for (int row = 0; row < all.length && rows.size() < MAX_CHOICES; row++) {
            Set<Integer> support = support(row);
            if (all[row] > .5 && (!support.isEmpty() || !law)) {
                rows.add(row);
                causes.add(support);
            }
        }
        asked = samples.batch(Part.TEST, IntStream.range(0, labels.length).toArray());
        chosen = batch(rows);
        watched = batch(persons.stream().map(this::choice).toList());
    }

    private RawBatch batch(List<Integer> some) {
        return samples.batch(
                Part.TEST, some.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The row of what someone chose. */
    private int choice(String user) {
        return IntStream.range(0, samples.size(Part.TEST))
                .filter(row ->
                        samples.sample(Part.TEST, row).label() > .5 && user(row).equals(user))
                .findFirst()
                .orElseThrow();
    }

    private String user(int row) {
        return samples.data().userKey(samples.sample(Part.TEST, row).user());
    }

    private Set<Integer> support(int row) {
        Cause own = planted.get(user(row)).get(samples.sample(Part.TEST, row).position());
        return Arrays.stream(own.support()).boxed().collect(Collectors.toSet());
    }

    /** How many choices are measured. */
    int choices() {
        return rows.size();
    }

    /** The AUC of the law itself on the rows that are asked: the share of customers that obeyed, since each saw one true and one false candidate. */
    double ceiling() {
        if (causes.get(0).isEmpty()) {
            return .5;
        }
        int all = 0;
        int obeyed = 0;
        for (int row = 0; row < labels.length; row++) {
            all += labels[row] > .5 ? 1 : 0;
            obeyed += labels[row] > .5 && !support(row).isEmpty() ? 1 : 0;
        }
        return (double) obeyed / all;
    }

    /** @param effect whether Effect is measured, too */
    PlayFrame frame(long step, Scorer model, boolean effect) {
        float[] logits = model.logits(asked);
        return new PlayFrame(
                step,
                Arrays.stream(strengths(model, watched)).toList(),
                Evaluator.probabilities(model.logits(watched)),
                found(strengths(model, chosen)),
                effect ? found(EffectsOfMany.of(model, chosen)) : Double.NaN,
                Auc.of(ScoredSamples.of(logits, labels, new int[labels.length])).orNaN());
    }

    private static double[][] strengths(Scorer model, RawBatch batch) {
        return Arrays.stream(LookReader.looks(model.traces(batch), batch))
                .map(look -> ArrayFill.doubles(look.length, j -> Math.abs(look[j])))
                .toArray(double[][]::new);
    }

    /** The share of choices whose largest number is that of a planted cause; NaN where nothing is planted, or all numbers are alike. */
    private double found(double[][] numbers) {
        if (causes.get(0).isEmpty() || alike(numbers)) {
            return Double.NaN;
        }
        int hits = 0;
        for (int i = 0; i < numbers.length; i++) {
            hits += causes.get(i).contains(Scores.descending(numbers[i])[0]) ? 1 : 0;
        }
        return (double) hits / numbers.length;
    }

    private static boolean alike(double[][] numbers) {
        return Arrays.stream(numbers).allMatch(row -> Arrays.stream(row).allMatch(each -> each == row[0]));
    }
}
