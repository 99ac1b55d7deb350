package dev.interestlens.ui.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Stacked;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import java.util.ArrayList;
import java.util.List;

/** An answer as slides: the question with its answer in short, each figure with its finding, and the conclusion with its origin. */
record AnswerSlides(QuestionsViewModel model) {
    private static final Letters LARGE = new Letters(22, Letters.Cut.REGULAR);
    private static final double GAP = 14;

    SlideShow show() {
        return SlideShow.of(List.of(series(model.answerProperty().get())));
    }

    static SlideSeries series(Answer<?> answer) {
        Text title = answer.experiment().title();
        List<Slide> slides = new ArrayList<>();
        slides.add(new Slide(
                title,
                lines(answer.conclusion().stream().limit(AnswerPane.ANSWER).toList()),
                answer.experiment().question()));
        for (Panel panel : answer.panels()) {
            for (Picture picture : panel.pictures()) {
                slides.add(new Slide(panel.title(), picture.drawing(), panel.finding()));
            }
        }
        slides.add(new Slide(
                AnswerDocument.conclusionTitle(),
                lines(answer.conclusion()),
                Wording.sentences(AnswerDocument.provenance(answer))));
        return new SlideSeries(title, slides);
    }

    private static Drawing lines(List<Text> texts) {
        return new Stacked(
                texts.stream()
                        .map(text -> new Paragraph(text, LARGE, Ink.Role.INK))
                        .toList(),
                GAP);
    }
}
