package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.Panel;
import dev.interestlens.explain.Picture;
import dev.interestlens.export.report.ExplanationFigure;
import dev.interestlens.export.report.ExplanationSlide;
import dev.interestlens.export.report.Explanations;
import dev.interestlens.export.report.PictureFigure;
import dev.interestlens.model.ModelConfig;
import dev.interestlens.model.Preset;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class SnapshotTest {
    private static final String RED = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\""
            + " height=\"20\"><title>t</title><style>text{fill:#00ff00}rect.on{fill:#ff0000}</style>"
            + "<g transform=\"translate(10 0)\"><rect class=\"on\" fill=\"#0000ff\" x=\"0\" y=\"0\" width=\"10\""
            + " height=\"20\"/></g></svg>";

    @Test
    void aFigureIsDrawnAtTwiceItsSizeWithItsRules() throws Exception {
        Snapshot drawn = fx(() -> Snapshot.of(RED));
        assertThat(drawn.width()).isEqualTo(80);
        assertThat(drawn.height()).isEqualTo(40);
        assertThat(drawn.pixels()[80 * 20 + 19]).isEqualTo(0xffffffff);
        assertThat(drawn.pixels()[80 * 20 + 20]).isEqualTo(0xffff0000);
        assertThat(drawn.pixels()[80 * 20 + 39]).isEqualTo(0xffff0000);
        assertThat(drawn.pixels()[80 * 20 + 40]).isEqualTo(0xffffffff);
    }

    @Test
    void aSlideIsFullHighDefinition() throws Exception {
        Explanation found = Explanations.of(DinConfig.preset(Preset.QUICK), 9);
        String slide = ExplanationSlide.of(found, Explanations.SOURCE, Locale.CHINESE);
        Snapshot drawn = fx(() -> Snapshot.of(slide));
        assertThat(drawn.width()).isEqualTo(1920);
        assertThat(drawn.height()).isEqualTo(1080);
    }

    @Test
    void everyPictureIsDrawnAlone() throws Exception {
        Explanation found = Explanations.of(BstConfig.preset(Preset.QUICK), 6);
        for (Panel panel : found.panels()) {
            for (Picture picture : panel.pictures()) {
                String figure = PictureFigure.of(picture, Locale.ENGLISH);
                Snapshot drawn = fx(() -> Snapshot.of(figure));
                assertThat(Arrays.stream(drawn.pixels()).distinct().count())
                        .as(picture.name())
                        .isGreaterThan(10);
            }
        }
    }

    @Test
    void everyPictureOfEveryModelIsDrawn() throws Exception {
        for (ModelConfig config : List.of(
                DinConfig.preset(Preset.QUICK), DienConfig.preset(Preset.QUICK), BstConfig.preset(Preset.QUICK))) {
            Explanation found = Explanations.of(config, 6);
            for (Panel panel : found.panels()) {
                for (Picture picture : panel.pictures()) {
                    String figure = ExplanationFigure.of(
                            found, Explanations.SOURCE, Optional.of(picture), Optional.empty(), Locale.CHINESE);
                    Snapshot drawn = fx(() -> Snapshot.of(figure));
                    assertThat(Arrays.stream(drawn.pixels()).distinct().count())
                            .as(picture.name())
                            .isGreaterThan(10);
                }
            }
        }
    }
}
