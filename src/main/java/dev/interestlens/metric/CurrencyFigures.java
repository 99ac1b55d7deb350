package dev.interestlens.metric;

import dev.interestlens.metric.KeptRanking.Counts;
import dev.interestlens.metric.MetricValue.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Figures of one ranking in one currency: expectations over all draws and all orders of equal scores, means over users. A user with several true items
 * counts once, with their mean; one for whose true items no candidate is left does not count.
 *
 * @param id of the {@link Currency}
 * @param among how the others are chosen
 * @param others how many; null for all
 * @param k places that count in hitRate and ndcg
 * @param users that count
 * @param low of the 95 % interval of ndcg, drawn over users; null where there is none
 * @param mrr the reciprocal rank among all that are ranked
 * @param auc how often the true item scores better than one other
 * @param corrected the ndcg among the whole catalogue as one would estimate it from the drawn ones, see {@link SampledCorrection}; null where they are not
 *     drawn from it uniformly
 * @param exact whether nothing was drawn to compute it
 */
public record CurrencyFigures(
        String id,
        String among,
        Integer others,
        int k,
        int users,
        double hitRate,
        double ndcg,
        Double low,
        Double high,
        double mrr,
        double auc,
        Double corrected,
        boolean exact) {

    /** Whether it is of a currency. */
    public boolean isOf(Currency currency) {
        return id.equals(currency.id());
    }

    /** In each currency that the ranking knows, for each k. */
    public static List<CurrencyFigures> of(KeptRanking ranking, List<Integer> ks) {
        List<Users> all = new ArrayList<>();
        for (Currency currency : Currency.values()) {
            currency.candidates(ranking)
                    .map(counts -> Users.of(ranking, currency, counts, ks))
                    .filter(users -> users.counted() > 0)
                    .ifPresent(all::add);
        }
        List<PerUser> ndcg = all.stream().flatMap(each -> each.ndcg.stream()).toList();
        int users = ndcg.isEmpty() ? 0 : ndcg.get(0).size();
        List<Optional<Interval>> intervals = Bootstrap.of(1).intervals(users, ndcg.size(), times -> ndcg.stream()
                .mapToDouble(each -> Bootstrap.mean(each.values(), each.weights(), times))
                .toArray());
        List<CurrencyFigures> figures = new ArrayList<>();
        for (Users each : all) {
            for (int i = 0; i < ks.size(); i++) {
                figures.add(each.figures(i, ks.get(i), intervals.get(figures.size())));
            }
        }
        return figures;
    }

    /** By user: one for each k, and two that depend on none. */
    private record Users(
            Currency currency,
            List<PerUser> hitRate,
            List<PerUser> ndcg,
            List<PerUser> corrected,
            PerUser mrr,
            PerUser auc) {
        static Users of(KeptRanking ranking, Currency currency, Counts counts, List<Integer> ks) {
            int candidates = (int) Arrays.stream(ranking.ranked()).average().orElse(1);
            List<double[]> gains = new ArrayList<>();
            ks.forEach(k -> gains.add(upTo(k, place -> 1)));
            ks.forEach(k -> gains.add(upTo(k, CurrencyFigures::discount)));
            if (currency.isCorrected()) {
                ks.forEach(k -> gains.add(
                        new SampledCorrection(candidates, currency.others()).of(upTo(k, CurrencyFigures::discount))));
            }
            double[][] values = new double[gains.size() + 2][ranking.size()];
            for (int entry = 0; entry < ranking.size(); entry++) {
                boolean any = counts.all()[entry] > 0;
                double[] above = any ? currency.above(counts, entry) : null;
                for (int i = 0; i < gains.size(); i++) {
                    values[i][entry] = any ? sum(above, gains.get(i)) : Double.NaN;
                }
                values[gains.size()][entry] = any ? reciprocal(above) : Double.NaN;
                values[gains.size() + 1][entry] = counts.auc(entry);
            }
            List<PerUser> users = Arrays.stream(values)
                    .map(each -> PerUser.of(ranking.users(), each))
                    .toList();
            int size = ks.size();
            return new Users(
                    currency,
                    users.subList(0, size),
                    users.subList(size, 2 * size),
                    users.subList(2 * size, gains.size()),
                    users.get(gains.size()),
                    users.get(gains.size() + 1));
        }

        long counted() {
            return auc.counted();
        }

        CurrencyFigures figures(int i, int k, Optional<Interval> interval) {
            return new CurrencyFigures(
                    currency.id(),
                    currency.among().id(),
                    currency.others(),
                    k,
                    (int) counted(),
                    mean(hitRate.get(i)),
                    mean(ndcg.get(i)),
                    interval.map(Interval::low).orElse(null),
                    interval.map(Interval::high).orElse(null),
                    mean(mrr),
                    mean(auc),
                    corrected.isEmpty() ? null : (Double) mean(corrected.get(i)),
                    true);
        }
    }

    private static double mean(PerUser users) {
        return users.mean(Undefined.NO_USER_WITH_POSITIVE).orNaN();
    }

    private static double[] upTo(int k, IntToDoubleFunction gain) {
        double[] gains = new double[k];
        Arrays.setAll(gains, above -> gain.applyAsDouble(above + 1));
        return gains;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 1.0);
    }

    private static double sum(double[] above, double[] gains) {
        double sum = 0;
        for (int x = 0; x < Math.min(above.length, gains.length); x++) {
            sum += above[x] * gains[x];
        }
        return sum;
    }

    private static double reciprocal(double[] above) {
        double sum = 0;
        for (int x = 0; x < above.length; x++) {
            sum += above[x] / (x + 1);
        }
        return sum;
    }
}
