package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.job.Program;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.compare.Ablation;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.workspace.QueuedRun;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationViewModelTest {
    @TempDir
    Path folder;

    private final Session session = new Session();

    private AblationViewModel open() {
        Background background = Background.inline(new ErrorPresenter());
        Messages messages = new Messages(Language.ENGLISH);
        TrainingRunner trainings = new TrainingRunner(new Children(
                new Workspace(folder),
                new Program(List.of(), "no.such.Program"),
                background,
                (period, work) -> () -> {},
                session,
                new ErrorPresenter(),
                messages));
        MeasurementViewModel<?> worth =
                new MeasurementViewModel<>(session, background, null, null, Measurements.ABLATION);
        return new AblationViewModel(session, trainings, background, messages, worth);
    }

    @Test
    void anAblationIsTrainedAsItsOwnFamilyWhateverTheDraftIsOf() {
        AblationViewModel model = open();
        for (Ablation ablation : Ablation.published()) {
            for (String drafted : List.of("neighbours", "sasrec", "din", "bst")) {
                session.draftProperty().set(ExperimentConfig.preset(drafted, Preset.BALANCED));
                model.ablationProperty().set(ablation);
                TrainingConfig own =
                        ExperimentConfig.preset(ablation.family(), Preset.QUICK).training();
                assertThat(model.training()).as(drafted).isEqualTo(own);
                List<QueuedRun.Wanted> runs = model.runs(folder, "ablation-1");
                assertThat(runs).hasSizeGreaterThan(1);
                assertThat(runs)
                        .allSatisfy(run ->
                                assertThat(run.config().training()).as(drafted).isEqualTo(own));
            }
        }
    }

    @Test
    void whatWasSetByHandInTheDraftIsKept() {
        AblationViewModel model = open();
        session.draftProperty()
                .set(ConfigJson.set(ExperimentConfig.preset("neighbours", Preset.BALANCED), "training.seed=99"));
        assertThat(model.runs(folder, "ablation-1"))
                .allSatisfy(run -> assertThat(run.config().training().seed()).isEqualTo(99));
    }
}
