package dev.interestlens.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PixelsTest {
    @Test
    void aPngIsReadBackAsItWasMade() throws Exception {
        int[] pixels = {0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0};
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Pixels.png(3, 2, pixels)));
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getRGB(0, 1, 3, 1, null, 0, 3)).containsExactly(0xff123456, 0xffffffff, 0xff000000);
    }
}
