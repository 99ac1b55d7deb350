package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void zeroLooksLikeThePaperOnBothScales() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            assertThat(palette.rgb(Ink.shade(Scale.SEQUENTIAL, 0))).isEqualTo(palette.paper());
            assertThat(palette.rgb(Ink.shade(Scale.DIVERGING, 0))).isEqualTo(palette.paper());
        }
    }

    @Test
    void whatRaisesIsBlueAndWhatLowersIsVermillion() {
        assertThat(Palette.LIGHT.rgb(Ink.shade(Scale.DIVERGING, 1))).isEqualTo(0x0072b2);
        assertThat(Palette.LIGHT.rgb(Ink.shade(Scale.DIVERGING, -1))).isEqualTo(0xd55e00);
        assertThat(Palette.DARK.rgb(Ink.signed(-0.1))).isEqualTo(0xd55e00);
    }

    @Test
    void theStrongestAmountIsDarkOnLightPaperAndLightOnDarkPaper() {
        assertThat(Palette.LIGHT.rgb(Ink.shade(Scale.SEQUENTIAL, 1))).isEqualTo(0x00224e);
        assertThat(Palette.DARK.rgb(Ink.shade(Scale.SEQUENTIAL, 1))).isEqualTo(0xfee838);
    }

    @Test
    void lettersOnAColourAreLightOnDarkAndDarkOnLight() {
        assertThat(Palette.LIGHT.rgb(new Ink.On(Ink.shade(Scale.SEQUENTIAL, 1))))
                .isEqualTo(0xffffff);
        assertThat(Palette.LIGHT.rgb(new Ink.On(Ink.shade(Scale.SEQUENTIAL, 0))))
                .isEqualTo(0x141414);
    }

    @Test
    void sharesOutsideOfAScaleAreCut() {
        assertThat(Ink.shade(Scale.SEQUENTIAL, -0.5)).isEqualTo(Ink.shade(Scale.SEQUENTIAL, 0));
        assertThat(Ink.shade(Scale.DIVERGING, 7)).isEqualTo(Ink.shade(Scale.DIVERGING, 1));
    }

    @Test
    void moreIsAlwaysFurtherFromThePaper() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            double before = -1;
            for (int step = 0; step <= Ink.Shade.STEPS; step++) {
                double away =
                        Math.abs(light(palette.rgb(new Ink.Shade(Scale.SEQUENTIAL, step))) - light(palette.paper()));
                assertThat(away).as("%d", step).isGreaterThan(before - 1);
                before = away;
            }
        }
    }

    private static double light(int rgb) {
        return 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }
}
