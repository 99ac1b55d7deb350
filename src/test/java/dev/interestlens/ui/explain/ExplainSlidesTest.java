package dev.interestlens.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Scale;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.Slide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplainSlidesTest {
    private static HeatMatrix matrix(String name, double... values) {
        return new HeatMatrix(
                name,
                Text.same(name),
                new Axis(AxisKind.SAMPLE, List.of(Text.same("epoch 1"), Text.same("epoch 2")), Text.same("checkpoint")),
                new Axis(AxisKind.HISTORY, List.of(Text.same("tea"), Text.same("cup")), Text.same("history")),
                values,
                Scale.SEQUENTIAL,
                Text.same(""));
    }

    @Test
    void checkpointsComeOneByOne() {
        Panel panel = new Panel(
                "checkpoints",
                Text.same("Checkpoints"),
                List.of(matrix("checkpoints.look", .5, .5, .9, .1), matrix("checkpoints.effect", 0, 1, 2, 3)),
                0,
                Text.same("found"));
        List<Slide> slides =
                new ExplainSlides(new Messages(Language.ENGLISH)).panel(panel).slides();
        assertThat(slides)
                .extracting(slide -> slide.sentence().in(Locale.ENGLISH))
                .containsExactly("epoch 1", "found");
    }
}
