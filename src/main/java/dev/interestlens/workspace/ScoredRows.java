package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import dev.interestlens.filter.PredictionColumns;
import java.util.List;
import java.util.Locale;

/** Some scored rows of a part, for filters. */
public final class ScoredRows implements PredictionColumns {
    private final SampleSet samples;
    private final PreparedDataset data;
    private final CategoryNames categories;
    private final Sample[] rows;
    private final double[] scores;

    public ScoredRows(PairModel run, CategoryNames categories, Part part, int[] numbers, double[] scores) {
        samples = run.samples();
        data = run.data();
        this.categories = categories;
        this.scores = scores;
        rows = new Sample[numbers.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = samples.sample(part, numbers[i]);
        }
    }

    public Sample sample(int row) {
        return rows[row];
    }

    @Override
    public String user(int row) {
        return data.userKey(rows[row].user());
    }

    @Override
    public List<String> titles(int row) {
        int item = rows[row].candidate();
        return List.of(data.itemTitle(item, Locale.ENGLISH), data.itemTitle(item, Locale.CHINESE));
    }

    @Override
    public List<String> categories(int row) {
        Text all = categories.ofItem(rows[row].candidate());
        return List.of(all.en(), all.zh());
    }

    @Override
    public float label(int row) {
        return rows[row].label();
    }

    @Override
    public int length(int row) {
        Sample sample = rows[row];
        return (int) (samples.endHistoryEvent(sample.user(), sample.position())
                - samples.firstHistoryEvent(sample.user(), sample.position()));
    }

    @Override
    public float score(int row) {
        return (float) scores[row];
    }
}
