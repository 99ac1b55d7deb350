package dev.interestlens.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.data.Offset.offset;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.data.synth.cause.Channel;
import dev.interestlens.metric.Auc;
import dev.interestlens.store.Json;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairLogTest {
    @TempDir
    Path folder;

    @Test
    void theChosenCandidateNeedsBothInterestsAndTheOtherOnlyOne() {
        PairSettings settings = PairSettings.of(300, 7);
        for (int user = 0; user < settings.users(); user++) {
            PairCustomer customer = PairCustomer.of(settings, user);
            int one = customer.items()[customer.strong()[0]] / PairWorld.ITEMS;
            int two = customer.items()[customer.weak()[0]] / PairWorld.ITEMS;
            int both = PairWorld.pair(one, two);
            Set<Integer> held = new HashSet<>();
            Arrays.stream(customer.items()).forEach(item -> held.add(item / PairWorld.ITEMS));

            assertThat(customer.caused() ? customer.chosen() : customer.shown()).isEqualTo(both);
            int half = customer.caused() ? customer.shown() : customer.chosen();
            assertThat(held.stream()
                            .filter(k -> k != one && k != two)
                            .anyMatch(k -> half == PairWorld.pair(one, k) || half == PairWorld.pair(two, k)))
                    .as("the other candidate's second interest is not in the history")
                    .isFalse();
            assertThat(Arrays.stream(customer.items()).filter(item -> item / PairWorld.ITEMS == one))
                    .hasSize(16);
            assertThat(Arrays.stream(customer.items()).filter(item -> item / PairWorld.ITEMS == two))
                    .hasSize(1);
        }
    }

    @Test
    void theRuleItselfReachesTheCeiling() {
        PairSettings settings = PairSettings.of(20_000, 3);
        double[] scores = new double[2 * settings.users()];
        float[] labels = new float[scores.length];
        for (int user = 0; user < settings.users(); user++) {
            boolean caused = PairCustomer.of(settings, user).caused();
            scores[2 * user] = caused ? 1 : 0; // the chosen one
            labels[2 * user] = 1;
            scores[2 * user + 1] = caused ? 0 : 1;
        }

        assertThat(Auc.of(scores, labels).value()).isCloseTo(settings.ceiling(), offset(.004));
        assertThat(settings.ceiling()).isEqualTo(.95);
    }

    @Test
    void aDataSetOfTheLogCarriesTheProtocolThatItIsMadeFor() {
        new PairLog(PairSettings.of(5, 7)).write(folder.resolve("log"));
        try (PreparedDataset data = Sources.prepare(
                List.of(folder.resolve("log")), PrepareOptions.defaults(), folder.resolve("data"), Progress.none())) {
            assertThat(data.info().protocol())
                    .containsExactly(
                            entry("data.protocol.history.minimum", "40"), entry("data.protocol.split", "logged"));
        }
    }

    @Test
    void causesNameTheSupportOfEachInterest() throws IOException {
        PairSettings settings = PairSettings.of(50, 7);
        PairLog.Report report = new PairLog(settings).write(folder);

        var causes = CausesReader.read(folder.resolve("causes.csv"));
        for (int user = 0; user < settings.users(); user++) {
            PairCustomer customer = PairCustomer.of(settings, user);
            List<Cause> own = causes.get(Shop.userKey(user));
            assertThat(own).hasSize(41);
            Cause last = own.get(40);
            if (customer.caused()) {
                assertThat(last.channel()).isEqualTo(Channel.P);
                assertThat(last.supports()).containsExactly(customer.strong(), customer.weak());
                assertThat(last.support()).hasSize(17).contains(customer.weak()[0]);
            } else {
                assertThat(last.channel()).isEqualTo(Channel.S);
                assertThat(last.supports()).isEmpty();
            }
        }
        assertThat(Json.read(folder.resolve("params.json"), PairLog.Report.class))
                .isEqualTo(report);
        try (var lines = Files.lines(folder.resolve("events.csv"))) {
            assertThat(lines.count() - 1).isEqualTo(report.events());
        }
    }

    @Test
    void everyItemHasATitleOfItsOwn() {
        PairWorld world = new PairWorld();
        Set<String> titles = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        for (int item = 0; item < world.items(); item++) {
            String[] cells = world.line(item).split(",", -1);
            assertThat(cells).hasSize(6);
            titles.add(cells[4]);
            chinese.add(cells[5]);
        }
        assertThat(titles).hasSize(world.items()).hasSize(420);
        assertThat(chinese).hasSize(world.items());
    }

    @Test
    void oneSupportIsNotEnoughForAPair() throws IOException {
        Path file = folder.resolve("causes.csv");
        Files.writeString(file, CausesReader.HEADER + "\nu,0,N,,\nu,1,P,0,0\n");

        assertThatThrownBy(() -> CausesReader.read(file)).isInstanceOf(ProblemException.class);
    }
}
