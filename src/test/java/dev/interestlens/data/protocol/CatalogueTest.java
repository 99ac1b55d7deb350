package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.train.EngineInverse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    private Path folder;

    @Test
    void everythingUnseenAndTheTrueItemAreRankedAndNothingElse() {
        try (PreparedDataset data = Logs.random(folder, 60, 9)) {
            Catalogue catalogue = new Catalogue(SampleSet.build(data, ProtocolConfig.defaults(), 7), Repeats.NEW);
            List<Catalogue.Query> queries = catalogue.queries(Part.TEST, 1000).all();
            assertThat(queries).isNotEmpty();
            for (Catalogue.Query query : queries) {
                boolean[] open = catalogue.open(query);
                for (int place = 0; place < open.length; place++) {
                    int item = catalogue.item(place);
                    long first = data.firstEvent(query.user());
                    boolean seen = data.contains(first, first + query.position(), item);
                    assertThat(open[place]).isEqualTo(!seen || place == query.truth());
                }
                assertThat(catalogue.item(query.truth()))
                        .isEqualTo(data.eventItem(data.firstEvent(query.user()) + query.position()));
                assertThat(catalogue.sample(query).size()).isOne();
            }
        }
    }

    @Test
    void someUsersAreTheSameOnesEachTimeAndKeepAllTheirTrueItems() {
        try (PreparedDataset data = Logs.random(folder, 60, 9)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            Catalogue.Queries all = new Catalogue(samples).queries(Part.TEST, 1000);
            Catalogue.Queries some = new Catalogue(samples).queries(Part.TEST, 20);
            assertThat(some).isEqualTo(new Catalogue(samples).queries(Part.TEST, 20));
            assertThat(some.users()).isEqualTo(20);
            assertThat(some.ofUsers()).isEqualTo(all.users());
            assertThat(all.all()).containsAll(some.all());
        }
    }

    @Test
    void baselinesScoreTheCatalogueAsTheyScoreRows() {
        try (PreparedDataset data = Logs.random(folder, 60, 9)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            Catalogue catalogue = new Catalogue(samples);
            double[] rows = new Baselines(samples, new EngineInverse()).scores(Baseline.NEIGHBOURS, Part.TEST);
            double[] truths = catalogue.queries(Part.TEST, 1000).all().stream()
                    .mapToDouble(query ->
                            catalogue.neighbours(samples.neighbours(new EngineInverse()), query)[query.truth()])
                    .toArray();
            int group = samples.group(Part.TEST);
            double[] positives = new double[truths.length];
            Arrays.setAll(positives, i -> (float) rows[i * group]);
            assertThat(truths).containsExactly(positives, within(1e-6));
        }
    }

    @Test
    void itemsThatWereMetAreRankedAndCountedWhereTheyAreMany() {
        String[] lines = new String[12 * 6];
        for (int user = 0; user < 12; user++) {
            for (int step = 0; step < 6; step++) { // a b c a b, and then a or an item of another user
                int item = step < 5 || user % 2 == 0 ? user + step % 3 : (user + 7) % 12;
                lines[user * 6 + step] = "u" + user + ",i" + item + "," + (step + 1) + ",k";
            }
        }
        try (PreparedDataset data = Logs.of(folder, lines)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 7);
            assertThat(samples.repeats()).isEqualTo(Repeats.ALL); // one of four training events
            Catalogue all = new Catalogue(samples);
            Catalogue novel = new Catalogue(samples, Repeats.NEW);
            Catalogue.Queries queries = all.queries(Part.TEST, 1000);

            assertThat(queries.all()).hasSize(12);
            assertThat(queries.all().stream().filter(all::repeated)).hasSize(6);
            assertThat(all.open(queries.all().get(0))).doesNotContain(false);
            assertThat(novel.queries(Part.TEST, 1000).all())
                    .hasSize(6)
                    .noneMatch(novel::repeated)
                    .allMatch(query -> !novel.open(query)[novel.past(query)[0]]);
        }
    }
}
