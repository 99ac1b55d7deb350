package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Disk;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.MeasuringTimes;
import dev.interestlens.workspace.Workspace;
import java.nio.file.Path;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatesTest {
    @TempDir
    Path folder;

    private final Session session = new Session();
    private final Messages messages = new Messages(Language.ENGLISH);
    private Workspace workspace;
    private Estimates estimates;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder).create(Disk.real());
        estimates = new Estimates(
                new Children(workspace, null, Background.inline(new ErrorPresenter()), null, session, null, messages));
    }

    @Test
    void aButtonSaysWhatItTakesHereOnceThatIsKnown() {
        StringBinding words = estimates.offer("compare.gains.measure", () -> new Effort("ANATOMY", 2));
        assertThat(words.get()).isEqualTo("Compare the groups");

        estimates.keep(new Effort("ANATOMY", 1), 120);

        assertThat(words.get()).isEqualTo("Compare the groups, about 4\u00a0min");
        messages.language().set(Language.CHINESE);
        assertThat(words.get()).isEqualTo("对比各群体，约 4 分钟");
    }

    @Test
    void whatWasMeasuredIsKnownAfterARestart() {
        estimates.keep(Effort.unknown("GATE"), 10);
        assertThat(workspace.times()).doesNotExist();

        estimates.keep(Effort.fixed("QUESTION 1"), 20);

        assertThat(MeasuringTimes.read(workspace))
                .isEqualTo(session.timesProperty().get())
                .isNotEqualTo(MeasuringTimes.NONE);
    }
}
