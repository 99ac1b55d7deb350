package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.export.report.ExplanationFigure;
import dev.interestlens.export.report.ExplanationSlide;
import dev.interestlens.export.report.Explanations;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.Sketch;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class SnapshotTest {
    @Test
    void aFigureIsDrawnAtTwiceItsSizeWithPaperAroundIt() throws Exception {
        Sketch red = new Sketch(new Recorder(Locale.ENGLISH), 40, 20);
        red.rect(10, 0, 10, 20, Ink.Role.DOWN);
        Snapshot drawn = fx(() -> Snapshot.of(red, Locale.ENGLISH));
        assertThat(drawn.width()).isEqualTo(2 * (40 + 48));
        assertThat(drawn.height()).isEqualTo(2 * (20 + 48));
        int row = drawn.width() * 2 * (24 + 10);
        assertThat(drawn.pixels()[row + 2 * (24 + 10) - 1]).isEqualTo(0xffffffff);
        assertThat(drawn.pixels()[row + 2 * (24 + 10)]).isEqualTo(0xffd55e00);
        assertThat(drawn.pixels()[row + 2 * (24 + 20) - 1]).isEqualTo(0xffd55e00);
        assertThat(drawn.pixels()[row + 2 * (24 + 20)]).isEqualTo(0xffffffff);
    }

    @Test
    void aSlideIsFullHighDefinition() throws Exception {
        Explanation found = Explanations.of(DinConfig.preset(Preset.QUICK), 9);
        Drawing slide = new ExplanationSlide(found, Explanations.SOURCE);
        Snapshot drawn = fx(() -> Snapshot.of(slide, Locale.CHINESE));
        assertThat(drawn.width()).isEqualTo(1920);
        assertThat(drawn.height()).isEqualTo(1080);
    }

    @Test
    void everyPictureIsDrawnAlone() throws Exception {
        Explanation found = Explanations.of(BstConfig.preset(Preset.QUICK), 6);
        for (Panel panel : found.panels()) {
            for (Picture picture : panel.pictures()) {
                Drawing figure = panel.captioned(picture);
                Snapshot drawn = fx(() -> Snapshot.of(figure, Locale.ENGLISH));
                assertThat(Arrays.stream(drawn.pixels()).distinct().count())
                        .as(picture.name())
                        .isGreaterThan(10);
            }
        }
    }

    @Test
    @Tag("thorough")
    void everyPictureOfEveryModelIsDrawn() throws Exception {
        for (ModelConfig config : List.of(
                DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK))) {
            Explanation found = Explanations.of(config, 6);
            for (Panel panel : found.panels()) {
                for (Picture picture : panel.pictures()) {
                    Drawing figure = ExplanationFigure.of(
                            found, Explanations.SOURCE, Optional.of(panel.captioned(picture)), Optional.empty());
                    Snapshot drawn = fx(() -> Snapshot.of(figure, Locale.CHINESE));
                    assertThat(Arrays.stream(drawn.pixels()).distinct().count())
                            .as(picture.name())
                            .isGreaterThan(10);
                }
            }
        }
    }
}
