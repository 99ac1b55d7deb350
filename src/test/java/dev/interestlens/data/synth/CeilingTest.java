package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.interestlens.metric.Auc;
import dev.interestlens.store.Components;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class CeilingTest {

    @ParameterizedTest
    @CsvSource({"MIXED, .906", "BRANDS, .939", "BAG, .871", "DRIFT, .877", "ORDER, .910", "NULL, .581"})
    void eachKindHasTheCeilingItWasMadeFor(ShopKind kind, double expected) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 2000, 7)).generate();

        assertThat(Ceiling.of(shop).value()).isCloseTo(expected, offset(.004));
    }

    @ParameterizedTest
    @EnumSource
    void anEvaluationOfTheExactScoreReachesTheCeiling(ShopKind kind) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 6000, 7)).generate();

        assertThat(sampled(shop, 20, 1)).isCloseTo(Ceiling.of(shop).value(), offset(.004));
    }

    /**
     * The AUC of the exact score with sampled negatives over all customers together, as an evaluation computes it.
     *
     * @param negatives of each customer
     */
    private static double sampled(Shop shop, int negatives, long seed) {
        int users = shop.settings().users();
        double[] scores = new double[users * (1 + negatives)];
        float[] labels = new float[scores.length];
        int at = 0;
        for (int user = 0; user < users; user++) {
            List<ShopEvent> events = shop.user(user);
            ShopHistory history = Ceiling.beforeTheLast(shop, events);
            int target = events.get(events.size() - 1).item();
            double[] p = shop.truth().next(history);
            Draws draws = Draws.of(seed, user);
            labels[at] = 1;
            scores[at++] = p[target];
            for (int n = 0; n < negatives; ) {
                int item = draws.below(p.length);
                if (item != target && !history.seen(item)) {
                    scores[at++] = p[item];
                    n++;
                }
            }
        }
        return Auc.of(scores, labels).value();
    }

    @Test
    void whoeverSeesTheTimeCanKnowMoreWhereSessionsGoOn() {
        Ceiling mixed = Ceiling.of(new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 500, 7)).generate());
        Ceiling order = Ceiling.of(new ShopGenerator(ShopSettings.of(ShopKind.ORDER, 500, 7)).generate());

        assertThat(mixed.withTime()).isCloseTo(.93, offset(.01));
        assertThat(order.withTime()).isCloseTo(order.value(), offset(1e-12)); // each event is a session
    }

    @Test
    void noiseTakesItsShareOfWhatCanBeKnown() {
        ShopSettings plain = ShopSettings.of(ShopKind.MIXED, 300, 7);
        Shop shop = new ShopGenerator(plain).generate();
        ShopSettings.Behaviour noisy = Components.of(plain.behaviour()).with("noise", .2);
        ShopTruth truth = new ShopTruth(new ShopSettings(plain.kind(), noisy, 300, 1000, 7));
        ShopHistory history = new ShopHistory(truth.world());
        shop.user(0).forEach(event -> history.add(event.item(), event.time()));

        double[] before = shop.truth().next(history);
        double[] after = truth.next(history);
        for (int item = 0; item < after.length; item++) {
            double uniform = history.seen(item) ? 0 : 1.0 / history.unseen();
            assertThat(after[item]).isCloseTo(.8 * before[item] + .2 * uniform, offset(1e-15));
        }
    }
}
