package dev.interestlens.data.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTest {
    private static final int DAY = 86_400;

    @TempDir
    private Path folder;

    /** Each day has an item of its own, which everyone takes whose turn it is: what the others took just before is what comes next. */
    @Test
    void whatOthersTookInTheDaysBeforeComesFirst() {
        String[] lines = new String[60 * 12];
        for (int user = 0; user < 60; user++) {
            for (int step = 0; step < 12; step++) {
                int day = user % 10 + 3 * step;
                lines[user * 12 + step] = "u" + user + ",i" + day + "," + (day * DAY + user) + ",k";
            }
        }
        try (PreparedDataset data = Logs.of(folder, lines)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            Trend trend = samples.trend().orElseThrow();
            Catalogue catalogue = new Catalogue(samples);

            assertThat(trend.days()).isEqualTo(1);
            for (Catalogue.Query query : catalogue.queries(Part.TEST, 100).all()) {
                float[] scores = trend.of(catalogue, query);
                int item = catalogue.item(query.truth());
                long time = data.eventTime(data.firstEvent(query.user()) + query.position());
                int before = 0;
                for (int user = 0; user < data.users(); user++) {
                    for (int k = 0; k < samples.seenEvents(user); k++) {
                        long event = data.firstEvent(user) + k;
                        long age = time - data.eventTime(event);
                        before += data.eventItem(event) == item && age > 0 && age <= DAY ? 1 : 0;
                    }
                }
                assertThat((int) scores[query.truth()]).isEqualTo(before);
            }
        }
    }

    @Test
    void aLogWithoutTimesHasNone() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "user,item\na,x\na,y\na,z\nb,y\nb,x\nb,z\n");
        try (PreparedDataset data = Sources.prepare(
                List.of(file), PrepareOptions.defaults(), folder.resolve("prepared"), Progress.none())) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            assertThat(samples.trend()).isEmpty();
        }
    }
}
