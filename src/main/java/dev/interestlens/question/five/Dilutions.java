package dev.interestlens.question.five;

import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.synth.FarTargets;
import dev.interestlens.model.Trace;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.workspace.OpenRun;
import java.util.Arrays;
import java.util.Optional;

/**
 * How softmax reduces the weight of a cause as more behaviours are read. The weight over the newest m behaviours is the weight over all divided by
 * the sum of the newest m, since scores of behaviours do not depend on each other: one forward pass gives every m exactly.
 */
final class Dilutions {
    private static final int MAX_ROWS = 200;
    private static final int NEWEST = 20;

    private final int[] read;
    private final double[] share;
    private final double[] even;
    private int rows;

    private Dilutions(int[] read) {
        this.read = read;
        share = new double[read.length];
        even = new double[read.length];
    }

    /**
     * Of the rows whose cause lies among the newest behaviours.
     *
     * @param far distance of the causes that do not
     * @return empty where the model does not have exactly one attention over the history, or there is no such row
     */
    static Optional<LengthResult.Dilution> of(OpenRun run, FarTargets targets, int far) {
        int longest = run.model().input().historyLength();
        Optional<HistoryChoice> all = run.model().choice(run.model().reading().with(Kind.ALL), longest);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        SampleSet samples = run.samples().reading(all.get());
        Dilutions sums = new Dilutions(LongHistories.read(longest));
        for (int row = 0; row < samples.size(Part.TEST) && sums.rows < MAX_ROWS; row++) {
            Sample sample = samples.sample(Part.TEST, row);
            FarTargets.Target target = targets.of(
                    run.data().userKey(sample.user()), run.data().itemKey(sample.candidate()), sample.time());
            if (target != null && target.caused() && target.distance() != far) {
                RawBatch batch = samples.batch(Part.TEST, new int[] {row});
                Optional<Trace> attention = Trace.attention(run.model().traces(batch));
                if (attention.isEmpty()) {
                    return Optional.empty();
                }
                long first = samples.firstHistoryEvent(sample) - samples.data().firstEvent(sample.user());
                int[] places = Arrays.stream(target.planted())
                        .map(position -> (int) (position - first))
                        .toArray();
                sums.add(attention.get().values(), batch.length(0), places);
            }
        }
        return sums.rows == 0
                ? Optional.empty()
                : Optional.of(
                        new LengthResult.Dilution(sums.read, sums.mean(sums.share), sums.mean(sums.even), sums.rows));
    }

    private void add(float[] weights, int n, int[] places) {
        if (Arrays.stream(places).anyMatch(place -> place < n - NEWEST || place >= n)) {
            return;
        }
        double cause =
                Arrays.stream(places).mapToDouble(place -> weights[place]).sum();
        rows++;
        for (int i = 0; i < read.length; i++) {
            double newest = 0;
            int count = Math.min(n, read[i]);
            for (int j = n - count; j < n; j++) {
                newest += weights[j];
            }
            share[i] += cause / newest;
            even[i] += (double) places.length / count;
        }
    }

    private double[] mean(double[] sums) {
        return Arrays.stream(sums).map(sum -> sum / rows).toArray();
    }
}
