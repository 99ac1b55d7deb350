package dev.interestlens.ui.explain.query;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.words.CategoryNames;
import dev.interestlens.explain.words.Text;
import dev.interestlens.filter.Field;
import dev.interestlens.filter.PredictionColumns;
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
import java.util.stream.Stream;

/** The rows of the test part as columns. Scores are set in chunks and are NaN until then; everything else is immutable. */
public final class Predictions implements PredictionColumns {
    /** @param categories each of them; {@code category} has them together */
    private record Names(Text title, Text category, List<Text> categories) {
        List<String> titles() {
            return List.of(title.en(), title.zh());
        }
    }

    private final String[] users;
    private final Names[] names;
    private final float[] labels;
    private final int[] lengths;
    private final float[] scores;
    private PredictionMeasures measures;
    private double[] ranks;
    private Map<Integer, Set<Integer>> alike = new ConcurrentHashMap<>();

    private Predictions(int size) {
        users = new String[size];
        names = new Names[size];
        labels = new float[size];
        lengths = new int[size];
        scores = new float[size];
        measures = new PredictionMeasures(size);
    }

    public static Predictions of(SampleSet samples) {
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

    /** From arrays, for tests. */
    public static Predictions of(String[] titles, String[] categories, float[] labels, int[] lengths, float[] scores) {
        String[] users =
                IntStream.range(0, titles.length).mapToObj(row -> "u" + row).toArray(String[]::new);
        return of(users, titles, categories, labels, lengths, scores);
    }

    /** The same, with the user of each row. */
    public static Predictions of(
            String[] users, String[] titles, String[] categories, float[] labels, int[] lengths, float[] scores) {
        Predictions made = new Predictions(titles.length);
        for (int row = 0; row < titles.length; row++) {
            made.users[row] = users[row];
            made.names[row] =
                    new Names(Text.same(titles[row]), Text.same(categories[row]), List.of(Text.same(categories[row])));
            made.labels[row] = labels[row];
            made.lengths[row] = lengths[row];
            made.scores[row] = scores[row];
        }
        return made;
    }

    private static Names names(PreparedDataset data, CategoryNames categories, int item) {
        Text title = new Text(data.itemTitle(item, Locale.ENGLISH), data.itemTitle(item, Locale.CHINESE));
        return new Names(title, categories.ofItem(item), categories.each(item));
    }

    public int size() {
        return scores.length;
    }

    @Override
    public String user(int row) {
        return users[row];
    }

    public String title(int row, Locale language) {
        return names[row].title().in(language);
    }

    public Text category(int row) {
        return names[row].category();
    }

    /** Each category of the candidate. */
    public List<Text> eachCategory(int row) {
        return names[row].categories();
    }

    @Override
    public List<String> titles(int row) {
        return names[row].titles();
    }

    @Override
    public List<String> categories(int row) {
        return List.of(names[row].category().en(), names[row].category().zh());
    }

    @Override
    public float label(int row) {
        return labels[row];
    }

    /** Length of the history. */
    @Override
    public int length(int row) {
        return lengths[row];
    }

    /** NaN while it is not scored. */
    @Override
    public float score(int row) {
        return scores[row];
    }

    /** Columns measured on demand. */
    public PredictionMeasures measures() {
        return measures;
    }

    /** Rows that are similar to one for the model, including itself; empty until they are found. */
    public Set<Integer> alike(int row) {
        return alike.getOrDefault(row, Set.of());
    }

    public void alike(int row, Collection<Integer> found) {
        alike.put(row, Set.copyOf(found));
    }

    /** Mean score of the rows that have one; NaN where none has. */
    public double meanScore() {
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

    /** Further fields of the list of this window. */
    @Override
    public List<Field<Integer>> fields() {
        List<Field<Integer>> all = new ArrayList<>(PredictionColumns.super.fields());
        all.add(Field.number(this::rank, "rank"));
        all.add(Field.floats(measures::historyEffect, "effect", "hist", "history"));
        all.add(Field.floats(measures::entropy, "entropy", "ent"));
        all.add(Field.floats(measures::agreement, "agreement", "agree"));
        all.add(Field.floats(measures::against, "against"));
        all.add(Field.key(this::likeWhich, "like"));
        return all;
    }

    /** Distinct values of a text field, the most frequent first. */
    public List<String> distinct(String field) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            switch (field) {
                case "user" -> counts.merge(users[row], 1, Integer::sum);
                case "title" ->
                    names[row].titles().stream().distinct().forEach(each -> counts.merge(each, 1, Integer::sum));
                case "category" ->
                    names[row].categories().stream()
                            .flatMap(each -> Stream.of(each.en(), each.zh()).distinct())
                            .forEach(each -> counts.merge(each, 1, Integer::sum));
                default -> {
                    return List.of();
                }
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private double rank(int row) {
        if (ranks == null) {
            ranks = ranks();
        }
        return ranks[row];
    }

    private List<String> likeWhich(int row) {
        return alike.entrySet().stream()
                .filter(each -> each.getValue().contains(row))
                .map(each -> String.valueOf(each.getKey()))
                .toList();
    }

    /** Rank of each row among its user's by descending score, tied rows sharing it; NaN until all of them are scored. */
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

    /** Sets the scores of rows from an index on; on the FX thread only. */
    public void put(int from, float[] some) {
        System.arraycopy(some, 0, scores, from, some.length);
        ranks = null;
    }

    /** A snapshot of the columns, for sorting on another thread. */
    public Predictions snapshot() {
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
