package dev.interestlens.ui.model;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Formula;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.workspace.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The equations of a model as slides: each with its text, and below it the tensors of a real prediction if there is one. */
record TeachingSlides(Messages messages, Optional<Lesson> lesson) {
    private static final Letters FORMULA = new Letters(23, Letters.Cut.MATH);
    private static final double GAP = 20;

    Slide of(TeachingStep step) {
        List<Drawing> parts = new ArrayList<>();
        parts.add(new Formula(step.formula()::in, FORMULA));
        lesson.ifPresent(now -> {
            now.beside(step)
                    .filter(tensor -> tensor.values().length > 1)
                    .ifPresent(tensor ->
                            parts.add(new HeatmapPainter(new TensorPicture(now, messages).of(tensor, step.columns()))));
        });
        return new Slide(step.title()::in, new Stacked(parts, GAP), step.text()::in);
    }
}
