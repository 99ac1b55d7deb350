package dev.interestlens.ui.explain;

import dev.interestlens.explain.HistoryPicture;
import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.picture.StatePath;
import dev.interestlens.explain.picture.StepLines;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An explanation as slides: its history with the sentence, then each view, of which what runs through time builds up behaviour by behaviour and heads come one by one. */
final class ExplainSlides {
    private static final double GAP = 8;

    private final ExplainTexts texts;

    ExplainSlides(ExplainTexts texts) {
        this.texts = texts;
    }

    /** @param now null for no prediction */
    List<SlideSeries> of(ExplainedSample now) {
        if (now == null) {
            return List.of();
        }
        List<SlideSeries> all = new ArrayList<>();
        Phrase sentence = now.sentence() == null ? Phrase.EMPTY : now.sentence().text();
        Drawing history = new HistoryPicture(texts.history(now), Text.same("")).drawing();
        all.add(SlideSeries.of(new Slide(now.impression().candidate().title(), history, sentence)));
        now.panels().stream()
                .filter(panel -> !panel.pictures().isEmpty())
                .map(ExplainSlides::series)
                .forEach(all::add);
        return all;
    }

    private static SlideSeries series(Panel panel) {
        List<Slide> slides = panel.pictures().get(0) instanceof StepLines first
                ? steps(panel, first)
                : panel.pictures().stream()
                        .flatMap(picture -> slides(picture).stream())
                        .toList();
        return new SlideSeries(panel.title(), slides);
    }

    /** All lines up to each behaviour, below each other. */
    private static List<Slide> steps(Panel panel, StepLines first) {
        return IntStream.range(0, Math.max(1, first.steps().size()))
                .mapToObj(step -> new Slide(
                        panel.title(),
                        new Stacked(
                                panel.pictures().stream()
                                        .filter(StepLines.class::isInstance)
                                        .map(picture -> Stacked.captioned(
                                                picture.title(),
                                                Phrase.EMPTY,
                                                ((StepLines) picture)
                                                        .until(step)
                                                        .drawing()))
                                        .toList(),
                                GAP),
                        label(first, step)))
                .toList();
    }

    private static Phrase label(StepLines lines, int step) {
        return step < lines.steps().size() ? lines.steps().labels().get(step) : Phrase.EMPTY;
    }

    private static List<Slide> slides(Picture picture) {
        List<Slide> slides = new ArrayList<>();
        if (picture instanceof StatePath path) {
            for (int point = 0; point <= path.steps().size(); point++) {
                Phrase at = point == 0 ? Phrase.EMPTY : path.steps().labels().get(point - 1);
                slides.add(new Slide(path.title(), path.at(point), at));
            }
            return slides;
        }
        slides.add(new Slide(picture.title(), picture.drawing(), picture.note()));
        if (picture instanceof HeadGrid grid) {
            grid.cells().forEach(cell -> slides.add(new Slide(cell.title(), cell.drawing(), cell.note())));
        }
        return slides;
    }
}
