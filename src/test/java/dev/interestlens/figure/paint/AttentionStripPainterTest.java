package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.file.FigureFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttentionStripPainterTest {
    private static final Phrase ITEM = Phrase.same("item");

    private static long frames(Set<Integer> causes) {
        AttentionStripData data = new AttentionStripData(
                List.of(Phrase.same("0"), Phrase.same("9")),
                List.of(ITEM, ITEM, ITEM),
                List.of(new double[] {.2, .3, .5}, new double[] {0, 0, 1}),
                causes);
        String svg = new String(
                new FigureFile(Palette.LIGHT, Locale.ENGLISH).of("svg", new AttentionStripPainter(data, null), ""),
                StandardCharsets.UTF_8);
        return svg.lines()
                .flatMap(line -> List.of(line.split("<")).stream())
                .filter(part -> part.contains("stroke-width=\"2\""))
                .count();
    }

    @Test
    void everyKnownCauseHasAFrame() {
        assertThat(frames(Set.of())).isZero();
        assertThat(frames(Set.of(1))).isEqualTo(1);
        assertThat(frames(Set.of(0, 2))).isEqualTo(2);
    }
}
