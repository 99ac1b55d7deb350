package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Jobs;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobRowTest {
    private static final class Deaf implements JobControl {
        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void step() {}

        @Override
        public void stop() {}
    }

    private static JobRow row(String detail) {
        Job job = new Jobs().begin(Job.Kind.TRAINING, new JobStatus("din-001", detail, 0.5, false), new Deaf());
        return new JobRow(job, new Messages(Language.ENGLISH), ignored -> {});
    }

    /** Where the buttons without words stand. */
    private static List<Double> controls(JobRow row) {
        return row.getChildren().stream()
                .filter(each -> each instanceof Button button && button.getText() == null)
                .map(each -> each.getBoundsInParent().getMinX())
                .toList();
    }

    @Test
    void theControlsStayWhereTheyAreHoweverMuchIsToldOfTheJob() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    JobRow little = row("starting ...");
                    JobRow much = row("epoch 1 of 40 and a good deal more about the loss and the speed");
                    VBox both = new VBox(little, much);
                    new Scene(both, 900, 100);
                    both.applyCss();
                    both.layout();
                    assertThat(controls(little)).isEqualTo(controls(much)).doesNotHaveDuplicates();
                })
                .get();
    }
}
