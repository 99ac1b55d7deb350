package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Moved;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.Surface;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import javafx.scene.AccessibleRole;

/** The picture of a slide, scaled to fit. */
final class SlideView extends CanvasRegion {
    private static final double MAX = 3;
    private static final double MIN = 0.4;
    private static final double STEP = 0.05;

    private Slide slide;

    SlideView(ControlWords words) {
        super("slide-view", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(false);
        setMinSize(0, 0);
        offer(() -> new NumberTable(List.of(), List.of()))
                .setDrawing(() -> Stacked.captioned(slide.title(), slide.sentence(), slide.picture()));
    }

    void show(Slide now) {
        slide = now;
        repaint();
        setAccessibleText(summary());
    }

    @Override
    protected String summary() {
        return slide == null ? "" : slide.title().in(words().locale());
    }

    @Override
    protected double enlargement(double width, double height) {
        if (slide == null) {
            return 1;
        }
        Surface ruler = ruler();
        Drawing picture = slide.picture();
        double natural = picture.width(ruler);
        for (double factor = MAX; factor > MIN; factor -= STEP) {
            double wide = width / factor;
            if (natural <= wide && picture.height(ruler, wide) <= height / factor) {
                return factor;
            }
        }
        return MIN;
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        if (slide != null) {
            double own = Math.min(height, slide.picture().height(surface, width));
            slide.picture().paint(new Moved(surface, 0, (height - own) / 2), width, own);
        }
    }
}
