package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Metrics and CPU time of a model for histories of several lengths.
 *
 * @param lengths ascending
 * @param lines one for each way of reading
 */
public record LengthsData(List<Integer> lengths, List<Line> lines) implements FigureData {
    /**
     * One way of reading, with a value for each length; NaN for none.
     *
     * @param auc area under the ROC curve
     * @param ndcg NDCG@10 within the rows of a user
     * @param millis CPU milliseconds a row
     */
    public record Line(Phrase name, double[] auc, double[] ndcg, double[] millis) {
        public Line {
            auc = auc.clone();
            ndcg = ndcg.clone();
            millis = millis.clone();
        }
    }

    public LengthsData {
        lengths = List.copyOf(lengths);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.auc().length != lengths.size()
                    || line.ndcg().length != lengths.size()
                    || line.millis().length != lengths.size()) {
                throw new IllegalArgumentException("a line that has not " + lengths.size() + " values");
            }
        }
    }

    /**
     * The name of a way of reading.
     *
     * @param id {@code all}, {@code recent}, {@code category} or {@code dot}
     */
    public static Phrase reading(String id) {
        return Phrases.of("lengths.reading." + id);
    }

    /** A line a way of reading and length. */
    @Override
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> rows = new ArrayList<>();
        for (Line line : lines) {
            for (int i = 0; i < lengths.size(); i++) {
                rows.add(new NumberTable.Line(
                        List.of(line.name().in(language)),
                        lengths.get(i),
                        line.auc()[i],
                        line.ndcg()[i],
                        line.millis()[i]));
            }
        }
        return new NumberTable(
                List.of(
                        "",
                        Phrases.of("lengths.length").in(language),
                        Phrases.of("lengths.auc").in(language),
                        Phrases.of("lengths.ndcg").in(language),
                        Phrases.of("lengths.millis").in(language)),
                rows);
    }
}
