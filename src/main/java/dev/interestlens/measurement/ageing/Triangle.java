package dev.interestlens.measurement.ageing;

import dev.interestlens.measurement.ageing.AgeingReport.Cell;
import dev.interestlens.measurement.ageing.AgeingReport.HalfLifeFound;
import dev.interestlens.measurement.ageing.AgeingReport.Said;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.HalfLife;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All pairs of a cut and a later slice.
 *
 * @param asked of each slice
 * @param cuts the scores of each cut
 */
record Triangle(Slices slices, List<List<Slices.Asked>> asked, List<CutScores> cuts) {
    private static final double DAY = 86_400;

    List<Cell> cells(String who) {
        List<Cell> cells = new ArrayList<>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            for (int slice = cut; slice < cuts.size(); slice++) {
                cells.add(cell(who, cut, slice));
            }
        }
        return cells;
    }

    private double[] values(String who, int cut, int slice) {
        return cuts.get(cut).slices().get(slice - cut).get(who);
    }

    private PerUser of(int slice, double[] values) {
        int[] users = asked.get(slice).stream().mapToInt(Slices.Asked::user).toArray();
        return PerUser.of(users, values);
    }

    private double mean(int slice, double[] values) {
        return FullRanking.mean(of(slice, values)).orNaN();
    }

    private Cell cell(String who, int cut, int slice) {
        double[] own = values(who, cut, slice);
        double[] newest = values(who, slice, slice);
        double[] known = cuts.get(cut).known().get(slice - cut);
        double[] ofKnown = own.clone();
        Arrays.setAll(ofKnown, i -> known[i] == 0 ? Double.NaN : own[i]);
        PerUser difference = of(slice, newest).minus(of(slice, own));
        Interval interval = Bootstrap.of(1).mean(difference).orElse(new Interval(Double.NaN, Double.NaN, .95));
        return new Cell(
                slices.trained(cut),
                slice,
                age(cut, slice),
                difference.size(),
                mean(slice, own),
                mean(slice, ofKnown),
                mean(slice, newest),
                FullRanking.mean(difference).orNaN(),
                interval.low(),
                interval.high(),
                mean(slice, lead(who, cut, slice)));
    }

    private double age(int cut, int slice) {
        double mean = asked.get(slice).stream()
                .mapToLong(Slices.Asked::time)
                .average()
                .orElse(Double.NaN);
        return (mean - slices.trained(cut)) / DAY;
    }

    private double[] lead(String who, int cut, int slice) {
        double[] own = values(who, cut, slice).clone();
        double[] trend = values(CatalogueRanking.TREND, cut, slice);
        Arrays.setAll(own, i -> own[i] - trend[i]);
        return own;
    }

    /** The leads of a pair of a cut and a slice: of each event the places of its user and its item, the events of a user together. */
    private record Pair(double age, int cut, boolean fresh, int[] users, int[] items, double[] leads) {
        /** The mean of the means of users, drawn so often, over their events, whose items were drawn so often. */
        double mean(int[] ofUsers, int[] ofItems) {
            double sum = 0;
            double count = 0;
            for (int from = 0, until; from < users.length; from = until) {
                double lead = 0;
                int events = 0;
                for (until = from; until < users.length && users[until] == users[from]; until++) {
                    lead += ofItems[items[until]] * leads[until];
                    events += ofItems[items[until]];
                }
                int times = events == 0 ? 0 : ofUsers[users[from]];
                sum += times == 0 ? 0 : times * lead / events;
                count += times;
            }
            return sum / count;
        }
    }

    /**
     * The half-life of the model's lead. Its interval draws users, with all that they are asked in any slice, and items: which of them a model no longer
     * knows is chance of the log, too.
     */
    HalfLifeFound halfLife() {
        Map<Integer, Integer> users = new HashMap<>();
        Map<Integer, Integer> items = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            for (int slice = cut; slice < cuts.size(); slice++) {
                pairs.add(pair(cut, slice, users, items));
            }
        }
        HalfLife fit = new HalfLife(
                pairs.stream().mapToDouble(Pair::age).toArray(),
                pairs.stream().mapToInt(Pair::cut).toArray());
        double[] means = means(pairs, ones(users.size()), ones(items.size()));
        List<Optional<Interval>> drawn = Bootstrap.of(1).crossed(new int[] {users.size(), items.size()}, 2, times -> {
            double[] some = means(pairs, times[0], times[1]);
            return new double[] {fit.rate(some), newest(pairs, some)};
        });
        Interval none = new Interval(Double.NaN, Double.NaN, .95);
        return said(
                fit.rate(means),
                drawn.get(0).orElse(none),
                fit.span(),
                newest(pairs, means),
                drawn.get(1).orElse(none));
    }

    private Pair pair(int cut, int slice, Map<Integer, Integer> users, Map<Integer, Integer> items) {
        List<Slices.Asked> events = asked.get(slice);
        int[] order = IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> events.get(at).user()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] leads = lead(CutScores.MODEL, cut, slice);
        return new Pair(
                age(cut, slice),
                cut,
                cut == slice,
                places(order, at -> events.get(at).user(), users),
                places(order, at -> events.get(at).item(), items),
                Arrays.stream(order).mapToDouble(at -> leads[at]).toArray());
    }

    private static int[] places(int[] order, IntUnaryOperator of, Map<Integer, Integer> known) {
        return Arrays.stream(order)
                .map(at -> known.computeIfAbsent(of.applyAsInt(at), id -> known.size()))
                .toArray();
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] means(List<Pair> pairs, int[] users, int[] items) {
        return pairs.stream().mapToDouble(pair -> pair.mean(users, items)).toArray();
    }

    /** The mean over the pairs of a cut and the slice that follows at once. */
    private static double newest(List<Pair> pairs, double[] means) {
        return IntStream.range(0, means.length)
                .filter(pair -> pairs.get(pair).fresh())
                .mapToDouble(pair -> means[pair])
                .average()
                .orElse(Double.NaN);
    }

    /** A rate of 0 or below has no half-life: it is without end. */
    static HalfLifeFound said(double rate, Interval rates, double span, double lead, Interval leads) {
        Double days = days(rate);
        Double low = days(rates.high());
        Double high = days(rates.low());
        Said said;
        if (!(leads.low() > 0)) {
            said = Said.NO_LEAD;
        } else if (high != null && days != null && days <= span) {
            said = Said.HALVED;
        } else if (!Double.isNaN(rates.high()) && (low == null || low >= span)) {
            said = Said.NOT_YET;
        } else {
            said = Said.CANNOT_TELL;
        }
        return new HalfLifeFound(days, low, high, EnumNames.name(said), span, lead, leads.low(), leads.high());
    }

    private static Double days(double rate) {
        return rate > 0 ? (Double) (Math.log(2) / rate) : null;
    }

    /**
     * What models that go on from the one before are worth.
     *
     * @param going their scores, from the second cut on, each of its first slice alone
     * @param anew the steps of the training of each cut, and {@code on} of the one that goes on
     */
    AgeingReport.Warm warm(List<CutScores> going, IntToLongFunction anew, IntToLongFunction on) {
        List<AgeingReport.Step> steps = new ArrayList<>();
        List<Slices.Asked> events = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int cut = 1; cut < cuts.size(); cut++) {
            double[] fresh = values(CutScores.MODEL, cut, cut);
            double[] own = going.get(cut - 1).slices().get(0).get(CutScores.MODEL);
            steps.add(new AgeingReport.Step(
                    slices.trained(cut),
                    cut,
                    on.applyAsLong(cut),
                    anew.applyAsLong(cut),
                    mean(cut, own),
                    mean(cut, fresh)));
            events.addAll(asked.get(cut));
            for (int i = 0; i < own.length; i++) {
                differences.add(fresh[i] - own[i]);
            }
        }
        PerUser byUser = PerUser.of(
                events.stream().mapToInt(Slices.Asked::user).toArray(),
                differences.stream().mapToDouble(Double::doubleValue).toArray());
        Interval interval = Bootstrap.of(1).mean(byUser).orElse(new Interval(Double.NaN, Double.NaN, .95));
        return new AgeingReport.Warm(steps, FullRanking.mean(byUser).orNaN(), interval.low(), interval.high());
    }

    /** Who ranks beside the model. */
    static Stream<String> rivals() {
        return Stream.of(CatalogueRanking.TREND, CatalogueRanking.NEIGHBOURS, CutScores.POPULARITY);
    }
}
