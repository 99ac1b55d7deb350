package dev.interestlens.ui.play;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.paint.AttentionStripPainter;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.workspace.play.PlayFilm;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a film for slides and files. */
record PlayDrawings(PlayPictures pictures, PlayWords words) {
    private static final double GAP = 14;

    /** A drawing with room for what it will be: all pictures of a film have the same size. */
    private record Reserved(Drawing drawing, double tall) implements Drawing {
        @Override
        public double height(Surface ruler, double width) {
            return tall;
        }

        @Override
        public void paint(Surface surface, double width, double height) {
            drawing.paint(surface, width, height);
        }
    }

    /** The attention of all persons at the newest frame. */
    Drawing attention(PlayFilm film) {
        List<Drawing> parts = new ArrayList<>();
        for (int i = 0; i < film.persons().size(); i++) {
            parts.add(Stacked.captioned(
                    Phrase.same(words.chose(film.persons().get(i))),
                    Phrase.EMPTY,
                    new Reserved(new AttentionStripPainter(pictures.strip(film, i), null), PersonPane.STRIP)));
        }
        return new Stacked(parts, GAP);
    }

    Drawing found(PlayFilm film, PlayFilm former) {
        return new XyPainter(pictures.found(film, former));
    }

    Drawing auc(PlayFilm film, PlayFilm former) {
        return new XyPainter(pictures.auc(film, former));
    }

    /** The film as it stands, as slides. */
    List<SlideSeries> slides(PlayFilm film, PlayFilm former) {
        Phrase title = Phrase.same(words.law(film.setup().law()));
        Phrase sentence = Phrase.same(words.sentence(film));
        return List.of(new SlideSeries(
                title,
                List.of(
                        new Slide(title, attention(film), sentence),
                        new Slide(title, found(film, former), sentence),
                        new Slide(title, auc(film, former), sentence))));
    }
}
