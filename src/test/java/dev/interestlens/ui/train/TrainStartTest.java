package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Refusals;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.TrainingRunner;
import dev.interestlens.ui.control.form.ConfigForm;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrainStartTest {
    @TempDir
    Path root;

    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);

    @Test
    void nothingStartsWhileAFormShowsWhatCannotBeUsed() {
        Workspace workspace = new Workspace(root).create(Disk.real());
        ErrorPresenter errors = new ErrorPresenter();
        Background background = Background.inline(errors);
        TrainingRunner trainings = new TrainingRunner(new Children(
                workspace, QuickProgram.launcher(), background, (period, work) -> () -> {}, session, errors, messages));
        TrainViewModel model = new TrainViewModel(
                session, trainings, background, (period, work) -> () -> {}, new Messages(Language.ENGLISH));
        Path dataset = TinyShop.prepare(root);
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            session.dataProperty().set(new OpenDataset(dataset, data.info(), DatasetLabel.NONE));
        }
        assertThat(model.mayStart()).isTrue();
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> {
            ConfigForm form = new ConfigForm(messages, new Refusals(messages)::of);
            session.wrongEntries().follow(Session.Goal.MODEL, form);
            form.show(TrainingConfig.defaults(), "training", record -> name -> true, null);
            ((TextField) form.field("epochs").orElseThrow().editor()).setText("-1");
        }));

        assertThat(model.mayStart()).isFalse();
        model.start();
        assertThat(session.queue()).isEmpty();
        assertThat(trainings.isRunning()).isFalse();
        assertThat(model.wrong().orElseThrow().name().get()).isEqualTo("Epochs");
        model.goToWrong();
        assertThat(session.goalProperty().get()).isEqualTo(Session.Goal.MODEL);
    }
}
