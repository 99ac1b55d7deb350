package dev.interestlens.explain.anatomy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    /** Of the draws of users; whoever gives one of the figures gives its interval, too. */
    public static final long SEED = 43;

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
     * @param shares of the parts; their sum is {@code value − chance}
     * @param match of the candidate with the person's own history: the shares of history and attention together
     * @param without what is lost where only the order or the times of the history are not the row's own; no shares, and no sum of anything
     */
    public record Figure(
            String metric,
            double chance,
            double value,
            Double low,
            Double high,
            int users,
            double popularity,
            List<Share> shares,
            Gain match,
            List<Without> without) {
        public Figure {
            shares = List.copyOf(shares);
            without = List.copyOf(without);
        }

        private Figure retrained(InputPart part, double trainedWithout) {
            List<Share> beside = shares.stream()
                    .map(share -> share.part() == part
                            ? new Share(part, share.share(), share.low(), share.high(), value - trainedWithout)
                            : share)
                    .toList();
            return new Figure(metric, chance, value, low, high, users, popularity, beside, match, without);
        }
    }

    /** A difference of two figures with its interval; the ends are null where it is not defined. */
    public record Gain(double share, Double low, Double high) {
        private static Gain of(double value, Optional<Interval> interval) {
            return new Gain(
                    value,
                    interval.map(Interval::low).orElse(null),
                    interval.map(Interval::high).orElse(null));
        }
    }

    /** What is lost without a part. */
    public record Without(InputPart part, double lost, Double low, Double high) {}

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
        FigureStatistics statistics = FigureStatistics.of(scores, metric);
        int[] once = statistics.once();
        double[] found = statistics.of(once);
        List<Optional<Interval>> intervals = Bootstrap.of(SEED).intervals(once.length, found.length, statistics::of);
        int at = 0;
        List<Share> shares = new ArrayList<>();
        for (InputPart part : scores.parts()) {
            Gain gain = Gain.of(found[at], intervals.get(at++));
            shares.add(new Share(part, gain.share(), gain.low(), gain.high(), null));
        }
        scores.unread().forEach(part -> shares.add(new Share(part, 0, 0.0, 0.0, null)));
        shares.sort(Comparator.comparing(Share::part));
        Gain match = Gain.of(found[at], intervals.get(at++));
        List<Without> without = new ArrayList<>();
        for (InputPart part : scores.without().keySet()) {
            Gain lost = Gain.of(found[at], intervals.get(at++));
            without.add(new Without(part, lost.share(), lost.low(), lost.high()));
        }
        Gain value = Gain.of(found[at], intervals.get(at));
        return new Figure(
                metric.id(),
                statistics.chance(once),
                value.share(),
                value.low(),
                value.high(),
                once.length,
                metric.of(ScoredSamples.of(popularity, scores.labels(), scores.users()))
                        .applyAsDouble(once),
                shares,
                match,
                without);
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
        List<Figure> beside = Stream.of(RankMetric.values())
                .flatMap(metric ->
                        figure(metric).stream().map(figure -> figure.retrained(part, without.applyAsDouble(metric))))
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
