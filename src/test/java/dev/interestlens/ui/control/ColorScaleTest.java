package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
    private static final Color[] BACKGROUNDS = {Color.WHITE, Color.web("#0d1117")};

    @Test
    void zeroMeltsIntoTheBackground() {
        for (Color background : BACKGROUNDS) {
            for (ColorScale scale : ColorScale.values()) {
                assertThat(scale.at(0, background)).isEqualTo(background);
            }
        }
    }

    @Test
    void moreIsAlwaysFurtherFromTheBackground() {
        for (Color background : BACKGROUNDS) {
            double before = -1;
            for (int i = 0; i <= 50; i++) {
                double away = Math.abs(light(ColorScale.SEQUENTIAL.at(i / 50.0, background)) - light(background));
                assertThat(away).as("%d on %s", i, background).isGreaterThan(before - 1e-3);
                before = away;
            }
        }
    }

    @Test
    void signsHaveColoursOfTheirOwn() {
        assertThat(ColorScale.DIVERGING.at(1, Color.WHITE)).isEqualTo(ColorScale.BLUE);
        assertThat(ColorScale.DIVERGING.at(-1, Color.WHITE)).isEqualTo(ColorScale.VERMILLION);
    }

    private static double light(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }
}
