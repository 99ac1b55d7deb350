package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class CeilingTest {

    @ParameterizedTest
    @CsvSource({"MIXED, .906", "BRANDS, .939", "BAG, .877", "DRIFT, .877", "ORDER, .910", "NULL, .581"})
    void eachKindHasTheCeilingItWasMadeFor(ShopKind kind, double expected) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 2000, 7)).generate();

        assertThat(Ceiling.of(shop).value()).isCloseTo(expected, offset(.004));
    }

    @ParameterizedTest
    @EnumSource
    void anEvaluationOfTheExactScoreReachesTheCeiling(ShopKind kind) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 6000, 7)).generate();

        assertThat(Ceiling.sampled(shop, 20, 1).value())
                .isCloseTo(Ceiling.of(shop).value(), offset(.004));
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
        ShopSettings.Behaviour noisy = plain.behaviour().withNoise(.2);
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
