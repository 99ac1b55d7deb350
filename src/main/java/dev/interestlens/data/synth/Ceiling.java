package dev.interestlens.data.synth;

import java.util.Arrays;
import java.util.List;

/**
 * The best AUC that any model can reach on the last event of each customer against uniform unseen items.
 *
 * @param value for models that do not see the candidate's time
 * @param withTime for models that do: a gap under an hour says that the session goes on
 */
public record Ceiling(double value, double withTime) {

    /** The most customers that are used; with more, a systematic sample. */
    private static final int MAX_USERS = 4000;

    /** The mean over customers of ½ + ½·Gini(p), which is the exact AUC of p as a score where p is true. */
    static Ceiling of(Shop shop) {
        int users = Math.min(MAX_USERS, shop.settings().users());
        double stay = shop.settings().behaviour().stay();
        double value = 0;
        double withTime = 0;
        for (int i = 0; i < users; i++) {
            int user = (int) ((long) i * shop.settings().users() / users);
            ShopHistory history = beforeTheLast(shop, shop.user(user));
            value += best(shop.truth().next(history), history);
            withTime += stay * best(shop.truth().within(history), history)
                    + (1 - stay) * best(shop.truth().anew(history), history);
        }
        return new Ceiling(value / users, withTime / users);
    }

    static ShopHistory beforeTheLast(Shop shop, List<ShopEvent> events) {
        ShopHistory history = new ShopHistory(shop.truth().world());
        events.subList(0, events.size() - 1).forEach(event -> history.add(event.item(), event.time()));
        return history;
    }

    private static double best(double[] p, ShopHistory history) {
        double[] sorted = new double[history.unseen()];
        int n = 0;
        for (int item = 0; item < p.length; item++) {
            if (!history.seen(item)) {
                sorted[n++] = p[item];
            }
        }
        Arrays.sort(sorted);
        double sum = 0;
        for (double each : sorted) {
            sum += each;
        }
        return auc(sorted, sum);
    }

    /**
     * ½ + ½·Gini(p): the AUC of p as a score where p is true.
     *
     * @param sorted p of the unseen items, ascending
     */
    static double auc(double[] sorted, double sum) {
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * i + 1 - sorted.length) * sorted[i];
        }
        return 0.5 + 0.5 * weighted / (sorted.length * sum);
    }
}
