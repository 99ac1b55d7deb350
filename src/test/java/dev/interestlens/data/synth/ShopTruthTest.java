package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("thorough")
class ShopTruthTest {

    @ParameterizedTest
    @EnumSource
    void probabilitiesSumToOneAndAreZeroForWhatWasSeen(ShopKind kind) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 20, 5)).generate();
        for (int user = 0; user < 20; user++) {
            ShopHistory history = new ShopHistory(shop.truth().world());
            for (ShopEvent event : shop.user(user)) {
                history.add(event.item(), event.time());
                double[] p = shop.truth().next(history);
                assertThat(Arrays.stream(p).sum()).isCloseTo(1, offset(1e-12));
                assertThat(p[event.item()]).isZero();
            }
        }
    }

    @Test
    void aChainGoesOnAsWorkedOutByHand() {
        // order: every event is a session, chain .95 to one of the next two categories, .05 spread over all five
        ShopSettings settings = ShopSettings.of(ShopKind.ORDER, 1, 7);
        ShopTruth truth = new ShopTruth(settings);
        ShopWorld world = truth.world();
        ShopHistory history = new ShopHistory(world);
        history.add(world.cell(3, 4)[0], 0);

        double[] p = truth.items(history, 3);

        assertThat(sum(p, world.cell(3, 0))).isCloseTo(.05 / 5 + .95 / 2, offset(1e-12));
        assertThat(sum(p, world.cell(3, 1))).isCloseTo(.05 / 5 + .95 / 2, offset(1e-12));
        assertThat(sum(p, world.cell(3, 2))).isCloseTo(.05 / 5, offset(1e-12));
        int[] cell = world.cell(3, 0);
        assertThat(p[cell[1]] / p[cell[0]]).isCloseTo(Math.pow(2, -.6), offset(1e-12));
    }

    @Test
    void returnsFadeWithTheSessionsSince() {
        ShopTruth truth = new ShopTruth(ShopSettings.of(ShopKind.MIXED, 1, 7));
        ShopWorld world = truth.world();
        ShopHistory history = new ShopHistory(world);
        int[] interests = {0, 1, 2, 1, 3};
        for (int session = 0; session < interests.length; session++) {
            history.add(world.cell(interests[session], 0)[session], session * 10_000L);
        }

        double[] returns = truth.returns(history);

        // one session ago: interest 1, two: interest 2, four: interest 0; 3 is running
        double all = .7 + .49 + Math.pow(.7, 4);
        assertThat(returns[1]).isCloseTo(.7 / all, offset(1e-12));
        assertThat(returns[2]).isCloseTo(.49 / all, offset(1e-12));
        assertThat(returns[0]).isCloseTo(Math.pow(.7, 4) / all, offset(1e-12));
        assertThat(returns[3]).isZero();
    }

    @Test
    void onlyABagIsTheSameInAnyOrder() {
        for (ShopKind kind : List.of(ShopKind.BAG, ShopKind.ORDER, ShopKind.DRIFT, ShopKind.MIXED)) {
            Shop shop = new ShopGenerator(ShopSettings.of(kind, 1, 7)).generate();
            List<ShopEvent> events = shop.user(0);
            ShopHistory there = new ShopHistory(shop.truth().world());
            ShopHistory back = new ShopHistory(shop.truth().world());
            for (int i = 0; i < events.size(); i++) {
                there.add(events.get(i).item(), i * 10_000L);
                back.add(events.get(events.size() - 1 - i).item(), i * 10_000L);
            }

            assertThat(Arrays.equals(shop.truth().next(there), shop.truth().next(back)))
                    .as(kind.id())
                    .isEqualTo(kind == ShopKind.BAG);
        }
    }

    @Test
    void whatHappensHasTheProbabilityItIsSaidToHave() {
        // ∑ over events of 1/p of what happened, within the unseen items, must be their number on average
        Shop shop = new ShopGenerator(ShopSettings.of(ShopKind.DRIFT, 3000, 13)).generate();
        double ratio = 0;
        int count = 0;
        for (int user = 0; user < 3000; user++) {
            List<ShopEvent> events = shop.user(user);
            ShopHistory history = new ShopHistory(shop.truth().world());
            events.subList(0, 8).forEach(event -> history.add(event.item(), event.time()));
            ratio += 1 / (shop.truth().next(history)[events.get(8).item()] * history.unseen());
            count++;
        }
        assertThat(ratio / count).isCloseTo(1, offset(.1));
    }

    @Test
    void leavingOutTheTriggerCostsMostWhereChainsExist() {
        Shop shop = new ShopGenerator(ShopSettings.of(ShopKind.BRANDS, 1200, 7)).generate();
        int caused = 0;
        int triggerFirst = 0;
        int supportFirst = 0;
        for (int user = 0; user < 1200; user++) {
            List<ShopEvent> events = shop.user(user);
            ShopEvent target = events.get(events.size() - 1);
            if (target.trigger() < 0) {
                continue;
            }
            List<ShopEvent> before = events.subList(0, events.size() - 1);
            double[] without = shop.truth()
                    .leaveOneOut(
                            before.stream().mapToInt(ShopEvent::item).toArray(),
                            before.stream().mapToLong(ShopEvent::time).toArray(),
                            target.item());
            int most = IntStream.range(0, without.length).reduce(0, (a, b) -> without[b] < without[a] ? b : a);
            caused++;
            triggerFirst += most == target.trigger() ? 1 : 0;
            supportFirst += Arrays.stream(target.support()).anyMatch(p -> p == most) ? 1 : 0;
        }
        assertThat((double) triggerFirst / caused).isCloseTo(.78, offset(.05));
        assertThat((double) supportFirst / caused).isCloseTo(.94, offset(.03));
    }

    private static double sum(double[] p, int[] items) {
        return Arrays.stream(items).mapToDouble(item -> p[item]).sum();
    }
}
