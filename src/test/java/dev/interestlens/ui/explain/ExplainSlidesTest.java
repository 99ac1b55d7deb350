package dev.interestlens.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.Slide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplainSlidesTest {
    private static Chart chart(String name) {
        PlotData.Line line = new PlotData.Line(Phrase.same(name), new double[] {.1, .2});
        PlotData data = new PlotData(
                Phrase.same(name), List.of(Phrase.same("1"), Phrase.same("2")), List.of(line), Double.NaN, 0, 1);
        return new Chart(name, Text.same(name), data, Text.same("note of " + name));
    }

    @Test
    void everyPictureOfAViewHasASlideWithItsTitleAndASentence() {
        Panel panel = new Panel("flow", Text.same("Along the history"), List.of(chart("gates"), chart("states")), 0);
        List<Slide> slides =
                new ExplainSlides(new Messages(Language.ENGLISH)).panel(panel).slides();
        assertThat(slides)
                .extracting(slide -> slide.title().in(Locale.ENGLISH))
                .containsExactly("Along the history · gates", "Along the history · states");
        assertThat(slides)
                .extracting(slide -> slide.sentence().in(Locale.ENGLISH))
                .containsExactly("note of gates", "note of states");
    }
}
