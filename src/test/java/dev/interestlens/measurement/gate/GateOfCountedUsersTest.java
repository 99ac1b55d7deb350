package dev.interestlens.measurement.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.store.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rankings of users of whom every second one comes back after an hour. Where n items that differ all lose, z is √(2n · ln 2); the bar is near 2.7 here,
 * so that five items are too few.
 */
class GateOfCountedUsersTest {
    private static final String LATE = "60 min";

    private static CountedUsers log;

    @BeforeAll
    static void prepare(@TempDir Path folder) {
        log = new CountedUsers(folder);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static Gate gate(KeptRanking before, KeptRanking after, double loss, KeptRanking... seeds) {
        return Gate.of(
                log.samples(),
                new Gate.Ranked("now", before),
                new Gate.Ranked("new", after),
                List.of(seeds),
                new Gate.Terms(RankingMetric.NDCG10, loss));
    }

    private static Gate.Group group(Gate gate, String value) {
        return gate.groups().stream()
                .filter(each -> each.value().en().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }

    private static KeptRanking ofFive() {
        return log.ranking(user -> user % 5);
    }

    @Test
    void aGroupLosesTheMeanOfItsDiscounts() {
        Gate gate = gate(ofFive(), log.ranking(user -> CountedUsers.late(user) ? 40 : user % 5), 0.05);
        double mean = (discount(1) + discount(2) + discount(3) + discount(4) + discount(5)) / 5;
        Gate.Group late = group(gate, LATE);
        assertThat(gate.answer()).isEqualTo(Gate.Answer.LOSES);
        assertThat(gate.all().everybody()).isTrue();
        assertThat(late.everybody()).isFalse();
        assertThat(late.before()).isCloseTo(mean, within(1e-12));
        assertThat(late.found().difference()).isCloseTo(-mean, within(1e-12));
        assertThat(late.found().z()).isCloseTo(Math.sqrt(2 * 20 * Math.log(2)), within(1e-3));
        assertThat(late.loses()).isTrue();
        assertThat(late.gains()).isFalse();
        assertThat(group(gate, "60 s").named()).isFalse();
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Gate gate = gate(ofFive(), log.ranking(user -> CountedUsers.late(user) ? 40 : user % 5), 0.05);
        assertThat(Json.read(Json.line(gate), Gate.class)).isEqualTo(gate);
    }

    @Test
    void aLossOfExactlyWhatIsNotAcceptedIsOne() {
        KeptRanking after = log.ranking(user -> CountedUsers.late(user) ? 40 : user % 5);
        double loss = -group(gate(ofFive(), after, 0.05), LATE).found().difference();
        assertThat(gate(ofFive(), after, loss).losers())
                .extracting(Gate.Group::value)
                .contains(group(gate(ofFive(), after, loss), LATE).value());
        assertThat(gate(ofFive(), after, Math.nextUp(loss)).losers()).isEmpty();
    }

    @Test
    void aLossThatWouldJustBeSeenPasses() {
        KeptRanking before = log.ranking(user -> user % 40 * 7 % 11);
        KeptRanking after = log.ranking(user -> (user % 40 * 7 + 3) % 11);
        Gate.Group all = gate(before, after, 1).all();
        double visible = all.found().smallestLoss();
        assertThat(gate(before, after, visible).answer()).isEqualTo(Gate.Answer.PASSES);
        assertThat(gate(before, after, Math.nextDown(visible)).answer()).isEqualTo(Gate.Answer.UNKNOWN);
        assertThat(all.visibleLoss()).isEqualTo(visible);
        assertThat(new Gate.Group("f", all.value(), all.name(), visible, all.found(), all.heights(), false)
                        .visibleLoss())
                .isEqualTo(visible);
        assertThat(new Gate.Group(
                                "f", all.value(), all.name(), Math.nextDown(visible), all.found(), all.heights(), false)
                        .visibleLoss())
                .isNaN();
    }

    /** Four items of twenty leave the list, which z does not name; all twenty fall. */
    @Test
    void aGroupWhoseRanksFallIsNamedByThem() {
        KeptRanking before = log.ranking(user -> user % 40 < 8 ? 9 : 11);
        KeptRanking after = log.ranking(user -> CountedUsers.late(user) ? 39 : user % 40 < 8 ? 9 : 11);
        Gate.Group late = group(gate(before, after, 0.01), LATE);
        assertThat(late.found().named()).isFalse();
        assertThat(late.byRanksAlone()).isTrue();
        assertThat(late.loses()).isTrue();
        assertThat(late.found().difference()).isCloseTo(-discount(10) * 4 / 20, within(1e-12));
        assertThat(late.rankFactor().times()).isCloseTo(4 * Math.pow(12 / 10.0, -16 / 20.0), within(1e-12));
        assertThat(late.rankFactor().low()).isLessThan(late.rankFactor().times());
        assertThat(late.rankFactor().high()).isGreaterThan(late.rankFactor().times());
        assertThat(GateWords.label(late).en()).startsWith(late.name().en() + " · named by ranks × ");

        Gate.Group rising = group(gate(after, before, 0.01), LATE);
        assertThat(rising.byRanksAlone()).isTrue();
        assertThat(rising.gains()).isTrue();
        assertThat(rising.loses()).isFalse();
    }

    @Test
    void ranksThatFallLikeThoseOfEverybodyNameNoGroup() {
        KeptRanking before = log.ranking(user -> user % 40 < 8 ? 9 : 11);
        Gate fallen = gate(before, log.ranking(user -> 39), 0.01);
        assertThat(fallen.all().byRanks()).isTrue();
        assertThat(group(fallen, LATE).byRanks()).isFalse();
        Gate risen = gate(log.ranking(user -> 39), before, 0.01);
        assertThat(risen.all().byRanks()).isTrue();
        assertThat(group(risen, LATE).byRanks()).isFalse();
    }

    @Test
    void ranksBelowTheListNameNoGroup() {
        Gate gate = gate(log.ranking(user -> 11), log.ranking(user -> CountedUsers.late(user) ? 39 : 11), 0.01);
        assertThat(gate.groups()).noneMatch(Gate.Group::named);
    }

    @Test
    void lossesStandBeforeGainsAndThoseBeforeWhatIsOpenOrBlind() {
        Gate gate = gate(ofFive(), log.ranking(user -> CountedUsers.late(user) ? 40 : 0), 0.05);
        List<Gate.Group> groups = gate.groups();
        assertThat(groups.get(0).everybody()).isTrue();
        List<Integer> kinds = groups.stream()
                .skip(1)
                .map(group -> group.loses() ? 0 : group.gains() ? 1 : Double.isNaN(group.visibleLoss()) ? 3 : 2)
                .toList();
        assertThat(kinds).isSorted().contains(0, 1, 2, 3);
        List<Gate.Group> losing =
                groups.stream().skip(1).filter(Gate.Group::loses).toList();
        assertThat(losing).hasSizeGreaterThan(2);
        assertThat(losing.stream().map(group -> Math.rint(1e9 * group.found().high())))
                .isSorted();
        List<Gate.Group> gaining =
                groups.stream().skip(1).filter(Gate.Group::gains).toList();
        assertThat(gaining).hasSizeGreaterThan(2);
        assertThat(gaining.stream().map(group -> Math.rint(-1e9 * group.found().low())))
                .isSorted();
    }

    @Test
    void examplesAreThoseWhoLoseAndGainTheMost() {
        Gate gate = gate(ofFive(), log.ranking(user -> CountedUsers.late(user) ? 40 : 0), 0.05);
        List<Gate.Example> losses = gate.examples().losses();
        assertThat(losses).hasSize(Gate.EXAMPLES).allMatch(each -> each.before() == 1 && each.after() == 41);
        assertThat(losses).extracting(Gate.Example::difference).containsOnly(-1.0);
        assertThat(losses).extracting(Gate.Example::user).doesNotHaveDuplicates();
        assertThat(gate.examples().gains()).hasSize(Gate.EXAMPLES).allMatch(each -> each.before() == 5);
        for (Gate.Example each : losses) {
            Sample row = log.samples().sample(Part.TEST, each.row());
            assertThat(row.label()).isEqualTo(1);
            assertThat("u" + log.number(row.user())).isEqualTo(each.user());
            assertThat(each.item().en()).isEqualTo("t" + log.number(row.user()) % 40);
        }
    }

    @Test
    void ofEqualDifferencesTheLargestRatioOfRanksComesFirst() {
        Gate gate = gate(
                log.ranking(user -> 11),
                log.ranking(user -> user == 77 ? 44 : user == 78 ? 10 : CountedUsers.late(user) ? 39 : 11),
                0.01);
        assertThat(gate.examples().losses().get(0).user()).isEqualTo("u77");
        assertThat(gate.examples().gains()).extracting(Gate.Example::user).containsExactly("u78");
    }

    @Test
    void aLargerDifferenceComesBeforeALargerRatio() {
        Gate gate = gate(
                log.ranking(user -> user == 77 ? 0 : 11),
                log.ranking(user -> user == 77 ? 2 : user == 79 ? 44 : 11),
                0.01);
        assertThat(gate.examples().losses()).extracting(Gate.Example::user).containsExactly("u77", "u79");
    }

    @Test
    void furtherSeedsWidenTheBarAndAreCounted() {
        KeptRanking seed = log.ranking(user -> CountedUsers.late(user) ? 40 : user % 5);
        Gate alone = gate(ofFive(), seed, 0.05);
        Gate beside = gate(ofFive(), seed, 0.05, seed);
        assertThat(alone.runs()).isEqualTo(new Gate.Runs("now", "new", 0));
        assertThat(beside.runs().seeds()).isEqualTo(1);
        assertThat(alone.widening()).isEqualTo(1);
        assertThat(beside.widening())
                .isEqualTo(beside.groups().stream()
                        .mapToDouble(each -> each.found().widening())
                        .max()
                        .orElseThrow())
                .isGreaterThan(1);
        assertThat(alone.churn().otherSeed()).isNaN();
        assertThat(alone.churn().difference()).isEqualTo(0.5);
        assertThat(beside.churn().otherSeed()).isEqualTo(0.5);
    }
}
