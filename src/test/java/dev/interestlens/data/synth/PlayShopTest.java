package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each law promises of each customer. */
class PlayShopTest {
    private static final int CUSTOMERS = 300;

    @TempDir
    private Path folder;

    private static List<PlayCustomer> customers(PlayLaw law) {
        PlaySettings settings = new PlaySettings(law, CUSTOMERS, .05, 3);
        PlayWorld world = new PlayWorld(3);
        List<PlayCustomer> all = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            all.add(PlayCustomer.of(settings, world, i));
        }
        return all;
    }

    private static int kind(int item) {
        return item / PlayWorld.BRANDS;
    }

    private static int brand(int item) {
        return item % PlayWorld.BRANDS;
    }

    private static long count(PlayCustomer customer, int kind) {
        return Arrays.stream(customer.items())
                .filter(item -> kind(item) == kind)
                .count();
    }

    @Test
    void whatWasBoughtLastOfTheKindIsWanted() {
        assertThat(customers(PlayLaw.LAST)).allSatisfy(customer -> {
            int[] items = customer.items();
            int cause = customer.causes().get(0)[0];
            assertThat(items[cause]).isEqualTo(customer.wanted());
            assertThat(Arrays.stream(items, cause + 1, items.length).map(PlayShopTest::kind))
                    .doesNotContain(kind(customer.wanted()));
            assertThat(items).contains(customer.other());
            assertThat(kind(customer.other())).isEqualTo(kind(customer.wanted()));
        });
    }

    @Test
    void oneOldBehaviourAloneHasTheBrand() {
        assertThat(customers(PlayLaw.LONG_AGO)).allSatisfy(customer -> {
            int cause = customer.causes().get(0)[0];
            assertThat(cause).isLessThan(3);
            assertThat(Arrays.stream(customer.items()).filter(item -> brand(item) == brand(customer.wanted())))
                    .containsExactly(customer.items()[cause]);
            assertThat(Arrays.stream(customer.items()).map(PlayShopTest::brand))
                    .doesNotContain(brand(customer.other()));
            assertThat(count(customer, kind(customer.wanted()))).isZero();
        });
    }

    @Test
    void theWantedKindCameBeforeItsPartnerAndTheOtherBehindIt() {
        PlayWorld world = new PlayWorld(3);
        assertThat(customers(PlayLaw.ORDER)).allSatisfy(customer -> {
            assertThat(place(customer, kind(customer.wanted())))
                    .isEqualTo(customer.causes().get(0)[0])
                    .isLessThan(place(customer, world.partner(kind(customer.wanted()))));
            assertThat(place(customer, kind(customer.other())))
                    .isGreaterThan(place(customer, world.partner(kind(customer.other()))));
        });
    }

    /** The only place of a kind. */
    private static int place(PlayCustomer customer, int kind) {
        assertThat(count(customer, kind)).isEqualTo(1);
        int[] items = customer.items();
        int place = 0;
        while (kind(items[place]) != kind) {
            place++;
        }
        return place;
    }

    @Test
    void kindAndBrandAreThereApartAndTheOtherCandidateLacksOne() {
        assertThat(customers(PlayLaw.PAIR)).allSatisfy(customer -> {
            assertThat(half(customer, customer.wanted())).isEqualTo(2);
            assertThat(half(customer, customer.other())).isEqualTo(1);
            assertThat(customer.items()).doesNotContain(customer.wanted());
        });
    }

    private static int half(PlayCustomer customer, int candidate) {
        boolean ofKind = Arrays.stream(customer.items()).anyMatch(item -> kind(item) == kind(candidate));
        boolean ofBrand = Arrays.stream(customer.items()).anyMatch(item -> brand(item) == brand(candidate));
        return (ofKind ? 1 : 0) + (ofBrand ? 1 : 0);
    }

    @Test
    void aTasteBeginsAtOneKindAndEndsAtTheWanted() {
        assertThat(customers(PlayLaw.DRIFT)).allSatisfy(customer -> {
            int[] items = customer.items();
            assertThat(kind(items[0])).isEqualTo(kind(customer.other()));
            assertThat(kind(items[items.length - 1])).isEqualTo(kind(customer.wanted()));
            assertThat(customer.causes().get(0)).hasSize((int) count(customer, kind(customer.wanted())));
        });
    }

    @Test
    void nothingHasNoCauseAndACoin() {
        List<PlayCustomer> all = customers(PlayLaw.NOTHING);
        assertThat(all).allMatch(customer -> customer.causes().isEmpty());
        assertThat(all.stream().filter(PlayCustomer::obeyed).count()).isBetween(115L, 185L); // 150 ± 4 standard errors
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameFiles(PlayLaw law) throws Exception {
        new PlayShop(new PlaySettings(law, 20, .05, 8)).write(folder.resolve("one"));
        new PlayShop(new PlaySettings(law, 20, .05, 8)).write(folder.resolve("two"));
        new PlayShop(new PlaySettings(law, 20, .05, 9)).write(folder.resolve("three"));
        for (String file : List.of("events.csv", "items.csv", "causes.csv", "params.json")) {
            assertThat(folder.resolve("two/" + file)).hasSameBinaryContentAs(folder.resolve("one/" + file));
        }
        assertThat(Files.readString(folder.resolve("three/events.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("one/events.csv")));
    }

    @ParameterizedTest
    @EnumSource(PlayLaw.class)
    void fourOfTheTestPartAreWatchedWhateverTheLaw(PlayLaw law) {
        PlaySettings settings = PlaySettings.of(law, 1);

        List<PlayHistory> watched = new PlayShop(settings).last(4);

        assertThat(watched).hasSize(4).doesNotHaveDuplicates();
        assertThat(watched).allSatisfy(each -> assertThat(each.user())
                .isGreaterThanOrEqualTo(Shop.userKey(settings.customers() / 5 * 4)));
    }

    @Test
    void whoIsWatchedObeyedTheLawAndIsAmongTheLast() {
        List<PlayHistory> watched = new PlayShop(new PlaySettings(PlayLaw.LAST, 100, .3, 1)).last(4);
        assertThat(watched).extracting(PlayHistory::candidate).doesNotHaveDuplicates();
        assertThat(watched).extracting(PlayHistory::causes).doesNotHaveDuplicates();
        assertThat(watched).hasSize(4).allSatisfy(person -> {
            assertThat(person.behaviours()).hasSize(PlaySettings.LENGTH);
            assertThat(person.behaviours().get(person.causes().get(0))).isEqualTo(person.candidate());
        });
    }
}
