package dev.interestlens.explain.anatomy;

import static dev.interestlens.explain.anatomy.InputPart.ATTENTION;
import static dev.interestlens.explain.anatomy.InputPart.CONTEXT;
import static dev.interestlens.explain.anatomy.InputPart.HISTORY;
import static dev.interestlens.explain.anatomy.InputPart.ITEM;
import static dev.interestlens.explain.anatomy.InputPart.ITEM_FIELDS;
import static dev.interestlens.explain.anatomy.InputPart.POPULARITY;
import static dev.interestlens.explain.anatomy.InputPart.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** To whom a gain is credited that several parts make together, and which intervals tell a share from nothing. */
class PartOrdersTest {
    private static final List<InputPart> ALL =
            List.of(POPULARITY, ITEM, ITEM_FIELDS, PROFILE, CONTEXT, HISTORY, ATTENTION);

    /** Shares of a figure that is 1 where all of some parts are a row's own, and 0 else. */
    private static double[] together(List<InputPart> parts, InputPart... needed) {
        return new PartOrders(parts).shares(own -> own.containsAll(List.of(needed)) ? 1 : 0);
    }

    private static double share(double[] shares, InputPart part) {
        return shares[ALL.indexOf(part)];
    }

    @Test
    void aMatchOfItemAndHistoryIsTheHistorys() {
        double[] shares = together(ALL, ITEM, HISTORY);
        assertThat(share(shares, HISTORY)).isCloseTo(1, within(1e-12));
        assertThat(share(shares, ITEM)).isZero();
    }

    @Test
    void whatAttentionDoesWithAHistoryIsAttentions() {
        double[] shares = together(ALL, HISTORY, ATTENTION);
        assertThat(share(shares, ATTENTION)).isCloseTo(1, within(1e-12));
        assertThat(share(shares, HISTORY)).isZero();
    }

    @Test
    void whatProfileAndHistoryDoTogetherIsShared() {
        double[] shares = together(ALL, PROFILE, HISTORY);
        assertThat(share(shares, PROFILE)).isCloseTo(0.5, within(1e-12));
        assertThat(share(shares, HISTORY)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void profileAndContextAreOnePlayer() {
        double[] shares = together(ALL, PROFILE, CONTEXT);
        assertThat(share(shares, PROFILE)).isCloseTo(0.5, within(1e-12));
        assertThat(share(shares, CONTEXT)).isCloseTo(0.5, within(1e-12));
        double[] three = together(ALL, PROFILE, CONTEXT, HISTORY);
        assertThat(share(three, HISTORY)).isCloseTo(0.5, within(1e-12)); // a third among three players
        assertThat(share(three, PROFILE)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void whatIdAndFieldsTellTogetherIsShared() {
        double[] shares = together(ALL, ITEM, ITEM_FIELDS);
        assertThat(share(shares, ITEM)).isCloseTo(0.5, within(1e-12));
        assertThat(share(shares, ITEM_FIELDS)).isCloseTo(0.5, within(1e-12));
        assertThat(share(together(ALL, POPULARITY, ITEM), ITEM)).isCloseTo(1, within(1e-12));
    }

    @Test
    void sharesSumToTheGainOfAllParts() {
        double[] shares = new PartOrders(ALL).shares(own -> Math.pow(own.size() + 1, 2));
        assertThat(IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).sum())
                .isCloseTo(63, within(1e-9));
    }

    @Test
    void onlySetsOfPartsThatAreReadAreAskedFor() {
        assertThat(new PartOrders(List.of(ITEM, HISTORY, ATTENTION)).sets())
                .containsExactly(Set.of(ITEM), Set.of(ITEM, HISTORY), Set.of(ITEM, HISTORY, ATTENTION));
        assertThat(new PartOrders(List.of(PROFILE, HISTORY)).sets())
                .containsExactlyInAnyOrder(Set.of(PROFILE), Set.of(HISTORY), Set.of(PROFILE, HISTORY));
    }

    private static Anatomy.Share share(Double low, Double high) {
        return new Anatomy.Share(ITEM, 0.1, low, high, null);
    }

    @Test
    void aShareIsToldWhereItsIntervalLeavesOutZero() {
        assertThat(share(0.01, 0.2).isTold()).isTrue();
        assertThat(share(-0.2, -0.01).isTold()).isTrue();
        assertThat(share(0.0, 0.2).isTold()).isFalse();
        assertThat(share(-0.2, 0.0).isTold()).isFalse();
        assertThat(share(null, 0.2).isTold()).isFalse();
        assertThat(share(0.1, null).isTold()).isFalse();
    }

    @Test
    void aShareWithinRoundingIsUnread() {
        assertThat(share(-0.9e-5, 0.9e-5).isUnread()).isTrue();
        assertThat(share(-1e-5, 0.0).isUnread()).isFalse();
        assertThat(share(0.0, 1e-5).isUnread()).isFalse();
        assertThat(share(1e-6, 2e-6).isTold()).isFalse();
        assertThat(share(null, 0.0).isUnread()).isFalse();
        assertThat(share(0.0, null).isUnread()).isFalse();
    }

    private static ItemsByPopularity items(Integer... some) {
        return new ItemsByPopularity(List.of(some), new int[] {50, 10, 30, 20, 40}, 1);
    }

    @Test
    void neighboursStandAtMostSoManyPlacesAway() {
        assertThat(items(0, 1, 2, 3, 4).all()).containsExactly(1, 3, 2, 4, 0);
        assertThat(items(0, 1, 2, 3, 4).near(2, 1)).containsExactly(3, 2, 4);
        assertThat(items(0, 1, 2, 3, 4).near(1, 1)).containsExactly(1, 3);
        assertThat(items(0, 1, 2, 3, 4).near(0, 1)).containsExactly(4, 0);
        assertThat(items(0, 1, 4).near(2, 1)).containsExactly(1, 4, 0); // not one of them
        assertThat(items(0, 1).hasOther(1)).isTrue();
        assertThat(items(1).hasOther(1)).isFalse();
        assertThat(items(1).hasOther(0)).isTrue();
        assertThat(items().hasOther(0)).isFalse();
    }

    @Test
    void ofManyUsersEveryKthIsMeasuredWithAllRows() {
        int[] users = {0, 0, 1, 2, 2, 3};
        assertThat(MeasuredRows.ofSomeUsers(users, 2)).containsExactly(0, 1, 3, 4);
        assertThat(MeasuredRows.ofSomeUsers(users, 9)).containsExactly(0, 1, 2, 3, 4, 5);
    }
}
