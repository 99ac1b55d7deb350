package dev.interestlens.model.dien;

import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.TimeMajor;
import java.util.Arrays;

/**
 * The distinct histories of a batch to score in which consecutive samples share a history: the first layer reads each history once. In training the
 * plan shares them. P rows of all samples, R of the distinct histories.
 *
 * @param steps of one sample of each run
 * @param row for each of the P rows the equal one of the R
 */
record SharedHistories(TimeMajor steps, int[] row) {
    /** From the rows of all samples; null where histories do not repeat. */
    static SharedHistories of(RawBatch raw, RaggedBatch layout, TimeMajor all) {
        int[] first = raw.firstOfEach();
        if (first.length == raw.size()) {
            return null;
        }
        int[] placeOf = new int[raw.size()];
        for (int place = 0; place < placeOf.length; place++) {
            placeOf[layout.sampleAt(place)] = place;
        }
        boolean[] read = new boolean[raw.size()];
        int[] reads = new int[raw.size()]; // for each sample the one that is read instead
        for (int b = 0, run = 0; b < raw.size(); b++) {
            run += run + 1 < first.length && first[run + 1] == b ? 1 : 0;
            reads[placeOf[b]] = placeOf[first[run]];
            read[placeOf[first[run]]] = true;
        }
        TimeMajor steps = TimeMajor.of(layout, read);
        int[] row = new int[all.rows()];
        Arrays.setAll(row, r -> {
            int step = all.cell()[r] % all.steps();
            return steps.rowOfCell()[reads[all.place()[r]] * all.steps() + step];
        });
        return new SharedHistories(steps, row);
    }
}
