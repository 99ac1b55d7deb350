package dev.interestlens.ui.explain;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The rows of the test part as columns. Scores arrive piece by piece and are NaN until then; everything else never changes.
 */
final class Predictions {
    private record Names(Text title, Text category) {}

    private final String[] users;
    private final Names[] names;
    private final float[] labels;
    private final int[] lengths;
    private final float[] scores;
    private PredictionMeasures measures;
    private Map<Integer, Set<Integer>> alike = new ConcurrentHashMap<>();

    private Predictions(int size) {
        users = new String[size];
        names = new Names[size];
        labels = new float[size];
        lengths = new int[size];
        scores = new float[size];
        measures = new PredictionMeasures(size);
    }

    static Predictions of(SampleSet samples) {
        PreparedDataset data = samples.data();
        int size = samples.size(Part.TEST);
        Predictions made = new Predictions(size);
        Map<Integer, Names> known = new HashMap<>();
        CategoryNames categories = new CategoryNames(data);
        Map<Integer, String> knownUsers = new HashMap<>();
        for (int row = 0; row < size; row++) {
            Sample sample = samples.sample(Part.TEST, row);
            made.users[row] = knownUsers.computeIfAbsent(sample.user(), data::userKey);
            made.names[row] = known.computeIfAbsent(sample.candidate(), item -> names(data, categories, item));
            made.labels[row] = sample.label();
            made.lengths[row] = (int) (samples.endHistoryEvent(sample.user(), sample.position())
                    - samples.firstHistoryEvent(sample.user(), sample.position()));
            made.scores[row] = Float.NaN;
        }
        return made;
    }

    /** Of plain columns, for tests. */
    static Predictions of(String[] titles, String[] categories, float[] labels, int[] lengths, float[] scores) {
        String[] users =
                IntStream.range(0, titles.length).mapToObj(row -> "u" + row).toArray(String[]::new);
        return of(users, titles, categories, labels, lengths, scores);
    }

    /** The same, with whose rows they are. */
    static Predictions of(
            String[] users, String[] titles, String[] categories, float[] labels, int[] lengths, float[] scores) {
        Predictions made = new Predictions(titles.length);
        for (int row = 0; row < titles.length; row++) {
            made.users[row] = users[row];
            made.names[row] = new Names(Text.same(titles[row]), Text.same(categories[row]));
            made.labels[row] = labels[row];
            made.lengths[row] = lengths[row];
            made.scores[row] = scores[row];
        }
        return made;
    }

    private static Names names(PreparedDataset data, CategoryNames categories, int item) {
        Text title = new Text(data.itemTitle(item, Locale.ENGLISH), data.itemTitle(item, Locale.CHINESE));
        return new Names(title, categories.ofItem(item));
    }

    int size() {
        return scores.length;
    }

    String user(int row) {
        return users[row];
    }

    String title(int row, Locale language) {
        return names[row].title().in(language);
    }

    Text title(int row) {
        return names[row].title();
    }

    Text category(int row) {
        return names[row].category();
    }

    float label(int row) {
        return labels[row];
    }

    /** Behaviours before the candidate. */
    int length(int row) {
        return lengths[row];
    }

    /** NaN while it is not scored. */
    float score(int row) {
        return scores[row];
    }

    /** Columns that are measured on demand. */
    PredictionMeasures measures() {
        return measures;
    }

    /** Rows that the model sees as like one, itself included; empty until they are found. */
    Set<Integer> alike(int row) {
        return alike.getOrDefault(row, Set.of());
    }

    void alike(int row, Collection<Integer> found) {
        alike.put(row, Set.copyOf(found));
    }

    /** Mean score of the rows that have one; NaN where none has. */
    double meanScore() {
        double sum = 0;
        int count = 0;
        for (float score : scores) {
            if (!Float.isNaN(score)) {
                sum += score;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** |label − score|. */
    float error(int row) {
        return Math.abs(labels[row] - scores[row]);
    }

    /** Place of each row among its user's by the score, the highest first, equal ones sharing it; NaN until all of them are scored. */
    double[] ranks() {
        Map<String, List<Integer>> byUser = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            byUser.computeIfAbsent(users[row], user -> new ArrayList<>()).add(row);
        }
        double[] ranks = new double[size()];
        for (List<Integer> mine : byUser.values()) {
            boolean whole = mine.stream().noneMatch(row -> Float.isNaN(scores[row]));
            mine.sort(Comparator.comparingDouble(row -> -scores[row]));
            for (int i = 0; i < mine.size(); i++) {
                int row = mine.get(i);
                boolean tied = i > 0 && scores[row] == scores[mine.get(i - 1)];
                ranks[row] = !whole ? Double.NaN : tied ? ranks[mine.get(i - 1)] : i + 1;
            }
        }
        return ranks;
    }

    /** Scores of rows from a place on; called on the FX thread alone. */
    void put(int from, float[] some) {
        System.arraycopy(some, 0, scores, from, some.length);
    }

    /** The columns of one moment, for sorting on another thread. */
    Predictions snapshot() {
        Predictions copy = new Predictions(size());
        System.arraycopy(users, 0, copy.users, 0, size());
        System.arraycopy(names, 0, copy.names, 0, size());
        System.arraycopy(labels, 0, copy.labels, 0, size());
        System.arraycopy(lengths, 0, copy.lengths, 0, size());
        System.arraycopy(scores, 0, copy.scores, 0, size());
        copy.measures = measures.copy();
        copy.alike = alike;
        return copy;
    }
}
