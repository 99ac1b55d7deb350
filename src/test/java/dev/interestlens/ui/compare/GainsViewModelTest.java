package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.gate.Gate;
import dev.interestlens.measurement.gate.RunGate;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GainsViewModelTest {
    private static final JournalEntry EPOCH =
            new JournalEntry.EpochDone(1, 10, 0.6, ValidFigures.of(0.7, 0.7, 0.6), true, 90);

    @TempDir
    Path folder;

    private final Session session = new Session();
    private final CompareViewModel compared =
            new CompareViewModel(session, null, Background.inline(new ErrorPresenter()));
    private final MeasurementViewModel<Gate> gate =
            new MeasurementViewModel<>(session, Background.inline(new ErrorPresenter()), null, null, Measurements.GATE);
    private final GainsViewModel model = new GainsViewModel(compared, gate, null);

    private RunSummary run(String name, String data, String family, long seed, long created) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        return RunSummary.of(
                new RunFolder(folder.resolve(name)),
                new RunDescription(
                        name, created, Path.of("/data/" + data), data, "test", Verdict.withSeed(config, seed)),
                List.of(EPOCH),
                false);
    }

    private static String name(RunFolder run) {
        return run.path().getFileName().toString();
    }

    @Test
    void theOlderRunIsToBeReplacedUntilTheyAreSwapped() {
        session.runs()
                .setAll(
                        run("new", "shop", "bst", 1, 9),
                        run("now", "shop", "din", 1, 5),
                        run("now-2", "shop", "din", 2, 6),
                        run("films", "films", "din", 3, 7));
        compared.choose(session.runs().subList(0, 2));
        RunGate asked = model.asked().orElseThrow();
        assertThat(name(asked.before())).isEqualTo("now");
        assertThat(name(asked.after())).isEqualTo("new");
        assertThat(asked.seeds()).extracting(GainsViewModelTest::name).containsExactly("now-2");
        assertThat(model.seedless()).isEmpty();
        model.swap();
        assertThat(name(model.asked().orElseThrow().before())).isEqualTo("new");
        assertThat(model.seedless().orElseThrow().name()).isEqualTo("new");
        assertThat(model.seedless().orElseThrow().progress().seconds()).isEqualTo(90);
    }

    @Test
    void runsOnOtherDataAreNotCompared() {
        session.runs().setAll(run("new", "shop", "bst", 1, 9), run("films", "films", "din", 1, 5));
        compared.choose(List.copyOf(session.runs()));
        assertThat(model.asked()).isEmpty();
        compared.choose(List.of());
        assertThat(model.asked()).isEmpty();
    }
}
