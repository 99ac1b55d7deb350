package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.ui.common.Theme.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void theFirstSwitchIsSeenWhateverTheSystemIs() {
        assertThat(threeAfterSystem(false)).containsExactly(Choice.DARK, Choice.LIGHT, Choice.SYSTEM);
        assertThat(threeAfterSystem(true)).containsExactly(Choice.LIGHT, Choice.DARK, Choice.SYSTEM);
    }

    private static List<Choice> threeAfterSystem(boolean dark) {
        Choice first = Choice.SYSTEM.next(dark);
        return Stream.iterate(first, choice -> choice.next(dark)).limit(3).toList();
    }
}
