package dev.interestlens.model.reading;

import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice.Past;
import dev.interestlens.data.Schema;

/** 1 for a behaviour that shares a category with the candidate, else 0. */
public record SameCategory(int width) implements ItemScores.Similarity {
    @Override
    public void before(Past past) {
        // nothing is computed in advance
    }

    @Override
    public float of(Past past, int step) {
        for (int k = 0; k < width; k++) {
            int category = past.id(Schema.CATEGORY, step, k);
            for (int c = 0; category != Field.PADDING && c < width; c++) {
                if (past.candidate(Schema.CATEGORY, c) == category) {
                    return 1;
                }
            }
        }
        return 0;
    }
}
