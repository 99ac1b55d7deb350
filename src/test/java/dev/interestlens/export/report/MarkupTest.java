package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.HeatMatrix.Scale;
import dev.interestlens.figure.file.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void longTitlesAreCutBetweenCharacters() {
        assertThat(Figures.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(Figures.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void changesCarryTheirSignAndZeroHasNone() {
        assertThat(Markup.signed(-0.04, 1)).isEqualTo("0.0");
        assertThat(Markup.signed(-0.06, 1)).isEqualTo("−0.1");
        assertThat(Markup.signed(12.34, 1)).isEqualTo("+12.3");
        assertThat(Markup.signed(Double.NaN, 1)).isEqualTo("—");
    }

    @Test
    void zeroIsTheGround() {
        for (Scale scale : Scale.values()) {
            assertThat(Palette.LIGHT.colour(scale, 0)).isEqualTo("#ffffff");
            assertThat(Palette.DARK.colour(scale, 0)).isEqualTo("#15181d");
        }
        assertThat(Palette.LIGHT.colour(Scale.SEQUENTIAL, Palette.STEPS)).isEqualTo("#00204c");
        assertThat(Palette.DARK.colour(Scale.DIVERGING, -Palette.STEPS)).isEqualTo("#d55e00");
    }

    @Test
    void linesBreakAtSpacesAndBeforeWideCharacters() {
        assertThat(Figures.wrap("one two three", 4.5)).containsExactly("one two", "three");
        assertThat(Figures.wrap("得分主要是因为", 4)).containsExactly("得分主要", "是因为");
        assertThat(Figures.wrap("得分降低（实测）。", 8)).containsExactly("得分降低（实", "测）。");
    }

    @Test
    void aNumberWithoutDecimalsHasNoPoint() {
        assertThat(Markup.number(63.4, 0)).isEqualTo("63");
    }

    @Test
    void aPngIsReadBackAsItWasMade() throws Exception {
        int[] pixels = {0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0};
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Pixels.png(3, 2, pixels)));
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getRGB(0, 1, 3, 1, null, 0, 3)).containsExactly(0xff123456, 0xffffffff, 0xff000000);
    }
}
