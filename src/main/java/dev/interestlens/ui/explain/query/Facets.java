package dev.interestlens.ui.explain.query;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Ticks;
import dev.interestlens.filter.Field;
import dev.interestlens.filter.Filter;
import dev.interestlens.filter.Operator;
import dev.interestlens.filter.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/**
 * Distributions of the rows over the fields of the filter. A field is counted over the rows that pass all conditions except its own, so that other
 * values can still be seen and chosen.
 *
 * @param histograms of fields of numbers
 * @param categories the most frequent ones, most rows first
 */
public record Facets(List<Histogram> histograms, List<Choice> categories) {
    private static final int BINS = 20;
    private static final int CATEGORIES = 8;
    private static final String CATEGORY = "category";

    public static final Facets NONE = new Facets(List.of(), List.of());

    /**
     * The histogram of a field.
     *
     * @param edges one more than there are counts; a value on an edge belongs to the bin that begins there, the largest to the last
     * @param chosen which bins pass the filter; none without a condition on the field
     */
    public record Histogram(String field, double[] edges, int[] counts, boolean[] chosen) {
        /** The conditions that exactly these bins pass. */
        public String conditions(int first, int last) {
            if (whole() && first == last) {
                return field + "=" + plain(edges[first]);
            }
            List<String> parts = new ArrayList<>();
            if (first > 0) {
                parts.add(field + Operator.GREATER_OR_EQUAL.sign() + plain(edges[first]));
            }
            if (last < counts.length - 1) {
                parts.add(field + Operator.LESS.sign() + plain(edges[last + 1]));
            }
            return String.join(" ", parts);
        }

        /** Whether each bin holds a single number. */
        boolean whole() {
            return field.equals("label");
        }

        private static String plain(double value) {
            String text = new BigDecimal(String.format(Locale.ROOT, "%.6f", value))
                    .stripTrailingZeros()
                    .toPlainString();
            return text.equals("-0") ? "0" : text;
        }
    }

    /** A category. */
    public record Choice(Text name, int count, boolean chosen) {}

    /** Counts the current rows; takes milliseconds for a hundred thousand. */
    public static Facets of(Predictions rows, Filter<Integer> filter) {
        List<Term> terms = filter.terms();
        List<Predicate<Integer>> tests = filter.each();
        List<Histogram> histograms = new ArrayList<>();
        Map<String, IntToDoubleFunction> values = new HashMap<>();
        values.put("score", rows::score);
        values.put("label", rows::label);
        values.put("n", rows::length);
        values.put("effect", row -> rows.measures().historyEffect(row));
        for (String field : List.of("score", "label", "n", "effect")) {
            double[] edges = edges(field, values.get(field), rows.size());
            if (edges.length > 1) {
                histograms.add(new Histogram(field, edges, new int[edges.length - 1], chosen(field, edges, filter)));
            }
        }
        Map<Text, int[]> categories = new HashMap<>();
        String[] passes = passing(rows.size(), terms, tests);
        for (int row = 0; row < passes.length; row++) {
            if (passes[row] == null) {
                continue;
            }
            for (Histogram each : histograms) {
                if (passes[row].isEmpty() || passes[row].equals(each.field())) {
                    count(each, values.get(each.field()).applyAsDouble(row));
                }
            }
            if (passes[row].isEmpty() || passes[row].equals(CATEGORY)) {
                rows.eachCategory(row).forEach(name -> categories.computeIfAbsent(name, made -> new int[1])[0]++);
            }
        }
        return new Facets(histograms, choices(categories, terms));
    }

    /** By row the only field whose conditions it fails, empty where it fails none, null where it fails more. */
    private static String[] passing(int size, List<Term> terms, List<Predicate<Integer>> tests) {
        String[] passes = new String[size];
        for (int row = 0; row < size; row++) {
            String fails = "";
            for (int i = 0; i < tests.size() && fails != null; i++) {
                if (!tests.get(i).test(row)) {
                    String field = terms.get(i).field();
                    boolean countable = !field.isEmpty() && (fails.isEmpty() || fails.equals(field));
                    fails = countable ? field : null;
                }
            }
            passes[row] = fails;
        }
        return passes;
    }

    private static double[] edges(String field, IntToDoubleFunction value, int size) {
        if (field.equals("label")) {
            return new double[] {0, 1, 2};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < size; row++) {
            double now = value.applyAsDouble(row);
            if (!Double.isNaN(now)) {
                low = Math.min(low, now);
                high = Math.max(high, now);
            }
        }
        if (low > high) {
            return new double[0];
        }
        Ticks ticks = field.equals("score") ? new Ticks(0, 1.0 / BINS, BINS + 1) : Ticks.around(low, high, BINS);
        if (field.equals("n")) {
            ticks = Ticks.ofCounts(high + 1, BINS);
        }
        double[] edges = new double[ticks.count()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (float) Double.parseDouble(Histogram.plain(ticks.at(i))); // as the filter compares it
        }
        return edges;
    }

    private static void count(Histogram of, double value) {
        if (!Double.isNaN(value)) {
            int found = Arrays.binarySearch(of.edges(), value);
            int bin = found >= 0 ? found : -found - 2;
            of.counts()[Math.max(0, Math.min(of.counts().length - 1, bin))]++;
        }
    }

    /** A bin is chosen if its centre passes, for a field with a condition. */
    private static boolean[] chosen(String field, double[] edges, Filter<Integer> filter) {
        boolean[] chosen = new boolean[edges.length - 1];
        List<Term> asked = filter.terms().stream()
                .filter(term -> term.field().equals(field))
                .toList();
        if (asked.isEmpty()) {
            return chosen;
        }
        boolean single = field.equals("label");
        double[] value = new double[1];
        Field<Integer> of = Field.floats(row -> value[0], field);
        List<IntPredicate> tests = new ArrayList<>();
        for (Term term : asked) {
            var test = Filter.of(written(term), List.of(of), List.<Field<Integer>>of())
                    .test();
            tests.add(test::test);
        }
        for (int i = 0; i < chosen.length; i++) {
            value[0] = single ? edges[i] : (edges[i] + edges[i + 1]) / 2;
            chosen[i] = tests.stream().allMatch(test -> test.test(0));
        }
        return chosen;
    }

    private static String written(Term term) {
        return (term.negated() ? "-" : "") + term.field() + term.operator().sign() + String.join("|", term.values());
    }

    private static List<Choice> choices(Map<Text, int[]> counts, List<Term> terms) {
        List<String> asked = terms.stream()
                .filter(term -> term.field().equals(CATEGORY) && !term.negated())
                .flatMap(term -> term.values().stream())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        return counts.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()[0], asked(each.getKey(), asked)))
                .sorted(Comparator.comparing(Choice::chosen)
                        .thenComparing(Choice::count)
                        .reversed()
                        .thenComparing(choice -> choice.name().en()))
                .limit(CATEGORIES)
                .toList();
    }

    private static boolean asked(Text name, List<String> asked) {
        return asked.contains(name.en().toLowerCase(Locale.ROOT))
                || asked.contains(name.zh().toLowerCase(Locale.ROOT));
    }

    /** The condition on categories with this one added or removed. */
    public String conditions(Choice toggled, Locale language) {
        List<String> chosen = new ArrayList<>();
        for (Choice each : categories) {
            boolean on = each.equals(toggled) ? !each.chosen() : each.chosen();
            if (on) {
                chosen.add(Filter.quoted(each.name().in(language)));
            }
        }
        return chosen.isEmpty() ? "" : CATEGORY + "=" + String.join("|", chosen);
    }
}
