package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A small histogram of which bars can be chosen.
 *
 * @param title what is counted
 * @param labels what each bar stands for
 * @param counts of each bar
 * @param chosen which bars are chosen; all false where none is
 * @param from the number below the left end
 * @param to the number below the right end
 */
public record FacetData(
        Phrase title, List<? extends Phrase> labels, int[] counts, boolean[] chosen, String from, String to)
        implements FigureData {
    public FacetData {
        labels = List.copyOf(labels);
        counts = counts.clone();
        chosen = chosen.clone();
        if (labels.size() != counts.length || counts.length != chosen.length) {
            throw new IllegalArgumentException(labels.size() + " labels, " + counts.length + " counts");
        }
    }

    public static FacetData empty() {
        return new FacetData(Phrase.EMPTY, List.of(), new int[0], new boolean[0], "", "");
    }

    /** The same with the bars {@code first} … {@code last} chosen and no others. */
    public FacetData choosing(int first, int last) {
        boolean[] these = new boolean[chosen.length];
        Arrays.fill(these, first, last + 1, true);
        return new FacetData(title, labels, counts, these, from, to);
    }

    /** A line a bar. */
    @Override
    public NumberTable numbers(Locale language) {
        return NumberTable.of(
                language,
                title,
                labels,
                List.of(Phrases.of("numbers.value")),
                List.of(Arrays.stream(counts).asDoubleStream().toArray()));
    }
}
