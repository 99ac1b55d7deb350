package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.store.Components;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopTest {

    private static final Path SAMPLE = Path.of("sample-data");

    @TempDir
    Path folder;

    @Test
    void theBundledSampleIsOneRunOfMixed() throws IOException {
        Shop.Report report = new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 2000, 7))
                .generate()
                .write(folder);

        long size = 0;
        for (String name : List.of("events.csv", "items.csv", "causes.csv", "params.json")) {
            assertThat(Files.mismatch(folder.resolve(name), SAMPLE.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
            size += Files.size(SAMPLE.resolve(name));
        }
        assertThat(size).isLessThan(3_000_000);
        assertThat(Json.read(SAMPLE.resolve("params.json"), Shop.Report.class)).isEqualTo(report);
    }

    @Test
    void anotherSeedIsAnotherShop() {
        Shop one = new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 1, 7)).generate();
        Shop other = new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 1, 8)).generate();

        assertThat(items(other.user(0))).isNotEqualTo(items(one.user(0)));
    }

    @Test
    void aCustomerDoesNotDependOnTheOthers() {
        Shop small = new ShopGenerator(ShopSettings.of(ShopKind.BRANDS, 1, 7)).generate();
        Shop big = new ShopGenerator(ShopSettings.of(ShopKind.BRANDS, 100, 7)).generate();

        big.user(99);
        assertThat(items(big.user(0))).isEqualTo(items(small.user(0)));
    }

    @ParameterizedTest
    @EnumSource
    void titlesAreUniqueInBothLanguages(ShopKind kind) {
        ShopWorld world = new ShopWorld(ShopSettings.of(kind, 1, 7));
        Set<String> english = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        for (int item = 0; item < world.items(); item++) {
            assertThat(english.add(world.title(item))).isTrue();
            assertThat(chinese.add(world.chineseTitle(item))).isTrue();
            assertThat(world.title(item)).doesNotContain(",", "\"");
        }
        assertThat(english).hasSize(1000);
    }

    @Test
    void theFullestShopStillHasUniqueTitles() {
        ShopKind kind = ShopKind.MIXED;
        ShopWorld world = new ShopWorld(new ShopSettings(kind, kind.behaviour(), 1, 2400, 7));

        assertThat(Stream.iterate(0, i -> i + 1).limit(2400).map(world::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsPossibleAndItsCauseLiesBeforeIt(ShopKind kind) {
        Shop shop = new ShopGenerator(ShopSettings.of(kind, 60, 11)).generate();
        ShopWorld world = shop.truth().world();
        for (int user = 0; user < 60; user++) {
            List<ShopEvent> events = shop.user(user);
            assertThat(events).hasSizeBetween(10, 60);
            ShopHistory history = new ShopHistory(world);
            for (int position = 0; position < events.size(); position++) {
                ShopEvent event = events.get(position);
                assertThat(history.seen(event.item())).isFalse();
                if (position > 0) {
                    long gap = event.time() - events.get(position - 1).time();
                    double[] law = gap < ShopHistory.SESSION_GAP
                            ? shop.truth().within(history)
                            : shop.truth().anew(history);
                    assertThat(law[event.item()]).isPositive();
                }
                int interest = world.interest(event.item());
                if (event.channel() == Channel.C || event.channel() == Channel.R) {
                    assertThat(event.support()).isEqualTo(history.positions(interest));
                    assertThat(event.trigger()).isEqualTo(history.last(interest));
                } else {
                    assertThat(event.support()).isEmpty();
                    assertThat(event.trigger()).isEqualTo(-1);
                }
                history.add(event.item(), event.time());
            }
        }
    }

    @Test
    void aShareOfEventsRepeatsAnItemAndIsCausedByItsEarlierEvents() {
        ShopSettings settings = ShopSettings.of(ShopKind.MIXED, 300, 11);
        Shop shop = new ShopGenerator(settings.withRepeats(.3)).generate();
        int repeated = 0;
        int all = 0;
        for (int user = 0; user < 300; user++) {
            ShopHistory history = new ShopHistory(shop.truth().world());
            for (ShopEvent event : shop.user(user)) {
                if (history.seen(event.item())) {
                    repeated++;
                    assertThat(event.support())
                            .isEqualTo(IntStream.range(0, history.size())
                                    .filter(position -> history.item(position) == event.item())
                                    .toArray());
                    assertThat(event.trigger()).isEqualTo(event.support()[event.support().length - 1]);
                    assertThat(history.size() - event.trigger()).isLessThanOrEqualTo(30);
                }
                all += history.size() > 0 ? 1 : 0;
                history.add(event.item(), event.time());
            }
        }
        assertThat((double) repeated / all).isBetween(.28, .32);
        assertThat(new ShopGenerator(settings.withRepeats(0)).generate().user(7))
                .usingRecursiveComparison()
                .isEqualTo(new ShopGenerator(settings).generate().user(7));
    }

    @Test
    void causesAreReadAsTheyWereWritten() {
        Shop shop = new ShopGenerator(ShopSettings.of(ShopKind.BAG, 20, 3)).generate();
        shop.write(folder);

        Map<String, List<Cause>> causes = CausesReader.read(folder.resolve("causes.csv"));

        assertThat(Files.exists(folder.resolve("causes.csv"))).isTrue();
        assertThat(causes).hasSize(20);
        for (int user = 0; user < 20; user++) {
            List<Cause> own = causes.get(Shop.userKey(user));
            List<ShopEvent> events = shop.user(user);
            assertThat(own).hasSameSizeAs(events);
            for (int i = 0; i < own.size(); i++) {
                assertThat(own.get(i).channel()).isEqualTo(events.get(i).channel());
                assertThat(own.get(i).trigger()).isEqualTo(events.get(i).trigger());
                assertThat(own.get(i).support()).isEqualTo(events.get(i).support());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u1,1,C,0",
                "u1,1,C,0,0,0",
                "u1,2,C,0,0",
                "u1,1,X,0,0",
                "u1,1,C,1,1",
                "u1,1,C,,0",
                "u1,1,C,0,",
                "u1,1,N,,0",
                "u1,1,N,0,",
                "u1,one,C,0,0",
                "u1,1,C,0,-1",
                ""
            })
    void aCauseThatMakesNoSenseIsRefusedByLine(String line) throws IOException {
        Path file = Files.writeString(
                folder.resolve("causes.csv"), "user_id,seq,channel,trigger,support\nu1,0,N,,\n" + line + "\n");

        assertThatThrownBy(() -> CausesReader.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().place()).isEqualTo("causes.csv:3"));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        ShopSettings.Behaviour mixed = ShopKind.MIXED.behaviour();

        assertThatThrownBy(() -> ShopSettings.of(ShopKind.MIXED, 0, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"users\" must lie between 1 and 10000000, not 0");
        assertThatThrownBy(() -> new ShopSettings(ShopKind.MIXED, mixed, 1, 5000, 1))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Components.of(mixed).with("noise", Double.NaN)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ShopSettings.Behaviour(0, 0, 0, 0, 0, 1, 1, 3, 0))
                .isInstanceOf(ProblemException.class);
    }

    private static List<Integer> items(List<ShopEvent> events) {
        return events.stream().map(ShopEvent::item).toList();
    }
}
