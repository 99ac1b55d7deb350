package dev.interestlens.model;

import dev.interestlens.data.RawBatch;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores a batch in which some requests ask for many candidates: what depends on the user of such a request is computed once. Requests with few
 * candidates are faster within the batch, since each shared request needs some extra calls.
 */
final class GroupedScoring {
    private final CtrModel model;
    private final int many;

    GroupedScoring(CtrModel model) {
        this.model = model;
        many = model.shared().map(CatalogueForm::worthwhileFrom).orElse(Integer.MAX_VALUE);
    }

    /** One logit a sample, in the order of the batch. */
    float[] logits(RawBatch batch) {
        if (batch.size() < many) {
            return model.logits(batch);
        }
        int[] first = batch.firstOfEachRequest();
        float[] logits = new float[batch.size()];
        int[] rest = new int[batch.size()];
        int left = 0;
        for (int i = 0; i < first.length; i++) {
            int end = i + 1 < first.length ? first[i + 1] : batch.size();
            int[] rows = IntStream.range(first[i], end).toArray();
            if (rows.length >= many) {
                request(batch, rows, logits);
            } else {
                System.arraycopy(rows, 0, rest, left, rows.length);
                left += rows.length;
            }
        }
        if (left == batch.size()) {
            return model.logits(batch);
        }
        if (left > 0) {
            int[] rows = Arrays.copyOf(rest, left);
            put(model.logits(batch.samples(rows)), rows, logits);
        }
        return logits;
    }

    private void request(RawBatch batch, int[] rows, float[] logits) {
        RawBatch single = batch.samples(new int[] {rows[0]});
        try (CatalogueScorer scorer = new CatalogueScorer(model, batch.candidates(rows))) {
            put(scorer.logits(single), rows, logits);
        }
    }

    private static void put(float[] found, int[] rows, float[] logits) {
        for (int i = 0; i < rows.length; i++) {
            logits[rows[i]] = found[i];
        }
    }
}
