package dev.interestlens.workspace.ageing;

import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.HalfLife;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import dev.interestlens.store.EnumNames;
import dev.interestlens.workspace.ageing.AgeingReport.Cell;
import dev.interestlens.workspace.ageing.AgeingReport.HalfLifeFound;
import dev.interestlens.workspace.ageing.AgeingReport.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** The half-life of the model's lead, drawing users with all that they are asked in any slice. */
    HalfLifeFound halfLife() {
        List<double[]> ages = new ArrayList<>(); // of each pair: age and cut
        List<Map<Integer, Double>> leads = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            for (int slice = cut; slice < cuts.size(); slice++) {
                ages.add(new double[] {age(cut, slice), cut, slice});
                leads.add(byUser(slice, lead(CutScores.MODEL, cut, slice)));
            }
        }
        leads.forEach(each -> each.keySet().forEach(user -> places.putIfAbsent(user, places.size())));
        HalfLife fit = new HalfLife(
                ages.stream().mapToDouble(each -> each[0]).toArray(),
                ages.stream().mapToInt(each -> (int) each[1]).toArray());
        List<int[]> who = leads.stream()
                .map(each -> each.keySet().stream().mapToInt(places::get).toArray())
                .toList();
        List<double[]> values = leads.stream()
                .map(each ->
                        each.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        int[] once = new int[places.size()];
        Arrays.fill(once, 1);
        double rate = fit.rate(means(who, values, once));
        List<Optional<Interval>> drawn = Bootstrap.of(1).intervals(places.size(), 2, times -> {
            double[] means = means(who, values, times);
            return new double[] {fit.rate(means), newest(ages, means)};
        });
        Interval none = new Interval(Double.NaN, Double.NaN, .95);
        return said(
                rate,
                drawn.get(0).orElse(none),
                fit.span(),
                newest(ages, means(who, values, once)),
                drawn.get(1).orElse(none));
    }

    private Map<Integer, Double> byUser(int slice, double[] values) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.computeIfAbsent(asked.get(slice).get(i).user(), user -> new double[2]);
            sum[0] += values[i];
            sum[1]++;
        }
        Map<Integer, Double> means = new TreeMap<>();
        sums.forEach((user, sum) -> means.put(user, sum[0] / sum[1]));
        return means;
    }

    private static double[] means(List<int[]> who, List<double[]> values, int[] times) {
        double[] means = new double[who.size()];
        for (int pair = 0; pair < means.length; pair++) {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < who.get(pair).length; i++) {
                int weight = times[who.get(pair)[i]];
                sum += weight * values.get(pair)[i];
                count += weight;
            }
            means[pair] = sum / count;
        }
        return means;
    }

    /** The mean over the pairs of a cut and the slice that follows at once. */
    private static double newest(List<double[]> pairs, double[] means) {
        double sum = 0;
        int count = 0;
        for (int pair = 0; pair < means.length; pair++) {
            boolean fresh = pairs.get(pair)[1] == pairs.get(pair)[2];
            sum += fresh ? means[pair] : 0;
            count += fresh ? 1 : 0;
        }
        return sum / count;
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

    /** Who ranks beside the model. */
    static Stream<String> rivals() {
        return Stream.of(CatalogueRanking.TREND, CatalogueRanking.NEIGHBOURS, CutScores.POPULARITY);
    }
}
