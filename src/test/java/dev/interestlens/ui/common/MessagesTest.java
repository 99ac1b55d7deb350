package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = new Messages(Language.ENGLISH);

    @Test
    void aBoundTextThatIsWatchedFollowsTheLanguageAtOnce() {
        SimpleStringProperty text = new SimpleStringProperty();
        List<String> seen = new ArrayList<>();
        text.addListener((observed, before, now) -> seen.add(now));
        text.bind(messages.bind("shell.data"));
        messages.language().set(Language.CHINESE);
        messages.language().set(Language.ENGLISH);
        assertThat(seen).containsExactly("Data", "数据", "Data");
    }

    @Test
    void placeholdersAreFilledInOrder() {
        assertThat(messages.text("shell.device.cpu", 2)).contains("2");
    }

    @Test
    void anAblationThatIsCountedInStepsSaysSteps() {
        assertThat(messages.text("ablation.with.steps", 1, "0.001", 7))
                .contains("about 1 step,", "learning rate 0.001", "seeds from 7");
        assertThat(messages.text("ablation.with.steps", 500, "0.001", 7)).contains("about 500 steps,");
        messages.language().set(Language.CHINESE);
        assertThat(messages.text("ablation.with.steps", 500, "0.001", 7))
                .contains("500 步", "0.001", "7")
                .doesNotContain("step");
    }

    @Test
    void aCountOfOneTakesTheSingular() {
        assertThat(messages.text("shell.jobs.count", 1)).isEqualTo("1 job");
        assertThat(messages.text("shell.jobs.count", "1,234")).isEqualTo("1,234 jobs");
    }

    @Test
    void noLineEndsBetweenANumberAndItsUnit() {
        assertThat(messages.text("export.serving.milliseconds", 12)).isEqualTo("12\u00a0ms");
        assertThat(messages.table().get("compare.interval")).isEqualTo("95\u00a0% over users");
        assertThat(messages.text("job.left", "reading", 1, 30)).isEqualTo("reading · about 1\u00a0min 30\u00a0s left");
        messages.language().set(Language.CHINESE);
        assertThat(messages.table().get("compare.interval")).isEqualTo("按用户的 95\u00a0% 区间");
    }
}
