package dev.interestlens.ui.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import org.junit.jupiter.api.Test;

class JobProgressTest {
    private static String words(String json) {
        return JobProgress.of(json).words(new Messages(Language.ENGLISH), "job.prepare.", "job.preparing");
    }

    @Test
    void minutesAreToldOnlyWhereThereIsOne() {
        assertThat(words("{\"stage\": \"read\", \"secondsLeft\": 23}"))
                .isEqualTo("reading rows ... · about 23\u00a0s left");
        assertThat(words("{\"stage\": \"read\", \"secondsLeft\": 83}"))
                .isEqualTo("reading rows ... · about 1\u00a0min 23\u00a0s left");
        assertThat(words("{\"stage\": \"read\"}")).isEqualTo("reading rows ...");
    }
}
