package dev.interestlens.ui.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Recorder;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.question.five.Questions;
import dev.interestlens.ui.control.slides.Slide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnswerSlidesTest {
    private static String drawn(Slide slide) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        slide.picture().paint(recorder, 1000, slide.picture().height(recorder, 1000));
        return String.join(" ", recorder.texts());
    }

    @Test
    void theFirstSlideAsksAndAnswersAndTheLastSaysWhereTheAnswerIsFrom() {
        Answer<?> answer = Questions.prepared(Questions.of(1));
        List<Slide> slides = AnswerSlides.series(answer).slides();
        Slide first = slides.get(0);
        Slide last = slides.get(slides.size() - 1);
        assertThat(first.sentence().in(Locale.ENGLISH))
                .isEqualTo(answer.experiment().question().en());
        assertThat(drawn(first)).contains(answer.conclusion().get(0).en());
        assertThat(last.sentence().in(Locale.ENGLISH))
                .contains(AnswerDocument.provenance(answer).get(0).en());
    }
}
