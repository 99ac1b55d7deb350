package dev.interestlens.data.synth;

import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * The exact distribution of the shop: p(next item | history), given only observable events.
 *
 * <p>p = κ[(1−ε)F(·|current) + εU] + (1−κ)[(1−η)Σ return(k)F(·|k) + η mean F(·|k)], then (1−noise)p + noise·U, where U is uniform over the unseen
 * items, F(·|k) the choice within interest k, and η = 1 in the first sessions and where there is no earlier interest. It is also the best possible
 * score of a candidate.
 */
public final class ShopTruth {

    private final ShopWorld world;
    private final ShopSettings.Behaviour behaviour;

    public ShopTruth(ShopSettings settings) {
        this(settings, new ShopWorld(settings));
    }

    ShopTruth(ShopSettings settings, ShopWorld world) {
        this.world = world;
        this.behaviour = settings.behaviour();
    }

    public ShopWorld world() {
        return world;
    }

    /** Probability of each item to be the next one at an unknown time; 0 for items of the history, which has at least one event. */
    public double[] next(ShopHistory history) {
        double[] inside = within(history);
        double[] anew = anew(history);
        return ArrayFill.doubles(inside.length, i -> behaviour.stay() * inside[i] + (1 - behaviour.stay()) * anew[i]);
    }

    /** Likewise, where the next event's time shows that the session goes on (a gap of less than an hour). */
    public double[] within(ShopHistory history) {
        double[] p = new double[world.items()];
        add(p, 1 - behaviour.stray(), items(history, history.currentInterest()));
        add(p, behaviour.stray(), uniform(history));
        return noisy(p, history);
    }

    /** Likewise, where the next event's time shows that a new session begins. */
    public double[] anew(ShopHistory history) {
        double[] p = new double[world.items()];
        double[] returns = returns(history);
        double explore = explore(history, returns);
        for (int k = 0; k < world.interests(); k++) {
            double weight = (1 - explore) * returns[k] + explore / world.interests();
            if (weight > 0) {
                add(p, weight, items(history, k));
            }
        }
        return noisy(p, history);
    }

    /**
     * The exact probability of a candidate with each behaviour left out in turn.
     *
     * @param items the history, oldest first
     * @param times seconds
     */
    public double[] leaveOneOut(int[] items, long[] times, int candidate) {
        double[] without = new double[items.length];
        for (int j = 0; j < items.length; j++) {
            ShopHistory rest = ShopHistory.of(world, items, times, items.length, j);
            without[j] = rest.size() == 0 ? 1.0 / world.items() : next(rest)[candidate];
        }
        return without;
    }

    /** η of this history. */
    double explore(ShopHistory history, double[] returns) {
        boolean somewhere = Arrays.stream(returns).anyMatch(weight -> weight > 0);
        return history.sessions() < behaviour.burnIn() || !somewhere ? 1 : behaviour.explore();
    }

    /**
     * Probability to return to each interest; all 0 where there is none to return to. Where order matters, nobody returns at once to the interest of the
     * last session.
     */
    double[] returns(ShopHistory history) {
        double[] weights = new double[world.interests()];
        int sessions = history.sessions();
        int left = behaviour.ordered() ? history.currentInterest() : -1;
        double weight = 1;
        double sum = 0;
        for (int back = 0; back < sessions; back++) {
            int k = history.sessionInterest(sessions - 1 - back);
            if (weights[k] == 0 && k != left) {
                weights[k] = weight;
                sum += weight;
            }
            weight *= behaviour.fade();
        }
        for (int k = 0; sum > 0 && k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /** F(·|interest): the chain's category, then an unseen item by popularity; uniform where the interest has nothing unseen. */
    double[] items(ShopHistory history, int interest) {
        double[] p = new double[world.items()];
        double[] categories = new double[ShopWords.CATEGORIES];
        double[] room = new double[ShopWords.CATEGORIES]; // popularity of the unseen items
        int last = history.last(interest);
        int successor = last < 0 ? 0 : (world.category(history.item(last)) + 1) % ShopWords.CATEGORIES;
        double sum = 0;
        for (int c = 0; c < ShopWords.CATEGORIES; c++) {
            for (int item : world.cell(interest, c)) {
                room[c] += history.seen(item) ? 0 : world.popularity(item);
            }
            int ahead = (c - successor + ShopWords.CATEGORIES) % ShopWords.CATEGORIES;
            categories[c] = (1 - behaviour.chain()) / ShopWords.CATEGORIES
                    + (ahead < behaviour.fan() ? behaviour.chain() / behaviour.fan() : 0);
            sum += room[c] > 0 ? categories[c] : 0;
        }
        if (sum == 0) {
            return uniform(history);
        }
        for (int c = 0; c < ShopWords.CATEGORIES; c++) {
            for (int item : world.cell(interest, c)) {
                if (!history.seen(item)) {
                    p[item] = categories[c] / sum * world.popularity(item) / room[c];
                }
            }
        }
        return p;
    }

    /** U: any unseen item. */
    double[] uniform(ShopHistory history) {
        double[] p = new double[world.items()];
        double each = 1.0 / history.unseen();
        for (int item = 0; item < p.length; item++) {
            p[item] = history.seen(item) ? 0 : each;
        }
        return p;
    }

    private double[] noisy(double[] p, ShopHistory history) {
        if (behaviour.noise() == 0) {
            return p;
        }
        double[] mixed = new double[p.length];
        add(mixed, 1 - behaviour.noise(), p);
        add(mixed, behaviour.noise(), uniform(history));
        return mixed;
    }

    static void add(double[] sum, double weight, double[] p) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * p[i];
        }
    }
}
