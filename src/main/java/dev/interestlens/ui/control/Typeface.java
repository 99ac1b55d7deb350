package dev.interestlens.ui.control;

import dev.interestlens.figure.Letters;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The font of letters on a canvas, to which style sheets do not apply, with a cache of text widths.
 *
 * <p>Widths are cached because measuring the labels of a large heat map in each frame takes longer than drawing it.
 */
public final class Typeface {
    /** Name under which the bundled Noto Sans SC registers itself. */
    public static final String FAMILY = "Noto Sans SC Thin";

    private static final String MATH_FAMILY = "STIX Two Math";

    /** The bundled fonts: the files, each with the name under which it registers itself. */
    public static final Map<String, String> FILES = Map.of(
            "noto-sans-sc-chinese-simplified-400-normal.woff", FAMILY,
            "noto-sans-sc-chinese-simplified-700-normal.woff", FAMILY,
            "stix-two-math-latin-400-normal.woff", MATH_FAMILY);

    private static final int KEPT = 4_000;

    private final Font font;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    Typeface(Letters letters) {
        font = switch (letters.cut()) {
            case REGULAR -> Font.font(FAMILY, letters.size());
            case BOLD -> Font.font(FAMILY, FontWeight.BOLD, letters.size());
            case MATH -> Font.font(MATH_FAMILY, letters.size());
        };
        ruler.setFont(font);
    }

    Font font() {
        return font;
    }

    /** Width in pixels. */
    double width(String text) {
        if (widths.size() > KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(text, this::measure);
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
