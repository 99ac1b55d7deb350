package dev.interestlens.figure.file;

import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Locale;

/** Common parts of the surfaces of files: text is measured with the bundled font, so that a picture has the same layout in all of them. */
abstract class FileSurface implements Surface {
    final Typeface face;
    final List<Locale> languages;

    FileSurface(Typeface face, List<Locale> languages) {
        this.face = face;
        this.languages = List.copyOf(languages);
    }

    @Override
    public final List<Locale> languages() {
        return languages;
    }

    @Override
    public final double width(String text, Letters letters) {
        return face.width(text, letters);
    }

    /** The only language of a file that shows one. */
    final Locale language() {
        return languages.get(0);
    }

    /** The shapes of the letters of a text at its place. */
    final Shape outline(String words, Locale language, Spot at, Letters letters) {
        List<Typeface.Run> runs = face.runs(words, letters, language);
        AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
        place.rotate(Math.toRadians(at.turn()));
        place.translate(-before(runs, at.anchor(), letters), letters.baseline());
        return place.createTransformedShape(face.outline(runs, letters));
    }

    /** The distance from the beginning of a text to its anchor. */
    final double before(List<Typeface.Run> runs, Spot.Anchor anchor, Letters letters) {
        double width =
                runs.stream().mapToDouble(run -> face.advance(run, letters)).sum();
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
    }
}
