package dev.interestlens.figure.file;

import dev.interestlens.figure.Letters;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The bundled Noto Sans SC, read from its file: widths, outlines and the font itself. Not for several threads at once. */
final class Typeface {
    private static final String FOLDER = "/dev/interestlens/figure/fonts/noto-sans-sc-chinese-simplified-";

    /** What stands for a character that the font does not have. */
    private static final int MISSING = '?';

    private final byte[] regularBytes = read(FOLDER + "400-normal.woff");
    private final byte[] boldBytes = read(FOLDER + "700-normal.woff");
    private final TrueTypeFont regular = parsed(regularBytes);
    private final TrueTypeFont bold = parsed(boldBytes);

    /** The TrueType font as a file has it. */
    byte[] bytes(boolean ofBold) {
        return ofBold ? boldBytes : regularBytes;
    }

    private TrueTypeFont font(Letters letters) {
        return letters.bold() ? bold : regular;
    }

    /**
     * The text with the characters that the font has: others lose their accent, or become a question mark. Its curly quotes are as wide as an ideograph,
     * which suits Chinese alone.
     */
    String written(String text, Locale language) {
        String plain = language.getLanguage().equals("zh")
                ? text
                : text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
        StringBuilder known = new StringBuilder();
        plain.codePoints().map(c -> c < ' ' ? ' ' : c).map(this::known).forEach(known::appendCodePoint);
        return known.toString();
    }

    private int known(int character) {
        int plain = glyph(regular, character) == 0
                ? Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                        .codePointAt(0)
                : character;
        return glyph(regular, plain) == 0 ? MISSING : plain;
    }

    double width(String text, Letters letters) {
        TrueTypeFont font = font(letters);
        double units = 0;
        try {
            for (int c : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(glyph(font, c));
            }
            return units * letters.size() / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letters as a shape whose baseline begins at 0, 0. */
    GeneralPath outline(String text, Letters letters) {
        TrueTypeFont font = font(letters);
        GeneralPath outline = new GeneralPath();
        try {
            double scale = letters.size() / font.getUnitsPerEm();
            double x = 0;
            for (int c : text.codePoints().toArray()) {
                int glyph = glyph(font, c);
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    outline.append(
                            data.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
                }
                x += scale * font.getAdvanceWidth(glyph);
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int glyph(TrueTypeFont font, int character) {
        try {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            return lookup.getGlyphId(character);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            return Woff.unpack(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parsed(byte[] font) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
