package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.Without;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftOutTest {
    @TempDir
    private Path folder;

    private PreparedDataset data;

    @BeforeEach
    void prepare() {
        data = Logs.labelled(
                folder,
                "ann,a,86400,1,home",
                "ann,b,172800,0,shop",
                "ann,c,259200,1,shop",
                "bob,a,86400,1,home",
                "bob,b,259200,1,home",
                "bob,c,345600,0,home");
    }

    @AfterEach
    void close() {
        data.close();
    }

    @ParameterizedTest
    @CsvSource({
        "user=ann, 2, 1, 1",
        "ann, 2, 1, 1",
        "item=c, 1, 1, 2",
        "context.place=home, 3, 1, 2",
        "date>=19700104, 2, 1, 2",
        "time>=345600, 0, 1, 1",
        "user=bob -item=a, 1, 1, 1",
        "user=carl, 0, 0, 0",
    })
    void aFilterFindsEventsAndImpressions(String filter, long events, long impressions, int users) {
        Without found = LeftOut.of(data, filter).without();

        assertThat(found.events()).isEqualTo(events);
        assertThat(found.impressions()).isEqualTo(impressions);
        assertThat(found.users()).isEqualTo(users);
    }

    @Test
    void theDigestIsOfTheLinesOfTheLog() {
        String lines = "ann\ta\t86400\nann\tc\t259200\nann\tb\t172800\n";

        assertThat(LeftOut.of(data, "user=ann").without().digest())
                .isEqualTo(Sha256.of(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMistakeIsNamed() {
        assertThatThrownBy(() -> LeftOut.of(data, "usr=ann")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aRunThatLeftOtherRowsOutDoesNotGoOn() {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.first().preset(Preset.QUICK));
        RunDescription run =
                new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config);
        Without ann = LeftOut.of(data, "user=ann").without();
        Without other = new Without("user=bob", ann.events(), ann.impressions(), ann.users(), ann.digest());

        assertThat(LeftOut.of(data, run).omission().any()).isFalse();
        assertThat(LeftOut.of(data, run.without(ann)).without()).isEqualTo(ann);
        assertThatThrownBy(() -> LeftOut.of(data, run.without(other))).isInstanceOf(ProblemException.class);
    }
}
