package dev.interestlens.figure.file;

import dev.interestlens.figure.Letters;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled fonts, read from their files: widths, outlines and the fonts themselves. Text is set in Noto Sans SC and formulas in STIX Two Math; characters
 * that one lacks come from the other, or from the Liberation Sans of the PDF library, such as Cyrillic letters. Not for several threads at once.
 */
final class Typeface {
    private static final String FOLDER = "/dev/interestlens/figure/fonts/";
    private static final String SANS = FOLDER + "noto-sans-sc-chinese-simplified-";
    private static final String SIGNS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** The replacement of a character that no font has. */
    private static final int MISSING = '?';

    /** The font of a part of a text. */
    enum Cut {
        REGULAR,
        BOLD,
        MATH,
        SIGNS
    }

    /** A part of a text in one font. */
    record Run(String text, Cut cut) {}

    private final Map<Cut, byte[]> files = new EnumMap<>(Cut.class);
    private final Map<Cut, TrueTypeFont> fonts = new EnumMap<>(Cut.class);

    /** A new instance, for a document that closes it. Ligatures are off, since text in them could not be searched. */
    TrueTypeFont parsed(Cut cut) {
        TrueTypeFont font = parsed(bytes(cut));
        font.setEnableGsub(false);
        return font;
    }

    private byte[] bytes(Cut cut) {
        return files.computeIfAbsent(cut, wanted -> switch (wanted) {
            case REGULAR -> Woff.unpack(read(SANS + "400-normal.woff"));
            case BOLD -> Woff.unpack(read(SANS + "700-normal.woff"));
            case MATH -> Woff.unpack(read(FOLDER + "stix-two-math-latin-400-normal.woff"));
            case SIGNS -> read(SIGNS);
        });
    }

    private TrueTypeFont font(Cut cut) {
        return fonts.computeIfAbsent(cut, wanted -> parsed(bytes(wanted)));
    }

    /**
     * The text in parts, each in a font that has its characters. The curly quotes of the bundled font are as wide as an ideograph, which is right
     * only for Chinese.
     */
    List<Run> runs(String text, Letters letters, Locale language) {
        String plain = language.getLanguage().equals("zh")
                ? text
                : text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
        Cut own = Cut.valueOf(letters.cut().name());
        List<Run> runs = new ArrayList<>();
        for (int c : plain.codePoints().toArray()) {
            int known = c < ' ' ? ' ' : c;
            Cut cut = Stream.of(own, Cut.SIGNS, Cut.REGULAR, Cut.MATH)
                    .filter(each -> has(each, known))
                    .findFirst()
                    .orElse(Cut.SIGNS);
            String sign = Character.toString(has(cut, known) ? known : MISSING);
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).cut() == cut) {
                runs.set(last, new Run(runs.get(last).text() + sign, cut));
            } else {
                runs.add(new Run(sign, cut));
            }
        }
        return runs;
    }

    double width(String text, Letters letters) {
        double width = 0;
        for (Run run : runs(text, letters, Locale.CHINESE)) {
            width += advance(run, letters);
        }
        return width;
    }

    /** Width of a part. */
    double advance(Run run, Letters letters) {
        TrueTypeFont font = font(run.cut());
        try {
            double units = 0;
            for (int c : run.text().codePoints().toArray()) {
                units += font.getAdvanceWidth(glyph(font, c));
            }
            return units * letters.size() / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of the text, whose baseline begins at 0, 0. */
    GeneralPath outline(List<Run> runs, Letters letters) {
        GeneralPath outline = new GeneralPath();
        double x = 0;
        for (Run run : runs) {
            TrueTypeFont font = font(run.cut());
            try {
                double scale = letters.size() / font.getUnitsPerEm();
                for (int c : run.text().codePoints().toArray()) {
                    int glyph = glyph(font, c);
                    GlyphData data = font.getGlyph().getGlyph(glyph);
                    if (data != null) {
                        outline.append(
                                data.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, 0)), false);
                    }
                    x += scale * font.getAdvanceWidth(glyph);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return outline;
    }

    private boolean has(Cut cut, int character) {
        return glyph(font(cut), character) != 0;
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
            return in.readAllBytes();
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
