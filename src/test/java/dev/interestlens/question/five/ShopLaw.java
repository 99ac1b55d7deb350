package dev.interestlens.question.five;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.synth.ShopHistory;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.testing.FunctionScorer;
import java.util.Arrays;

/** The exact probability of the candidate in a shop; behaviours with the candidate itself are left out, since the shop never repeats an item. */
record ShopLaw(ShopTruth truth, PreparedDataset data) {
    FunctionScorer scorer(ModelInput input) {
        return FunctionScorer.of(input, this::logits);
    }

    private float[] logits(RawBatch batch) {
        float[] logits = new float[batch.size()];
        for (int from = 0; from < logits.length; ) {
            int to = from + 1;
            while (to < logits.length && alike(batch, from, to)) {
                to++;
            }
            score(batch, from, to, logits);
            from = to;
        }
        return logits;
    }

    /** Whether two rows have one history, as the candidates of a request do. */
    private static boolean alike(RawBatch batch, int a, int b) {
        int from = batch.offsets[a];
        int to = batch.offsets[a + 1];
        int other = batch.offsets[b];
        int end = batch.offsets[b + 1];
        return Arrays.equals(batch.origin.history(), from, to, batch.origin.history(), other, end)
                && Arrays.equals(batch.gaps, from, to, batch.gaps, other, end);
    }

    private void score(RawBatch batch, int from, int to, float[] logits) {
        ShopHistory whole = history(batch, from, -1);
        double[] next = whole.size() == 0 ? new double[truth.world().items()] : truth.next(whole);
        for (int b = from; b < to; b++) {
            int candidate = number(batch.origin.candidates()[b]);
            ShopHistory history = whole.seen(candidate) ? history(batch, b, candidate) : whole;
            double p = history.size() == 0 ? 1e-9 : (history == whole ? next : truth.next(history))[candidate];
            logits[b] = (float) Math.log(Math.max(p * history.unseen(), 1e-9));
        }
    }

    private ShopHistory history(RawBatch batch, int row, int without) {
        ShopHistory history = new ShopHistory(truth.world());
        for (int at = batch.offsets[row]; at < batch.offsets[row + 1]; at++) {
            int item = number(batch.origin.history()[at]);
            if (item != without) {
                history.add(item, -batch.gaps[at]);
            }
        }
        return history;
    }

    private int number(int item) {
        return Integer.parseInt(data.itemKey(item).substring(1));
    }
}
