package dev.interestlens.measurement.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.RankingMetric;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class GateTest {
    private static PreparedDataset data;
    private static SampleSet samples;
    private static KeptRanking ranking;
    private static List<UserGroup> groups;

    @BeforeAll
    static void rank(@TempDir Path folder) {
        Path source = folder.resolve("shop");
        new ShopGenerator(ShopSettings.of(ShopKind.MIXED, 800, 3)).generate().write(source);
        data = Sources.prepare(List.of(source), PrepareOptions.defaults(), folder.resolve("dataset"), Progress.none());
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
        ranking = Planted.neighbours(samples);
        groups = UserGroups.of(samples, ranking);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private static Gate gate(KeptRanking after, double loss, KeptRanking... seeds) {
        return Gate.of(
                samples,
                new Gate.Ranked("now", ranking),
                new Gate.Ranked("new", after),
                List.of(seeds),
                new Gate.Terms(RankingMetric.NDCG10, loss));
    }

    private static UserGroup group(String field) {
        return groups.stream()
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groupsComeFromWhatTheLogSaysAndAreLargeEnough() {
        assertThat(groups).extracting(UserGroup::field).contains("historyLength", "sinceLast", "popularity");
        assertThat(groups.get(0).users()).isEqualTo(ranking.size());
        assertThat(groups).allMatch(each -> each.users() >= UserGroups.LEAST);
        assertThat(groups.stream().filter(each -> each.field().contains("+")))
                .isNotEmpty()
                .allMatch(each -> each.users() >= UserGroups.PAIR);
        for (String field : List.of("historyLength", "sinceLast", "popularity")) {
            BitSet all = new BitSet();
            groups.stream().filter(each -> each.field().equals(field)).forEach(each -> {
                assertThat(all.intersects(each.entries())).isFalse();
                all.or(each.entries());
            });
            assertThat(all.cardinality()).as(field).isEqualTo(ranking.size());
        }
        assertThat(group("historyLength").name().zh()).contains("历史");
        assertThat(groups).extracting(UserGroup::name).doesNotHaveDuplicates();
    }

    @Test
    void aLossOfOneGroupIsNamedAndItsSizeIsTheDifference() {
        UserGroup hurt = groups.stream()
                .filter(each -> each.field().equals("popularity"))
                .reduce((one, last) -> last)
                .orElseThrow();
        KeptRanking after = Planted.lowered(ranking, hurt.entries(), 0.1);
        Gate found = gate(after, 0.05);
        assertThat(found.answer()).isEqualTo(Gate.Answer.LOSES);
        Gate.Group named = found.losers().stream()
                .filter(each -> each.field().equals("popularity"))
                .findFirst()
                .orElseThrow();
        assertThat(named.value()).isEqualTo(hurt.value());
        assertThat(named.found().difference()).isCloseTo(-0.1, within(0.02));
        assertThat(named.found().high()).isNegative();
        assertThat(new GateWords(found).answer().en()).contains("new", "now", "lose");
        Gate gained = Gate.of(
                samples, new Gate.Ranked("now", after), new Gate.Ranked("new", ranking), List.of(), Gate.Terms.DEFAULT);
        assertThat(gained.losers()).isEmpty();
        assertThat(gained.groups()).anyMatch(Gate.Group::gains);
        assertThat(gained.examples().gains().get(0).difference())
                .isEqualTo(-found.examples().losses().get(0).difference());
    }

    @Test
    void aGroupWhoseRanksFallLosesEvenIfFewOfItsItemsAreInTheList() {
        UserGroup hurt = groups.stream()
                .filter(each -> each.field().equals("popularity"))
                .findFirst()
                .orElseThrow();
        Gate found = gate(Planted.lowered(ranking, hurt.entries(), 0.005), 0.001);
        Gate.Group named = found.losers().stream()
                .filter(each -> each.name().equals(hurt.name()))
                .findFirst()
                .orElseThrow();
        assertThat(named.found().named()).isFalse();
        assertThat(named.found().differsAlone()).isTrue();
        assertThat(named.rankFactor().low()).isGreaterThan(1);
        assertThat(named.rankFactor().times())
                .isBetween(named.rankFactor().low(), named.rankFactor().high());
        assertThat(GateWords.label(named).en()).startsWith(hurt.name().en() + " · named by ranks × ");
        assertThat(named.byRanksAlone()).isTrue();
        assertThat(found.groups())
                .allMatch(each -> !each.gains() || each.found().difference() > 0);
    }

    @Test
    void anExampleIsARowOfTheTestPartWithItsRanks() {
        Gate found = gate(Planted.lowered(ranking, groups.get(0).entries(), 0.02), 0.01);
        assertThat(found.examples().losses()).hasSizeBetween(1, Gate.EXAMPLES);
        for (Gate.Example example : found.examples().losses()) {
            Sample row = samples.sample(Part.TEST, example.row());
            assertThat(row.label()).isEqualTo(1);
            assertThat(data.userKey(row.user())).isEqualTo(example.user());
            assertThat(data.itemTitle(row.candidate(), Locale.ENGLISH))
                    .isEqualTo(example.item().en());
            assertThat(example.after()).isGreaterThan(example.before());
        }
        assertThat(found.examples().gains()).isEmpty();
    }

    @Test
    void theSameRankingLosesNothingAndRecommendsTheSame() {
        Gate found = gate(ranking, 0.01, ranking);
        assertThat(found.answer()).isEqualTo(Gate.Answer.PASSES);
        assertThat(found.churn()).isEqualTo(new Gate.Churn(0, 0));
        assertThat(found.groups()).noneMatch(Gate.Group::named);
        assertThat(found.examples().losses()).isEmpty();
    }

    @Test
    void aLossThatCouldBeOverlookedIsUnknown() {
        KeptRanking noisy = Planted.shuffled(ranking, 5);
        assertThat(gate(noisy, 0.0001).answer()).isEqualTo(Gate.Answer.UNKNOWN);
        assertThat(gate(noisy, 0.5).answer()).isEqualTo(Gate.Answer.PASSES);
    }

    @Test
    void whatAnotherSeedChangesWidensTheBarOfThatKindOfGroup() {
        KeptRanking after = Planted.shuffled(ranking, 5);
        KeptRanking seed = Planted.lowered(
                Planted.shuffled(ranking, 6), group("popularity").entries(), 0.05);
        assertThat(gate(after, 0.01).widening()).isEqualTo(1);
        Gate found = gate(after, 0.01, seed);
        assertThat(found.widening()).isGreaterThan(1);
        assertThat(found.groups())
                .filteredOn(each -> each.field().equals("popularity"))
                .allMatch(each -> each.found().widening() > 1);
    }

    @Test
    void whatAnotherSeedChangesForEverybodyIsNoFinding() {
        BitSet all = groups.get(0).entries();
        KeptRanking worse = Planted.lowered(Planted.shuffled(ranking, 5), all, 0.02);
        assertThat(gate(worse, 0.01, ranking).answer()).isEqualTo(Gate.Answer.LOSES);
        Gate found = gate(worse, 0.01, Planted.lowered(Planted.shuffled(ranking, 6), all, 0.018));
        assertThat(found.shift()).isGreaterThan(0.02);
        assertThat(found.losers()).isEmpty();
        assertThat(found.answer()).isEqualTo(Gate.Answer.UNKNOWN);
        assertThat(new GateWords(found).answer().en()).contains("2 seeds are too few to tell");
    }

    @Test
    void figuresAreThoseOfTheRanks() {
        assertThat(IntStream.range(0, ranking.size()))
                .allMatch(entry -> ranking.values(RankingMetric.AUC)[entry] <= 1
                        && ranking.values(RankingMetric.MRR)[entry]
                                >= ranking.values(RankingMetric.NDCG10)[entry] / 11);
    }
}
