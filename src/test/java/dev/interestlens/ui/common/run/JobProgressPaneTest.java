package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Stages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class JobProgressPaneTest {
    private final ObjectProperty<JobStatus> status = new SimpleObjectProperty<>();
    private Button begin;
    private Button next;

    @Start
    void show(Stage stage) {
        begin = new Button("begin");
        next = new Button("next");
        StackPane place = new StackPane(begin);
        begin.disableProperty().bind(status.isNotNull());
        next.disableProperty().bind(status.isNotNull());
        JobProgressPane pane = new JobProgressPane(
                new Messages(Language.ENGLISH), Bindings.createObjectBinding(status::get, status), () -> {});
        pane.insteadOf(place);
        Stages.show(stage, new Scene(new VBox(place, next), 300, 100));
    }

    private Node focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> begin.getScene().getFocusOwner());
    }

    private void become(JobStatus now) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> status.set(now));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFocusComesBackFromCancelWhenTheJobHasEnded() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, begin::requestFocus);
        become(new JobStatus("export", "writing", 0.5, false));
        assertThat(focused()).isInstanceOf(Button.class).isNotIn(begin, next);

        become(null);

        assertThat(focused()).isSameAs(begin);
    }
}
