package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What figures of a model are made of.
 *
 * @param rows that were scored
 * @param candidates rows of a request, a true item among them; 1 where rows stand alone
 * @param ofUsers users of the part, of which {@link Figure#users} were measured
 * @param draws of foreign parts
 */
public record Anatomy(int rows, int candidates, int ofUsers, int draws, List<Figure> metrics) {
    private static final long SEED = 43;

    /** Scores in single precision may order a few rows differently where parts are replaced that are not read. */
    private static final double ROUNDING = 1e-5;

    /**
     * One figure.
     *
     * @param metric id of a {@link RankMetric}
     * @param chance the figure of scores that are all equal
     * @param value with every part the row's own
     * @param low lower end of its 95 % interval over users, like the other intervals; null where it is not defined
     * @param users that were measured
     * @param popularity the figure of popularity alone
     * @param shares of the parts that the model reads; their sum is {@code value − chance}
     */
    public record Figure(
            String metric,
            double chance,
            double value,
            Double low,
            Double high,
            int users,
            double popularity,
            List<Share> shares) {
        public Figure {
            shares = List.copyOf(shares);
        }

        private Figure retrained(InputPart part, double without) {
            List<Share> beside = shares.stream()
                    .map(share -> share.part() == part
                            ? new Share(part, share.share(), share.low(), share.high(), value - without)
                            : share)
                    .toList();
            return new Figure(metric, chance, value, low, high, users, popularity, beside);
        }
    }

    /**
     * The share of one part.
     *
     * @param retrained value of the model less that of one trained without the part; null where none was trained
     */
    public record Share(InputPart part, double share, Double low, Double high, Double retrained) {
        /** Whether its interval leaves out 0. */
        @JsonIgnore
        public boolean isTold() {
            return low != null && high != null && (low > 0 || high < 0) && !isUnread();
        }

        /** Whether replacing it changes nothing beyond rounding, as where the model does not read it. */
        @JsonIgnore
        public boolean isUnread() {
            return low != null && high != null && Math.max(-low, high) < ROUNDING;
        }
    }

    public Anatomy {
        metrics = List.copyOf(metrics);
    }

    /**
     * From scores.
     *
     * @param popularity of each row's item
     */
    public static Anatomy of(CoalitionScores scores, double[] popularity, int ofUsers, List<RankMetric> metrics) {
        List<Figure> figures = new ArrayList<>();
        metrics.forEach(metric -> figures.add(figure(scores, popularity, metric)));
        return new Anatomy(scores.labels().length, scores.candidates(), ofUsers, CoalitionScores.DRAWS, figures);
    }

    private static Figure figure(CoalitionScores scores, double[] popularity, RankMetric metric) {
        ScoredSamples alike = ScoredSamples.of(new float[scores.labels().length], scores.labels(), scores.users());
        int[] once = RankMetric.once(alike);
        ToDoubleFunction<int[]> chance = metric.of(alike);
        Map<Set<InputPart>, List<ToDoubleFunction<int[]>>> draws = new LinkedHashMap<>();
        scores.logits().forEach((set, logits) -> {
            draws.put(
                    set,
                    Stream.of(logits)
                            .map(one -> metric.of(ScoredSamples.of(one, scores.labels(), scores.users())))
                            .toList());
        });
        Coalitions coalitions = new Coalitions(scores.parts());
        int count = scores.parts().size();
        double[] found = statistics(coalitions, draws, chance, once);
        List<Optional<Interval>> intervals = Bootstrap.of(SEED)
                .intervals(once.length, count + 1, times -> statistics(coalitions, draws, chance, times));
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shares.add(new Share(scores.parts().get(i), found[i], low(intervals.get(i)), high(intervals.get(i)), null));
        }
        return new Figure(
                metric.id(),
                chance.applyAsDouble(once),
                found[count],
                low(intervals.get(count)),
                high(intervals.get(count)),
                once.length,
                metric.of(ScoredSamples.of(popularity, scores.labels(), scores.users()))
                        .applyAsDouble(once),
                shares);
    }

    /** The share of each part, and the figure itself last. */
    private static double[] statistics(
            Coalitions coalitions,
            Map<Set<InputPart>, List<ToDoubleFunction<int[]>>> draws,
            ToDoubleFunction<int[]> chance,
            int[] times) {
        double none = chance.applyAsDouble(times);
        Map<Set<InputPart>, Double> values = new HashMap<>();
        draws.forEach((set, each) -> values.put(
                set,
                each.stream()
                        .mapToDouble(draw -> draw.applyAsDouble(times))
                        .average()
                        .orElse(none)));
        double[] shares = coalitions.shares(set -> values.getOrDefault(set, none));
        double[] all = Arrays.copyOf(shares, shares.length + 1);
        all[shares.length] = values.get(Set.copyOf(coalitions.parts()));
        return all;
    }

    private static Double low(Optional<Interval> interval) {
        return interval.map(Interval::low).orElse(null);
    }

    private static Double high(Optional<Interval> interval) {
        return interval.map(Interval::high).orElse(null);
    }

    /** Whether it holds these metrics of as many users, so that measuring again gives the same. */
    public boolean holds(int most, List<RankMetric> wanted) {
        return wanted.stream().allMatch(metric -> figure(metric)
                .filter(figure -> figure.users() == Math.min(most, ofUsers))
                .isPresent());
    }

    /** The same with some of its metrics. */
    public Anatomy of(List<RankMetric> wanted) {
        return new Anatomy(
                rows,
                candidates,
                ofUsers,
                draws,
                wanted.stream().flatMap(metric -> figure(metric).stream()).toList());
    }

    /**
     * The same beside a model that was trained without a part.
     *
     * @param without its figure by each of the metrics
     */
    public Anatomy retrained(InputPart part, ToDoubleFunction<RankMetric> without) {
        List<Figure> beside = metrics.stream()
                .map(figure -> figure.retrained(
                        part,
                        without.applyAsDouble(RankMetric.valueOf(figure.metric().toUpperCase(Locale.ROOT)))))
                .toList();
        return new Anatomy(rows, candidates, ofUsers, draws, beside);
    }

    /** The figure of a metric; empty where it was not measured. */
    public Optional<Figure> figure(RankMetric metric) {
        return metrics.stream()
                .filter(each -> each.metric().equals(metric.id()))
                .findFirst();
    }
}
