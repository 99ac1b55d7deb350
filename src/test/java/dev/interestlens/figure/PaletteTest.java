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

    /** As the Web Content Accessibility Guidelines ask for letters (4.5) and for parts of pictures (3), which a projector in a lit room needs too. */
    @Test
    void everythingIsSeenOnItsPaper() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (Ink letters : new Ink[] {Ink.Role.INK, Ink.Role.FAINT}) {
                assertThat(contrast(palette, letters)).as("%s", letters).isGreaterThan(4.5);
            }
            for (Ink part : new Ink[] {Ink.Role.ACCENT, Ink.Role.UP, Ink.Role.DOWN, Ink.Role.LOOK}) {
                assertThat(contrast(palette, part)).as("%s", part).isGreaterThan(3);
            }
            for (int series = 0; series < 6; series++) {
                assertThat(contrast(palette, new Ink.Series(series)))
                        .as("series %d on %06x", series, palette.paper())
                        .isGreaterThan(3);
            }
            for (Scale scale : Scale.values()) {
                for (double end : new double[] {scale.min(), 1}) {
                    if (end != 0) {
                        assertThat(contrast(palette, Ink.shade(scale, end)))
                                .as("%s at %.0f", scale, end)
                                .isGreaterThan(3);
                    }
                }
            }
        }
    }

    @Test
    void lettersOnEveryShadeCanBeRead() {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            for (Scale scale : Scale.values()) {
                for (int step = (int) scale.min() * Ink.Shade.STEPS; step <= Ink.Shade.STEPS; step++) {
                    Ink ground = new Ink.Shade(scale, step);
                    assertThat(contrast(palette.rgb(new Ink.On(ground)), palette.rgb(ground)))
                            .as("%s %d", scale, step)
                            .isGreaterThan(3);
                }
            }
        }
    }

    /** Printed without colour, a grey is a size: of what has a sign, its size is told and its sign is not. */
    @Test
    void inBlackAndWhiteMoreIsDarker() {
        for (int sign : new int[] {-1, 1}) {
            double before = 256;
            for (int step = 0; step <= Ink.Shade.STEPS; step++) {
                double now = light(Palette.LIGHT.rgb(new Ink.Shade(Scale.DIVERGING, sign * step)));
                assertThat(now).as("%d", sign * step).isLessThan(before);
                before = now;
            }
        }
        double before = 256;
        for (int step = 0; step <= Ink.Shade.STEPS; step += 4) {
            double now = light(Palette.LIGHT.rgb(new Ink.Shade(Scale.SEQUENTIAL, step)));
            assertThat(now).as("%d", step).isLessThan(before);
            before = now;
        }
    }

    private static double contrast(Palette palette, Ink ink) {
        return contrast(palette.rgb(ink), palette.paper());
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double light(int rgb) {
        return 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }
}
