package dev.interestlens.workspace.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.Sources;
import dev.interestlens.data.synth.ShopGenerator;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.metric.KeptRanking;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loss that is planted in a few users of a log of 5,000 is found; without one, nothing is. */
@Tag("thorough")
class PlantedLossTest {
    private static final int USERS = 5000;
    private static final int COMPARISONS = Integer.getInteger("interestlens.gate.comparisons", 20);
    private static final double LOSS = 0.05;

    @Test
    void aLossOfTwoInAHundredUsersIsNamedAndNoOther(@TempDir Path folder) {
        Path source = folder.resolve("shop");
        new ShopGenerator(ShopSettings.of(ShopKind.MIXED, USERS, 5)).generate().write(source);
        try (PreparedDataset data = Sources.prepare(
                List.of(source), PrepareOptions.defaults(), folder.resolve("dataset"), Progress.none())) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            KeptRanking ranking = Planted.coOccurrence(samples);
            List<UserGroup> small = UserGroups.of(samples, ranking).stream()
                    .filter(group -> group.users() >= USERS / 50 * 0.8 && group.users() <= USERS / 50 * 1.2)
                    .filter(group -> Planted.ndcg(ranking, group.entries()) >= LOSS)
                    .toList();
            Random random = new Random(1);
            int named = 0;
            int falseAlarms = 0;
            for (int comparison = 0; comparison < COMPARISONS; comparison++) {
                UserGroup hurt = small.get(random.nextInt(small.size()));
                Gate gate = Gate.of(
                        samples,
                        new Gate.Ranked("now", ranking),
                        new Gate.Ranked("new", Planted.lowered(ranking, hurt.entries(), LOSS)),
                        List.of(),
                        Gate.Terms.DEFAULT);
                boolean found = gate.losers().stream()
                        .anyMatch(group -> group.field().equals(hurt.field())
                                && group.value().equals(hurt.value()));
                named += found ? 1 : 0;
                Gate other = Gate.of(
                        samples,
                        new Gate.Ranked("now", Planted.shuffled(ranking, random.nextLong())),
                        new Gate.Ranked("new", Planted.shuffled(ranking, random.nextLong())),
                        List.of(),
                        Gate.Terms.DEFAULT);
                falseAlarms +=
                        other.groups().stream().anyMatch(each -> each.found().named()) ? 1 : 0;
            }
            System.getLogger(PlantedLossTest.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "{0} groups of 2 %, {1} of {2} losses named, {3} false alarms",
                            small.size(),
                            named,
                            COMPARISONS,
                            falseAlarms);
            assertThat(named).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * COMPARISONS));
            assertThat(falseAlarms).isLessThanOrEqualTo(COMPARISONS / 10 + 1);
        }
    }
}
