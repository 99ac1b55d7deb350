package dev.interestlens.figure.file;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Scale;
import java.util.List;
import java.util.Locale;

/** The colours of the palette as rules of a style sheet, so that pictures on a page follow the reader's light or dark setting. */
public final class PageStyle {
    private PageStyle() {}

    /** Light, dark where the reader prefers that, and light in print. */
    public static String rules() {
        return rules(Palette.LIGHT) + "@media (prefers-color-scheme:dark){" + rules(Palette.DARK) + "}@media print{"
                + rules(Palette.LIGHT) + "}";
    }

    private static String rules(Palette palette) {
        StringBuilder css = new StringBuilder(":root{");
        for (Ink.Role role : Ink.Role.values()) {
            css.append("--" + name(role) + ":" + SvgSurface.hex(palette.rgb(role)) + ";");
        }
        for (String letters : List.of("ll", "ld", "dl", "dd")) {
            boolean black = letters.charAt(palette.dark() ? 1 : 0) == 'd';
            css.append("--on-" + letters + ":" + (black ? "#141414" : "#ffffff") + ";");
        }
        css.append("}");
        for (Scale scale : Scale.values()) {
            for (int step = (int) (Ink.Shade.STEPS * scale.min()); step <= Ink.Shade.STEPS; step++) {
                Ink.Shade shade = new Ink.Shade(scale, step);
                css.append("." + name(shade) + "{fill:" + SvgSurface.hex(palette.rgb(shade)) + "}");
            }
        }
        return css.toString();
    }

    /** The variable of a role. */
    static String name(Ink.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The class of a step on a scale. */
    static String name(Ink.Shade shade) {
        return shade.scale() == Scale.SEQUENTIAL
                ? "q" + shade.step()
                : (shade.step() < 0 ? "n" : "p") + Math.abs(shade.step());
    }

    /** The variable of the text colour on a step: dark or light on light paper, then on dark paper. */
    static String on(Ink.Shade shade) {
        return "on-" + letters(Palette.LIGHT, shade) + letters(Palette.DARK, shade);
    }

    private static String letters(Palette palette, Ink.Shade shade) {
        return palette.rgb(new Ink.On(shade)) == 0xffffff ? "l" : "d";
    }
}
