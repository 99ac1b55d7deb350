package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.text.spi.BreakIteratorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    private final BreakIterator lines = new LineBreaks().getLineInstance(Locale.CHINA);

    private List<String> parts(String text) {
        lines.setText(text);
        List<String> parts = new ArrayList<>();
        int from = lines.first();
        for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    @Test
    void numbersAreNotBroken() {
        assertThat(parts("差为（−0.0140 至 +1,204.5）。")).containsExactly("差", "为", "（−0.0140 ", "至 ", "+1,204.5）。");
        assertThat(parts("less [−0.010, 0.013] AUC")).containsExactly("less ", "[−0.010, ", "0.013] ", "AUC");
        assertThat(parts("第 1. 2 项")).contains("1. ");
    }

    @Test
    void aLineEndsBeforeTheNumberThatDoesNotFit() {
        String text = "差为 −0.0140";
        lines.setText(text);
        int broken = text.indexOf('.') + 1;
        assertThat(lines.isBoundary(broken)).isFalse();
        assertThat(lines.preceding(broken + 1)).isEqualTo(text.indexOf('−'));
        assertThat(lines.following(broken - 1)).isEqualTo(text.length());
    }

    @Test
    void javaFindsIt() {
        assertThat(ServiceLoader.load(BreakIteratorProvider.class)).hasAtLeastOneElementOfType(LineBreaks.class);
    }
}
