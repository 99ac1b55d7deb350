package dev.interestlens.export.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.file.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void changesCarryTheirSignAndZeroHasNone() {
        assertThat(Markup.signed(-0.04, 1)).isEqualTo("0.0");
        assertThat(Markup.signed(-0.06, 1)).isEqualTo("−0.1");
        assertThat(Markup.signed(12.34, 1)).isEqualTo("+12.3");
        assertThat(Markup.signed(Double.NaN, 1)).isEqualTo("—");
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
