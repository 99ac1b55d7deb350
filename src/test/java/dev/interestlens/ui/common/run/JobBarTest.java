package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Stages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobBarTest {
    private final ObjectProperty<JobStatus> status = new SimpleObjectProperty<>();
    private JobBar bar;

    @Start
    void show(Stage stage) {
        bar = new JobBar(new Messages(Language.ENGLISH), status, () -> {});
        Stages.show(stage, new Scene(new VBox(bar), 500, 60));
    }

    @Test
    void cancelStaysWhereItIsWhileTheTextChanges() {
        double first = cancel(new JobStatus("Planted causes", "training ...", 0.1, false));
        for (String detail : new String[] {"", "planting causes ... about 12 min left", "x".repeat(300)}) {
            assertThat(cancel(new JobStatus("Planted causes", detail, 0.5, false)))
                    .isEqualTo(first);
        }
    }

    /** Where the button begins. */
    private double cancel(JobStatus now) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            status.set(now);
            bar.getScene().getRoot().applyCss();
            bar.getScene().getRoot().layout();
            return bar.getChildren().stream()
                    .filter(Button.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .getLayoutX();
        });
    }
}
