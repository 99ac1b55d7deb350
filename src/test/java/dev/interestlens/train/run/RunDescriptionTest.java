package dev.interestlens.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ExperimentConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDescriptionTest {
    @TempDir
    Path folder;

    private static RunDescription of(Path dataset, String fingerprint) {
        return new RunDescription("first", 0, dataset, fingerprint, "", ExperimentConfig.preset("din", Preset.QUICK));
    }

    @Test
    void aDataSetThatWasMovedIsNamedWithItsPlaceAndCanBeGivenAgain() throws Exception {
        Path was = TinyShop.prepare(folder);
        RunDescription run;
        try (PreparedDataset data = PreparedDataset.open(was)) {
            run = of(was, data.info().fingerprint());
        }
        run.openDataset().close();
        Path now = Files.move(was, folder.resolve("moved"));

        assertThatThrownBy(run::openDataset).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT);
            assertThat(e.problem().text(Locale.ENGLISH)).contains(was.toString(), "\"first\"", "--data");
        });
        try (PreparedDataset data = run.openDataset(now)) {
            assertThat(data.events()).isPositive();
        }
    }

    @Test
    void aDataSetThatBecameAnotherIsNotTakenForItself() {
        Path dataset = TinyShop.prepare(folder);
        RunDescription run = of(dataset, "of before");

        assertThatThrownBy(run::openDataset)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(dataset + " is no longer the data set that the run \"first\" was trained on");
    }
}
