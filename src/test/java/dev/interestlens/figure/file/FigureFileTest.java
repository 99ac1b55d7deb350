package dev.interestlens.figure.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FigureFileTest {
    private static final Phrase WORDS =
            language -> language.getLanguage().equals("zh") ? "关注 “东西” & <b>" : "Look “thing” & <b>";

    private static final Drawing DRAWING = new Drawing() {
        @Override
        public double width(Surface ruler) {
            return 200;
        }

        @Override
        public double height(Surface ruler, double width) {
            return 100;
        }

        @Override
        public void paint(Surface surface, double width, double height) {
            surface.rect(0, 0, 100, 50, Ink.Role.UP);
            surface.told(Phrase.same("half"), () -> surface.dot(150, 25, 10, Ink.Role.DOWN.faded(0.5)));
            surface.line(0, 60, 200, 60, Pen.dashed(Ink.Role.INK));
            surface.text(WORDS, Spot.start(0, 75), Letters.PLAIN, Ink.Role.INK);
            surface.text(Phrase.same("plain effect first"), Spot.middle(100, 85), Letters.BOLD, Ink.Role.UP);
            surface.text(Phrase.same("turned"), Spot.end(180, 75).turned(-45), Letters.SMALL_BOLD, Ink.Role.FAINT);
            surface.clipped(0, 80, 10, 10, () -> surface.rect(0, 80, 100, 100, Ink.Role.ACCENT));
        }
    };

    private final FigureFile english = new FigureFile(Palette.LIGHT, Locale.ENGLISH);
    private final FigureFile chinese = new FigureFile(Palette.LIGHT, Locale.CHINESE);

    @Test
    void textStaysTextInAPdf() throws IOException {
        assertThat(textOf(english.of("pdf", DRAWING, "t")))
                .contains("Look \"thing\" & <b>")
                .contains("plain effect first");
        assertThat(textOf(chinese.of("pdf", DRAWING, "t"))).contains("关注 “东西” & <b>");
    }

    @Test
    void fontsOfAPdfAreEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(chinese.of("pdf", DRAWING, "t"))) {
            PDResources resources = document.getPage(0).getResources();
            assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false))
                    .isNotEmpty()
                    .allSatisfy(name ->
                            assertThat(resources.getFont(name).isEmbedded()).isTrue());
        }
    }

    @Test
    void theSameDrawingGivesTheSameBytes() {
        for (String ending : FigureFile.ENDINGS) {
            assertThat(english.of(ending, DRAWING, "t")).isEqualTo(english.of(ending, DRAWING, "t"));
        }
    }

    @Test
    void aTitleNeverBecomesMarkup() {
        String svg = new String(english.of("svg", DRAWING, "<script>"), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("&lt;script&gt;")
                .contains("Look “thing” &amp; &lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void pixelsHaveTheColoursOfThePalette() throws IOException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(english.of("png", DRAWING, "t")));
        assertThat(png.getWidth()).isEqualTo(2 * 248);
        assertThat(png.getRGB(100, 100) & 0xffffff).isEqualTo(0x0072b2);
        assertThat(png.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        assertThat(png.getRGB(2 * 24 + 60, 2 * (24 + 85)) & 0xffffff)
                .as("outside of the clip")
                .isEqualTo(0xffffff);
    }

    @Test
    void aCharacterThatTheFontDoesNotHaveIsNoError() throws IOException {
        Drawing odd = new Drawing() {
            @Override
            public double width(Surface ruler) {
                return ruler.width("\uD83D\uDE00", Letters.PLAIN) + 100;
            }

            @Override
            public double height(Surface ruler, double width) {
                return 20;
            }

            @Override
            public void paint(Surface surface, double width, double height) {
                surface.text(
                        Phrase.same("a \uD83D\uDE00 \u0161\u2202\u0394\u0416 b"),
                        Spot.start(0, 10),
                        Letters.PLAIN,
                        Ink.Role.INK);
            }
        };
        assertThat(textOf(english.of("pdf", odd, "t"))).contains("a ? \u0161\u2202\u0394\u0416 b");
        assertThat(new String(english.of("svg", odd, "t"), StandardCharsets.UTF_8))
                .contains("\uD83D\uDE00");
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
