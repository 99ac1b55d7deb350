package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Layout;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.plant.PlantSettings;
import dev.interestlens.data.plant.PlantedCopy;
import dev.interestlens.data.plant.PlantedLaw;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.OutputPath.Existing;
import dev.interestlens.store.SealedJson;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelievedTest {
    private static final double SECONDS = 100;

    @TempDir
    Path folder;

    private RunFolder run;

    @BeforeEach
    void finishARun() throws IOException {
        Files.move(TinyShop.prepare(folder, 300), folder.resolve("data"));
        run = WrittenRun.of(
                folder.resolve("run"),
                "din",
                List.of(
                        new JournalEntry.Started(1, 0, 2, 1, 1234, 100, "cpu", 1, "1.0"),
                        new JournalEntry.Step(1, 2, 0.7, 0, 0.01, 100, SECONDS, null),
                        new JournalEntry.Ended(1, StopReason.COMPLETED, 0, 2, 0, null)));
    }

    @Test
    void aFinishedRunOffersToMeasureTrainingsLikeItself() {
        Believed known = Believed.of(run);
        assertThat(known.report()).isEmpty();
        assertThat(known.effort()).isEqualTo(Effort.ofTrainings("TRUST", RunSummary.of(run)));
        assertThat(known.effort().work()).isEqualTo(SECONDS);
        List<String> words = known.command();
        assertThat(words.subList(0, 5))
                .containsExactly("trust", "--data", folder.resolve("data").toString(), "--model", "din");
        ExperimentConfig config = ExperimentConfig.preset(
                        "din", Preset.valueOf(words.get(6).toUpperCase(Locale.ROOT)))
                .withUsualReading();
        for (int at = 8; at < words.size(); at += 2) {
            config = ConfigJson.set(config, words.get(at));
        }
        assertThat(config).isEqualTo(run.read().config());
    }

    @Test
    void aMeasurementThatWasCancelledIsOfferedToGoOn() throws IOException {
        assertThat(Believed.of(run).begun()).isFalse();

        Files.createDirectories(
                Trust.report(folder.resolve("data"), run.read().config()).resolveSibling("same-7"));

        assertThat(Believed.of(run).begun()).isTrue();
        assertThat(Believed.of(run).command()).isNotEmpty();
        assertThat(Believed.of(run).effort().isKnown()).isFalse();
    }

    @Test
    void aDataSetWithoutARunOffersAFirstModelAndNoTime() {
        Path data = folder.resolve("data");
        Believed known = Believed.of(data);
        assertThat(known.effort().isKnown()).isFalse();
        assertThat(known.command())
                .containsExactly("trust", "--data", data.toString(), "--model", "din", "--preset", "quick");
        assertThat(Believed.of(folder)).isEqualTo(Believed.NOTHING);
    }

    @Test
    void aDataSetThatWasMovedIsMeasuredWhereItIs() throws IOException {
        Path moved = Files.move(folder.resolve("data"), folder.resolve("moved"));
        assertThat(Believed.of(run)).isEqualTo(Believed.NOTHING);
        assertThat(Believed.of(run, moved).command()).startsWith("trust", "--data", moved.toString());
    }

    @Test
    void whatWasMeasuredIsTold() {
        TrustReport report = new TrustReport("din", "quick", 3, List.of(), List.of());
        Path file = Trust.report(folder.resolve("data"), run.read().config());
        SealedJson.write(Disk.real(), file, report);
        Believed known = Believed.of(run);
        assertThat(known.report()).contains(report);
        assertThat(known.command()).isEmpty();
    }

    @Test
    void nothingIsOfferedOnACopyWithPlantedCauses() throws IOException {
        Files.move(folder.resolve("data"), folder.resolve("log"));
        try (PreparedDataset log = PreparedDataset.open(folder.resolve("log"))) {
            PlantedCopy.write(
                    log,
                    new PlantSettings(PlantedLaw.SAME, PlantSettings.SHARE, 1),
                    OutputPath.folder(folder.resolve("data"), Layout.KIND, Existing.REFUSED),
                    Disk.real());
        }
        assertThat(Believed.of(run)).isEqualTo(Believed.NOTHING);
    }
}
